// Pictures as owners have them: pasted from Excel, dropped by mistake, far too large, broken; looked at, pointed at,
// redacted. In a real Chromium, on the demo's page with its strict policy.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { makePicture, pixelsOf } from './support/drawn.ts'
import { staffToken } from './support/identity.ts'
import { screenshotPng } from './support/picture.ts'
import { dataFolder, shownPolicy, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { servePage } from './support/sites.ts'

type Given = { name: string; type: string; base64: string }

/** Hands files to whatever has the focus, as a paste or a drop of the system would. */
const give = (page: Page, event: 'paste' | 'drop', files: Given[], text = '') =>
  page.evaluate(
    ([name, given, words]) => {
      const data = new DataTransfer()
      if (words) data.setData('text/plain', words)
      for (const { name: file, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        data.items.add(new File([bytes], file, { type }))
      }
      const root = document.querySelector('#bilet')?.shadowRoot
      const target = root?.activeElement ?? root?.querySelector('dialog')
      const options = { bubbles: true, composed: true, cancelable: true }
      const happening =
        name === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data })
      return target?.dispatchEvent(happening)
    },
    [event, files, text] as const,
  )

/** A busy machine takes its time over a large picture. */
const slow = { timeout: 25_000 }

const file = (name: string, type: string, bytes: Buffer): Given => ({ name, type, base64: bytes.toString('base64') })
const screen = file('screen.png', 'image/png', screenshotPng)

