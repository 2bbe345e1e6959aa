// What an owner sees when something is not as it should be: the desk is down, a file is no picture, the network or the
// sign-in is lost; and what comes over the form for a moment.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { screenshotPng } from './support/picture.ts'
import { become, looks, openGallery, topmost } from './support/screens.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

/** Whatever is captured, the browser hands over the picture and asks nothing. */
const captured = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes]))
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: picture.width, height: picture.height })
    const context = canvas.getContext('2d')
    navigator.mediaDevices.getDisplayMedia = async () => {
      const stream = canvas.captureStream()
      // A canvas gives a frame when it is drawn on.
      const timer = setInterval(() => {
        if (stream.active) context?.drawImage(picture, 0, 0)
        else clearInterval(timer)
      }, 50)
      return stream
    }
  }, png.toString('base64'))

let browser: Browser
let folder: Awaited<ReturnType<typeof dataFolder>>
let server: RunningServer

beforeAll(async () => {
  folder = await dataFolder()
  server = await startServer(folder.path, { BILET_DEMO: '1' })
  browser = await launch()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await folder?.remove()
})

describe.each(looks)('%s', (name, look, persona) => {
  let owner: Visit
  /** The page as it is without the panel. */
  let shop: Buffer
  let screen: Awaited<ReturnType<typeof openGallery>>
  const panel = () => panelOf(owner.page).first()
  const field = (title: string) => panel().getByRole('textbox', { name: title })
  const button = (title: string | RegExp) => panel().getByRole('button', { name: title })
  const accepted = () => panel().getByText('Билет принят').waitFor()

  /** From the receipt of the ticket before. */
  async function begin(question: string) {
    await button('Назад').click()
    await field('Чем помочь?').fill(question)
    await button('Написать в поддержку').click()
    await field('Ваш вопрос').waitFor()
  }

  beforeAll(async () => {
    screen = await openGallery(name, () => owner)
    owner = await visit(browser, `${server.origin}/`, server.origin, look)
    await become(owner, persona)
    await owner.page.getByText('Последние заказы').waitFor()
    shop = await owner.page.screenshot()
  }, 60_000)

  afterAll(() => owner?.context.close())

  it('a desk that is down when the panel opens, and a question that waits for it', async () => {
    await owner.page.route('**/v1/**', (route) => route.abort())
    await owner.page.getByRole('button', { name: 'Помощь' }).click()
    await button('Повторить').waitFor()
    await screen('9-outage')
    await field('Чем помочь?').fill('Сколько стоит баннер на главной странице?')
    await button('Написать в поддержку').click()
    await button(/^Отправить/).click()
    await panel().getByText('Поддержка пока не отвечает').waitFor()
    await screen('9-outage-ticket')
    await owner.page.unroute('**/v1/**')
    // It is asked again by itself too: whichever comes first.
    await button('Повторить').or(panel().getByText('Билет принят')).first().click()
    await accepted()
  })

  it('files dragged over the form', async () => {
    await begin('Не сохраняется цена товара')
    const path = join(folder.path, 'экран.png')
    await writeFile(path, screenshotPng)
    const box = await panel().boundingBox()
    const { x, y } = { x: (box?.x ?? 0) + 180, y: (box?.y ?? 0) + 300 }
    const cursor = await owner.context.newCDPSession(owner.page)
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver'] as const)
      await cursor.send('Input.dispatchDragEvent', { type, x, y, data })
    await panel().locator('.drop-over').waitFor()
    await screen('4-drop-over')
    await cursor.send('Input.dispatchDragEvent', { type: 'drop', x, y, data })
    await panel().locator('.picture:not(.sending, .failed)').waitFor()
    await cursor.detach()
  })

  it('a file that is no picture, and a picture that did not go', async () => {
    await owner.page.route('**/v1/attachments', (route) => route.abort())
    await panel()
      .locator('input[type=file]')
      .setInputFiles([
        { name: 'накладная за ноябрь.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') },
        { name: 'карточка товара.png', mimeType: 'image/png', buffer: screenshotPng },
      ])
    await panel().locator('.picture.failed').waitFor()
    await panel().getByText('Это не снимок').scrollIntoViewIfNeeded()
    await screen('5-picture-refused')
    await owner.page.unroute('**/v1/attachments')
    await panel().locator('.note.red button').click()
    await button('Повторить: карточка товара.png').click()
    await expect.poll(() => panel().locator('.picture:not(.sending, .failed)').count()).toBe(2)
  })

  it('a capture, looked at before it goes', async () => {
    await captured(owner.page, shop)
    await button('Сделать снимок экрана').click()
    await topmost(owner.page).getByRole('button', { name: 'Добавить к билету' }).waitFor()
    await screen('5-capture')
    await topmost(owner.page).getByRole('button', { name: 'Добавить к билету' }).click()
    await expect.poll(() => panel().locator('.picture:not(.sending, .failed)').count()).toBe(3)
  })

  it('a ticket that waits for the network, and home meanwhile', async () => {
    await field('Что произошло').fill('Меняю цену, нажимаю «Сохранить», цена прежняя.')
    await button('Происходит само').click()
    await owner.context.setOffline(true)
    await button(/^Отправить/).click()
    await panel().getByText('Билет ждёт сети').waitFor()
    await screen('9-queued')
    await button('Назад').click()
    await panel().getByText('Билет ждёт отправки').waitFor()
    await screen('9-queued-home')
    await owner.context.setOffline(false)
    await accepted()
  })

  it('the second of the tickets that a draft was split into', async () => {
    await begin(
      '1. Не сохраняется фильтр по цене в каталоге: выбираю до 3 000 ₽, а показывает всё.\n2. Сколько стоит заказать баннер на главную?\n3. Как сделать промокод на скидку 10 % для новых покупателей?',
    )
    await button('Показать нечего').click()
    await field('Шаг 1').fill('Открыл каталог и выбрал цену')
    await button(/^Отправить/).click()
    await button('Разделить на 3 билета').click()
    await button(/^Отправить/).click()
    await button('Перейти к следующему (2)').waitFor()
    await screen('7-sent-next')
    await button('Перейти к следующему (2)').click()
    await panel().getByText('Разделили: впереди ещё 1 билет').waitFor()
    await panel().getByText('подобрали по тексту').waitFor()
    await screen('6-split-second')
  })

  it('a sign-in that was lost while the panel was open', async () => {
    await owner.page.route('**/demo/token', (route) => route.fulfill({ status: 401 }))
    await owner.page.route('**/v1/**', (route) => route.fulfill({ status: 401, json: { code: 'token_expired' } }))
    await button(/^Отправить/).click()
    const banner = panel().locator('.notice', { hasText: 'Вход в магазин устарел' })
    await banner.waitFor()
    await panel()
      .locator('.content')
      .evaluate((content) => content.scrollTo(0, content.scrollHeight))
    const [frame, told] = [await panel().locator('.content').boundingBox(), await banner.boundingBox()]
    expect(told?.y).toBeGreaterThanOrEqual(frame?.y ?? Infinity)
    await screen('9-signed-out')
  })
})
