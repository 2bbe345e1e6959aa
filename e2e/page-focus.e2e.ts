// Where the focus is, beside a page that has a field of its own.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf } from './support/browser.ts'
import { signIdentity } from './support/identity.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { servePage } from './support/sites.ts'
import type { Site } from './support/sites.ts'

const tokenFor = (sub: string) =>
  signIdentity({ sub, shop: 'samovar', plan: 'premium', email: `${sub}@samovar.example` })

describe('focus', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let site: Site

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path)
    browser = await launch()
    const tag = `<script async crossorigin src="${server.origin}/bilet.js" data-token-url="/my/token" data-badge="none"></script>`
    site = await servePage(`<html lang="ru"><body><h1>Заказы</h1><input id="own">${tag}</body></html>`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    site?.close()
    await server?.stop()
    await folder?.remove()
  })

  /** A page whose endpoint tells who the owner is once `told` is settled. */
  async function visit(told = Promise.resolve(), context?: BrowserContext): Promise<Page> {
    const page = await (context ?? (await browser.newContext({ locale: 'ru-RU' }))).newPage()
    page.setDefaultTimeout(10_000)
    await page.route('**/my/token', async (route) => {
      await told
      await route.fulfill({ contentType: 'application/json', body: JSON.stringify({ token: tokenFor('marina') }) })
    })
    await page.goto(`${site.origin}/`)
    await page.waitForFunction(() => 'Bilet' in window)
    return page
  }
  const field = (page: Page, name: string) => panelOf(page).getByRole('textbox', { name })

  it('stays in the page’s own field when another owner signs in, and when a ticket goes by itself', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await field(page, 'Чем помочь?').fill('Сколько стоит SEO?')
    await panelOf(page).getByRole('button', { name: 'Это просто вопрос' }).click()
    await panelOf(page).getByText('Отдел продаж').waitFor()
    await page.route('**/v1/tickets', (route) => route.abort())
    await panelOf(page).getByRole('button', { name: 'Отправить', exact: true }).click()
    await panelOf(page).getByText('Билет ждёт сети').waitFor()
    await page.locator('#own').click()
    await page.keyboard.type('Цена 1')
    await page.unroute('**/v1/tickets')
    await panelOf(page).getByText('Билет принят').waitFor()
    await page.keyboard.type('00')
    await page.evaluate((token) => Reflect.get(window, 'Bilet').identify({ token }), tokenFor('igor'))
    await field(page, 'Чем помочь?').waitFor()
    await page.keyboard.type(' рублей')
    expect(await page.locator('#own').inputValue()).toBe('Цена 100 рублей')
  })

  it('is in the form that the page has asked for', async () => {
    const page = await visit()
    await page.evaluate(() => Reflect.get(window, 'Bilet').open('ticket'))
    await field(page, 'Ваш вопрос').waitFor()
    await expect.poll(() => field(page, 'Ваш вопрос').evaluate((one) => one.matches(':focus'))).toBe(true)
  })

  it('keeps its place in the words when more come from an earlier visit', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await field(page, 'Чем помочь?').fill('Старое')
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Старое')
    let tell: () => void = () => undefined
    const told = new Promise<void>((resolve) => (tell = resolve))
    const next = await visit(told, page.context())
    await next.getByRole('button', { name: 'Помощь' }).click()
    await field(next, 'Чем помочь?').fill('Начало конец')
    for (let back = 0; back < 6; back++) await next.keyboard.press('ArrowLeft')
    await next.keyboard.type(' сер')
    tell()
    await expect.poll(() => field(next, 'Чем помочь?').inputValue()).toContain('Старое')
    await next.keyboard.type('едина')
    expect(await field(next, 'Чем помочь?').inputValue()).toContain('Начало середина конец')
  })
})