describe('pictures of a ticket', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let owner: Visit
  const panel = () => panelOf(owner.page).first()
  const stage = () => panelOf(owner.page).last()
  const thumbnails = () => panel().locator('.picture:not(.sending) .open')
  const notes = () => panel().locator('.note.red').allInnerTexts()

  /** How the desk answered to each picture that was taken back. */
  const taken: number[] = []

  /** The bytes of the uploads since the last call, as the server was sent them. */
  const sent: Buffer[] = []

  async function openTicket() {
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await panel().getByRole('textbox', { name: 'Чем помочь?' }).waitFor()
    await panel()
      .getByRole('button', { name: /Написать в поддержку|Продолжить/ })
      .click()
    await panel().getByRole('textbox', { name: 'Что произошло' }).waitFor()
  }

  type Place = readonly [x: number, y: number]

  /** Moves fingers over the canvas, from shares of its width and height to others. */
  async function touch(canvas: Locator, from: Place[], to: Place[]) {
    const box = await canvas.boundingBox()
    if (!box) throw new Error('no canvas')
    const session = await owner.context.newCDPSession(owner.page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', places: Place[]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: places.map(([x, y], id) => ({ x: box.x + box.width * x, y: box.y + box.height * y, id })),
      })
    await send('touchStart', from.slice(0, 1))
    if (from.length > 1) await send('touchStart', from)
    for (const share of [0.25, 0.5, 0.75, 1])
      await send(
        'touchMove',
        from.map(([x, y], id) => [x + ((to[id]?.[0] ?? x) - x) * share, y + ((to[id]?.[1] ?? y) - y) * share] as const),
      )
    await send('touchEnd', [])
    await session.detach()
  }
  const pinch = (canvas: Locator) =>
    touch(
      canvas,
      [
        [0.4, 0.5],
        [0.6, 0.5],
      ],
      [
        [0.1, 0.5],
        [0.9, 0.5],
      ],
    )
  const drag = (canvas: Locator) => touch(canvas, [[0.45, 0.45]], [[0.55, 0.55]])

  async function removeAll() {
    for (const button of (await panel().locator('.picture .corner, .note.red button').all()).toReversed())
      await button.click()
    sent.length = 0
  }

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    // Whoever captures a tab is taken to have picked the shop's.
    browser = await launch({
      windows: true,
      more: ['--auto-select-tab-capture-source-by-title=Captured'],
    })
    owner = await visit(browser, `${server.origin}/`, server.origin)
    await owner.page.route('**/v1/attachments', async (route) => {
      const body = route.request().postDataBuffer()
      if (body) sent.push(fileIn(body))
      await route.continue()
    })
    owner.page.on('response', (response) => {
      if (response.request().method() === 'DELETE') taken.push(response.status())
    })
    await openTicket()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('words copied in Excel or Word stay words, though their picture comes along', async () => {
    const field = panel().getByRole('textbox', { name: 'Что произошло' })
    await field.focus()
    const isLeftToBrowser = await give(owner.page, 'paste', [screen], 'Заказ 1042\tне оплачен')
    expect(isLeftToBrowser).toBe(true)
    expect(await panel().locator('.picture').count()).toBe(0)
  })

  it('a copied picture, and a file copied by its name, are attached', async () => {
    const field = panel().getByRole('textbox', { name: 'Что произошло' })
    await field.focus()
    expect(await give(owner.page, 'paste', [screen])).toBe(false)
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    await give(owner.page, 'paste', [file('корзина.png', 'image/png', screenshotPng)], 'корзина.png')
    await expect.poll(() => thumbnails().count(), slow).toBe(2)
    await removeAll()
  })

  it.each([
    ['накладная.pdf', 'application/pdf', Buffer.from('%PDF-1.7 …')],
    ['запись.mp4', 'video/mp4', Buffer.from('\0\0\0\x18ftypmp42')],
    ['без типа', '', Buffer.from('что-то')],
  ])(
    '%s dropped on the panel does not leave the page, and is told in words with a way out',
    async (name, type, bytes) => {
      expect(await give(owner.page, 'drop', [file(name, type, bytes)])).toBe(false)
      await expect.poll(notes, slow).toEqual([expect.stringContaining('Это не снимок')])
      expect(await panel().locator('.picture').count()).toBe(0)
      await panel().locator('.note.red button').click()
      expect(await notes()).toEqual([])
      expect(sent).toEqual([])
    },
  )

  it('HEIC that the browser cannot read says what to do', async () => {
    await give(owner.page, 'drop', [file('IMG_0001.HEIC', '', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'))])
    await expect.poll(notes, slow).toEqual([expect.stringContaining('Сохраните фото в JPEG')])
    await removeAll()
  })

  it.each([
    ['a photo of 24 megapixels', 5712, 4284, 'image/jpeg'],
    ['a 6K screen', 6016, 3384, 'image/png'],
    ['a page in full', 2880, 12_000, 'image/jpeg'],
  ] as const)(
    '%s is made small enough, and its letters stay readable',
    async (_what, width, height, type) => {
      const bytes = await makePicture(owner.page, { width, height, type })
      await panel().locator('input[type=file]').setInputFiles({ name: 'снимок', mimeType: type, buffer: bytes })
      await expect.poll(() => thumbnails().count(), slow).toBe(1)
      expect(await notes()).toEqual([])
      const [upload = Buffer.alloc(0)] = sent
      const { width: sentWidth, height: sentHeight, contrast } = await pixelsOf(owner.page, upload)
      expect(Math.min(sentWidth, sentHeight)).toBeLessThanOrEqual(1920)
      expect(sentWidth * sentHeight).toBeLessThanOrEqual(16_100_000)
      expect(upload.length).toBeLessThan(height > 10_000 ? 1_500_000 : 500 * 1024)
      expect(contrast).toBeGreaterThan(0.5)
      await removeAll()
    },
    40_000,
  )

  it('a JPEG that lost its end is mended and stands upright, and metadata does not leave the device', async () => {
    const whole = await makePicture(owner.page, { width: 800, height: 600, type: 'image/jpeg' })
    const exif = Buffer.concat([whole.subarray(0, 2), exifSegment('ЛИЧНОЕ-GPS', lyingOnItsSide), whole.subarray(2, -2)])
    await give(owner.page, 'drop', [file('photo.jpg', 'image/jpeg', exif)])
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    expect(sent[0]?.includes('GPS')).toBe(false)
    expect(await pixelsOf(owner.page, sent[0] ?? Buffer.alloc(0))).toMatchObject({ width: 600, height: 800 })
    await removeAll()
  })

  it('where the tag says that the page lets workers be, a worker does it', async () => {
    const host = await servePage(
      `<!doctype html><title>Host</title><script async crossorigin data-worker src="${server.origin}/bilet.js"></script>`,
    )
    const page = await browser.newPage()
    page.setDefaultTimeout(slow.timeout)
    const workers: string[] = []
    page.on('worker', (worker) => workers.push(worker.url()))
    await page.goto(host.origin)
    const bytes = await makePicture(page, { width: 3000, height: 2000, type: 'image/png' })
    await page.getByRole('button', { name: 'Помощь' }).click()
    await page.locator('dialog textarea, dialog input').first().waitFor()
    // The part that takes what is dropped comes once the panel stands.
    await expect.poll(() => give(page, 'drop', [file('big.png', 'image/png', bytes)]), slow).toBe(false)
    await expect.poll(() => workers, slow).toEqual([expect.stringMatching(/^blob:/)])
    // A guest's picture is refused after it was made ready: that much the worker has done.
    await page.locator('dialog .note.red', { hasText: 'войдите' }).waitFor()
    await page.close()
    host.close()
  })

  /** A page of somebody who is not signed in, on its form. */
  async function visitAsGuest(origin: string) {
    const host = await servePage(`<title>Host</title><script async crossorigin src="${origin}/bilet.js"></script>`)
    const guest = await visit(browser, host.origin, origin)
    const form = panelOf(guest.page).first()
    await guest.page.getByRole('button', { name: 'Помощь' }).click()
    await form.getByRole('textbox', { name: 'Чем помочь?' }).fill('Сколько стоит баннер на главную')
    await form.getByRole('button', { name: 'Написать в поддержку' }).click()
    await form.getByRole('textbox', { name: 'Почта для ответа' }).fill('guest@shop.example')
    await form.getByRole('button', { name: 'Добавить снимок или ссылку' }).click()
    const close = async () => {
      await guest.context.close()
      host.close()
    }
    return { ...guest, form, close }
  }

  it('a guest gives pictures where the policy lets them', async () => {
    const policy = await shownPolicy<{ guest: { pictures: boolean } }>()
    const own = await dataFolder()
    await writeFile(
      join(own.path, 'policy.json'),
      JSON.stringify({ ...policy, guest: { ...policy.guest, pictures: true } }),
    )
    const desk = await startServer(own.path, { BILET_POLICY: 'policy.json' })
    const { page, form, troubles, close } = await visitAsGuest(desk.origin)
    const given = { name: 'banner.png', mimeType: 'image/png', buffer: screenshotPng }
    await form.locator('input[type=file]').setInputFiles(given)
    await expect.poll(() => form.locator('.picture:not(.sending) .open').count(), slow).toBe(1)
    await page.keyboard.press('Control+Enter')
    await form.getByText('Билет принят').waitFor()
    const staff = <T>(path: string) => call<T>(`${desk.origin}/v1/staff/tickets${path}`, { token: staffToken })
    const [ticket] = (await staff<{ items: { id: string }[] }>('?verified=false')).body.items
    expect((await staff(`/${ticket?.id}`)).body).toMatchObject({ attachments: [{ width: 320, height: 200 }] })
    expect(troubles).toEqual([])
    await close()
    await desk.stop()
    await own.remove()
  })

  it('and where it does not, shows them by link and is told so of a picture that is dropped', async () => {
    const { page, form, close } = await visitAsGuest(server.origin)
    await form.getByText('Без входа снимок можно показать ссылкой').waitFor()
    expect(await form.locator('input[type=file]').count()).toBe(0)
    expect(await form.getByRole('button', { name: 'Сделать снимок экрана' }).count()).toBe(0)
    await give(page, 'drop', [screen])
    await form.locator('.note.red', { hasText: 'войдите' }).waitFor()
    await close()
  })

  it('an upload is cut for its silence, not for its length: 40 KB a second may take longer than 51 seconds', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    const panelThere = panelOf(page).first()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panelThere.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panelThere.getByRole('textbox', { name: 'Что произошло' }).waitFor()
    const large = await makePicture(page, { width: 1900, height: 1200, type: 'image/png' })
    const faster = 20
    await page.evaluate((times) => {
      const wait = window.setTimeout.bind(window)
      // A page whose time runs faster.
      Object.assign(window, { setTimeout: (run: () => void, ms = 0) => wait(run, ms / times) })
    }, faster)
    const network = await context.newCDPSession(page)
    const perSecond = 40 * 1024
    const limitTo = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      })
    await limitTo(1)
    await panelThere
      .locator('input[type=file]')
      .setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: large })
    await panelThere.locator('.picture.failed').waitFor()
    await limitTo(perSecond)
    const answer = page.waitForResponse((response) => response.url().endsWith('/v1/attachments') && response.ok())
    await panelThere.getByRole('button', { name: 'Повторить: large.png' }).click()
    const { size }: { size: number } = await (await answer).json()
    expect((size / perSecond) * faster).toBeGreaterThan(51)
    await expect.poll(() => panelThere.locator('.picture:not(.sending) .open').count(), slow).toBe(1)
    await context.close()
  })

  it('no request and no line in the console beyond what the page allows', () => {
    expect(owner.troubles).toEqual([])
  })

  it('a picture opens large: zoomed by keys and wheel, closed by Esc, and the focus is back where it was', async () => {
    await give(owner.page, 'drop', [screen])
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    await thumbnails().first().click()
    const canvas = stage().locator('canvas')
    const widthNow = async () => Math.round((await canvas.boundingBox())?.width ?? 0)
    await expect.poll(widthNow).toBe(320)
    await owner.page.keyboard.press('+')
    expect(await widthNow()).toBe(480)
    await owner.page.keyboard.press('0')
    expect(await widthNow()).toBe(320)
    await pinch(canvas)
    await expect.poll(widthNow).toBeGreaterThan(800)
    await owner.page.keyboard.press('0')
    expect(await widthNow()).toBe(320)
    await canvas.hover()
    await owner.page.mouse.wheel(0, -300)
    await expect.poll(widthNow).toBeGreaterThan(800)
    await owner.page.keyboard.press('Escape')
    await expect.poll(() => panel().locator('.stage').count()).toBe(0)
    expect(
      await thumbnails()
        .first()
        .evaluate((element) => element.matches(':focus')),
    ).toBe(true)
    expect(await panel().isVisible()).toBe(true)
  })

  it('what is redacted with the mouse is gone from the file that is sent', async () => {
    await removeAll()
    const secret = await makePicture(owner.page, { width: 600, height: 400, type: 'image/png', square: '#00ff00' })
    await give(owner.page, 'drop', [file('secret.png', 'image/png', secret)])
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    expect((await pixelsOf(owner.page, sent[0] ?? Buffer.alloc(0))).green).toBeGreaterThan(1000)
    await panel().getByRole('button', { name: 'Обрезать, указать или закрасить' }).click()
    await stage().getByRole('radio', { name: 'Закрасить' }).check({ force: true })
    const box = await stage().locator('canvas').boundingBox()
    if (!box) throw new Error('no canvas')
    const at = (share: number) => [box.x + box.width * share, box.y + box.height * share] as const
    await owner.page.mouse.move(...at(0.2))
    await owner.page.mouse.down()
    await owner.page.mouse.move(...at(0.5), { steps: 4 })
    await owner.page.mouse.move(...at(0.8), { steps: 4 })
    await owner.page.mouse.up()
    await stage().getByRole('button', { name: 'Готово' }).click()
    await expect.poll(() => sent.length, slow).toBe(2)
    expect((await pixelsOf(owner.page, sent[1] ?? Buffer.alloc(0))).green).toBe(0)
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    // The one that was uploaded before is taken back.
    expect(taken).toEqual([204])
  })

  it.each(['Стрелка', 'Рамка', 'Надпись'])('%s, put with the mouse, is in the file that is sent', async (tool) => {
    await removeAll()
    const plain = await makePicture(owner.page, { width: 600, height: 400, type: 'image/png' })
    await give(owner.page, 'drop', [file('plain.png', 'image/png', plain)])
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    expect((await pixelsOf(owner.page, sent[0] ?? Buffer.alloc(0))).red).toBe(0)
    await panel().getByRole('button', { name: 'Обрезать, указать или закрасить' }).click()
    await stage().getByRole('radio', { name: tool }).check({ force: true })
    const box = await stage().locator('canvas').boundingBox()
    if (!box) throw new Error('no canvas')
    const at = (share: number) => [box.x + box.width * share, box.y + box.height * share] as const
    await owner.page.mouse.move(...at(0.3))
    await owner.page.mouse.down()
    await owner.page.mouse.move(...at(0.7), { steps: 4 })
    await owner.page.mouse.up()
    if (tool === 'Надпись') {
      await stage().getByRole('textbox', { name: 'Текст надписи' }).waitFor()
      await owner.page.keyboard.type('Здесь')
      await owner.page.keyboard.press('Enter')
    }
    await stage().getByRole('button', { name: 'Готово' }).click()
    await expect.poll(() => sent.length, slow).toBe(2)
    expect((await pixelsOf(owner.page, sent[1] ?? Buffer.alloc(0))).red).toBeGreaterThan(100)
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
  })

  it('one finger draws; two zoom, and leave no stroke behind', async () => {
    await panel().getByRole('button', { name: 'Обрезать, указать или закрасить' }).click()
    const canvas = stage().locator('canvas')
    const undo = stage().getByRole('button', { name: 'Отменить' })
    const widthNow = async () => Math.round((await canvas.boundingBox())?.width ?? 0)
    await expect.poll(widthNow).toBe(600)
    await pinch(canvas)
    await expect.poll(widthNow).toBeGreaterThan(900)
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    await drag(canvas)
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('false')
    await stage().getByRole('button', { name: 'Не менять' }).click()
    await expect.poll(() => panel().locator('.stage').count()).toBe(0)
    expect(sent).toHaveLength(2)
  })

  it('all of it can be done by keys alone: a frame, a text, undo, crop', async () => {
    await panel().getByRole('button', { name: 'Обрезать, указать или закрасить' }).focus()
    const { keyboard } = owner.page
    await keyboard.press('Enter')
    const canvas = stage().locator('canvas')
    await canvas.waitFor()
    await expect.poll(() => canvas.evaluate((element) => element.matches(':focus'))).toBe(true)
    const size = () =>
      canvas.evaluate((element) => [(element as HTMLCanvasElement).width, (element as HTMLCanvasElement).height])
    const pick = async (name: string) => {
      await stage().getByRole('radio', { name }).focus()
      await keyboard.press('Space')
      await canvas.focus()
    }
    await pick('Рамка')
    await keyboard.press('Enter')
    for (const key of ['Shift+ArrowLeft', 'Shift+ArrowUp']) await keyboard.press(key)
    await keyboard.press('Enter')
    await pick('Надпись')
    await keyboard.press('Enter')
    await stage().getByRole('textbox', { name: 'Текст надписи' }).waitFor()
    await keyboard.type('Здесь')
    await keyboard.press('Enter')
    await pick('Обрезать')
    await keyboard.press('Enter')
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown']) await keyboard.press(key)
    await keyboard.press('Enter')
    await expect.poll(size).toEqual([64, 64])
    await keyboard.press('Control+z')
    await expect.poll(size).toEqual([600, 400])
    await keyboard.press('Control+Shift+z')
    await expect.poll(size).toEqual([64, 64])
    await keyboard.press('Escape')
    expect(
      await stage()
        .getByRole('button', { name: 'Не менять' })
        .evaluate((element) => element.matches(':focus')),
    ).toBe(true)
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await expect.poll(() => sent.length, slow).toBe(3)
    expect(await pixelsOf(owner.page, sent[2] ?? Buffer.alloc(0))).toMatchObject({ width: 64, height: 64 })
    expect(owner.troubles).toEqual([])
  })

  const capture = () => panel().getByRole('button', { name: 'Сделать снимок экрана' })

  it('the tab is captured without the panel, looked at, and goes only then', async () => {
    await removeAll()
    await owner.page.evaluate(() => {
      document.body.style.display = 'none'
      document.documentElement.style.background = '#00ff00'
      document.title = 'Captured'
    })
    await capture().click()
    await stage().getByRole('button', { name: 'Добавить к билету' }).waitFor(slow)
    expect(sent).toEqual([])
    await stage().getByRole('button', { name: 'Добавить к билету' }).click()
    await expect.poll(() => thumbnails().count(), slow).toBe(1)
    const { width, height, green } = await pixelsOf(owner.page, sent[0] ?? Buffer.alloc(0))
    expect(green / (width * height)).toBeGreaterThan(0.95)
    expect(await panel().isVisible()).toBe(true)
  })

  it.each([
    ['taken back by the owner is no failure', 'cancelled', []],
    ['that the system forbids is told, with another way', 'forbidden', [/не дают снять экран/]],
    ['of a tab that shows nothing is told too', 'blank', [/Снимок вышел пустым/]],
  ])('a capture %s', async (_what, how, words) => {
    await owner.page.evaluate((outcome) => {
      const wait = window.setTimeout.bind(window)
      // A tab that gives no frame is waited for: a page whose time runs faster.
      Object.assign(window, { setTimeout: (run: () => void, ms: number) => wait(run, ms / 20) })
      navigator.mediaDevices.getDisplayMedia = async () => {
        if (outcome === 'blank') return document.createElement('canvas').captureStream(0)
        throw new DOMException(outcome === 'forbidden' ? 'Permission denied by system' : 'denied', 'NotAllowedError')
      }
    }, how)
    await capture().click()
    await expect.poll(() => panel().evaluate((element) => element.classList.contains('away'))).toBe(false)
    await expect
      .poll(() => panel().locator('.note.amber').allInnerTexts())
      .toEqual(words.map((said) => expect.stringMatching(said)))
  })

  it('the panel stays for as long as the owner picks what to capture, and where no picker comes', async () => {
    await owner.page.reload()
    await openTicket()
    await owner.page.evaluate(() => {
      const devices = navigator.mediaDevices
      const ask = devices.getDisplayMedia.bind(devices)
      devices.getDisplayMedia = (options) => {
        document.title = 'asked'
        return ask(options)
      }
    })
    // No tab is called what this browser would pick: the question is never answered.
    await capture().click()
    await expect.poll(() => owner.page.title()).toBe('asked')
    await panel().getByRole('textbox', { name: 'Что произошло' }).click()
    expect(await panel().evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
  })
})

/** The one file of a multipart body. */
function fileIn(body: Buffer): Buffer {
  const start = body.indexOf('\r\n\r\n') + 4
  return body.subarray(start, body.lastIndexOf('\r\n--'))
}

/** Orientation 6 of Exif: to be turned by 90° to the right. */
const lyingOnItsSide = 6

/** An APP1 segment with the orientation and a text in it, as a camera would put its coordinates. */
function exifSegment(text: string, orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x01_12, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const data = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(text)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
