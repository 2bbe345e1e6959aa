// The page dies at each point of the way, as when a tab crashes or a phone runs out: everything is found at the next visit,
// once the page has said who its owner is, and one ticket is made.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { staffToken } from './support/identity.ts'
import { screenshotPng } from './support/picture.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

const question = 'Не приходят письма о заказах'
const details = 'После оплаты писем нет ни у покупателя, ни у нас'
const link = 'https://prnt.sc/abc123'

describe('a page that dies', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let context: BrowserContext
  let page: Page
  let ticketId = ''

  const panel = () => panelOf(page)
  const field = (name: string) => panel().getByRole('textbox', { name })
  const staff = <T>(path: string) => call<T>(`${server.origin}/v1/staff${path}`, { token: staffToken })
  const arrived = () => panel().locator('.picture:not(.sending, .failed)')

  /** The renderer is gone at once: nothing that listens for the end of a page is run. */
  async function kill() {
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => undefined)
    await crashed
    await page.close()
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
  }

  async function come() {
    await page.goto(`${server.origin}/`)
    await page.getByRole('button', { name: 'Помощь' }).click()
  }
  async function open() {
    await come()
    await panel().locator('textarea').first().waitFor()
  }
  const write = () =>
    panel()
      .getByRole('button', { name: /^(Написать в поддержку|Продолжить)$/ })
      .click()
  const choose = async (name: string) => {
    const file = { name, mimeType: 'image/png', buffer: screenshotPng }
    await panel().locator('input[type=file]').first().setInputFiles(file)
  }

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    browser = await launch()
    ;({ context, page } = await visit(browser, `${server.origin}/`, server.origin))
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('1: with the question typed', async () => {
    await open()
    await page.keyboard.type(question)
    await kill()
    await open()
    await expect.poll(() => field('Чем помочь?').inputValue()).toBe(question)
  })

  it('2: with the form just opened', async () => {
    await write()
    await field('Ваш вопрос').waitFor()
    await kill()
    await open()
    await write()
    await expect.poll(() => field('Ваш вопрос').inputValue()).toBe(question)
  })

  it('3: in the middle of a sentence', async () => {
    await field('Что произошло').fill(details)
    await kill()
    await open()
    await write()
    await expect.poll(() => field('Что произошло').inputValue()).toBe(details)
  })

  it('4: with a step typed and another begun', async () => {
    await field('Шаг 1').fill('Оформил тестовый заказ')
    await field('Шаг 1').press('Enter')
    await page.keyboard.type('Подождал ч')
    await kill()
    await open()
    await write()
    await expect.poll(() => field('Шаг 1').inputValue()).toBe('Оформил тестовый заказ')
    await expect.poll(() => field('Шаг 2').inputValue()).toBe('Подождал ч')
  })

  it('5: with a picture on its way', async () => {
    await page.route('**/v1/attachments', () => undefined)
    await choose('first.png')
    await panel().locator('.picture').waitFor()
    // The bytes are on the device before the picture is said to wait.
    await panel().locator('.left .done', { hasText: 'скриншот' }).waitFor()
    await kept(1)
    await kill()
    await open()
    await write()
    await expect.poll(() => arrived().count()).toBe(1)
  })

  it('6: with the picture at the server', async () => {
    await kill()
    await open()
    await write()
    await expect.poll(() => arrived().count()).toBe(1)
    await kept(0)
  })

  it('7: with a link begun', async () => {
    await panel().getByRole('button', { name: 'Вставить ссылку' }).click()
    await panel().locator('input[type=url]').fill(link)
    await kill()
    await open()
    await write()
    await expect.poll(() => panel().locator('input[type=url]').inputValue()).toBe(link)
  })

  it('8: with a picture that found no network', async () => {
    await page.route('**/v1/attachments', (route) => route.abort())
    await choose('second.png')
    await panel().locator('.picture.failed').waitFor()
    await kept(1)
    await kill()
    await open()
    await write()
    await expect.poll(() => arrived().count()).toBe(2)
  })

  it('9: with the ticket sent, and a picture of it without a network', async () => {
    await page.route('**/v1/{attachments,tickets}', (route) => route.abort())
    await choose('third.png')
    await panel().locator('.picture.failed').waitFor()
    await kept(1)
    await panel().getByRole('button', { name: 'Отправить', exact: true }).click()
    await panel().getByText('Билет ждёт сети').waitFor()
    expect((await staff<{ items: unknown[] }>('/tickets')).body.items).toEqual([])
    await kill()
    await page.route('**/v1/tickets', (route) => route.abort())
    await open()
    await panel().getByText('Билет ждёт отправки').waitFor()
  })

  it('10: between the ticket’s arrival and the answer', async () => {
    await kill()
    let answered: () => void = () => undefined
    const stored = new Promise<void>((resolve) => (answered = resolve))
    await page.route('**/v1/tickets', async (route) => {
      if (route.request().method() === 'POST') await route.fetch().then(answered, answered)
      else await route.continue()
    })
    await open()
    await stored
    await kill()
    // The answer may be there before the field is: then there is none.
    await come()
    await panel().getByText('Билет принят').waitFor()
    const { body } = await staff<{ items: { id: string; subject: string }[] }>('/tickets')
    expect(body.items.map(({ subject }) => subject)).toEqual([question])
    ticketId = body.items[0]?.id ?? ''
  })

  it('and nothing of it was lost', async () => {
    const { body } = await staff<Record<string, unknown> & { attachments: unknown[] }>(`/tickets/${ticketId}`)
    expect(body).toMatchObject({
      description: details,
      steps: ['Оформил тестовый заказ', 'Подождал ч'],
      screenshot: { links: [link] },
    })
    expect(body.attachments).toHaveLength(3)
  })

  it('11: with a draft split in two', async () => {
    await kill()
    await open()
    await field('Чем помочь?').fill(
      'Не сохраняется фильтр по цене в каталоге. Второй вопрос: сколько стоит заказать баннер на главную?',
    )
    await panel().getByRole('button', { name: 'Это просто вопрос' }).click()
    await panel().getByRole('button', { name: 'Отправить', exact: true }).click()
    await panel().getByRole('button', { name: 'Разделить на 2 билета' }).click()
    await panel().getByText('Разделили').waitFor()
    await kill()
    await open()
    await write()
    await panel().getByText('Разделили').waitFor()
    await expect.poll(() => field('Ваш вопрос').inputValue()).toContain('Не сохраняется фильтр')
  })

  it('12: with a reply begun, and a picture of it without a network', async () => {
    await panel().getByRole('button', { name: 'Ваши билеты' }).click()
    await panel().getByText(question).click()
    await field('Ваше сообщение').fill('Письма снова')
    await page.route('**/v1/attachments', (route) => route.abort())
    await choose('reply.png')
    await panel().locator('.reply .picture.failed').waitFor()
    await kept(1)
    await kill()
    await open()
    await panel().getByRole('button', { name: 'Ваши билеты' }).click()
    await panel().getByText(question).click()
    await expect.poll(() => field('Ваше сообщение').inputValue()).toBe('Письма снова')
    await expect.poll(() => panel().locator('.reply .picture:not(.sending, .failed)').count()).toBe(1)
  })

  it('13: before the page has said whose words they are', async () => {
    await kill()
    await holdToken()
    await open()
    await page.keyboard.type('Начал ещё один')
    await kill()
    await open()
    await expect.poll(() => field('Чем помочь?').inputValue()).toContain('Начал ещё один')
    await expect.poll(() => field('Чем помочь?').inputValue()).toContain('Не сохраняется фильтр')
  })

  it('14: with a picture chosen before that, and not at the server after it', async () => {
    await kill()
    const tell = await holdToken()
    await page.route('**/v1/attachments', () => undefined)
    await open()
    await page.keyboard.type('И снимок')
    await write()
    await choose('early.png')
    await panel().locator('.picture').waitFor()
    await tell()
    // The reply's picture of before has come to the server: this one alone waits.
    await kept(1)
    await kill()
    await open()
    await write()
    await expect.poll(() => field('Ваш вопрос').inputValue()).toContain('И снимок')
    await expect.poll(() => arrived().count()).toBe(1)
  })

  /** The page does not tell who its owner is before it is told to. */
  async function holdToken() {
    let tell: () => void = () => undefined
    const told = new Promise<void>((resolve) => (tell = resolve))
    await page.route('**/demo/token*', async (route) => {
      await told
      await route.continue().catch(() => undefined)
    })
    return async () => tell()
  }

  /** Waits until so many pictures are on the device; what came before it was known whose is swept at the next visit. */
  const kept = (count: number) =>
    expect
      .poll(() =>
        page.evaluate(async () => {
          const opening = indexedDB.open('bilet:user')
          await new Promise((resolve) => (opening.onsuccess = resolve))
          const listing = opening.result.transaction('kept').objectStore('kept').getAllKeys()
          await new Promise((resolve) => (listing.onsuccess = resolve))
          opening.result.close()
          return listing.result.filter((key) => typeof key === 'string' && !key.startsWith('user:new/')).length
        }),
      )
      .toBe(count)
})
