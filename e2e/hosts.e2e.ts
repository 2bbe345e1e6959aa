// Pages that the widget is a guest on: what real hosts do to everything around them. On each the owner opens the panel, is
// understood, and closes it again, and the page's console stays clean.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf } from './support/browser.ts'
import { hostPages } from './support/host-pages.ts'
import type { HostPage } from './support/host-pages.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { serve } from './support/sites.ts'
import type { Site } from './support/sites.ts'

let browser: Browser
let server: RunningServer
let site: Site
let folder: Awaited<ReturnType<typeof dataFolder>>

const question = 'Не открывается раздел «Заказы»'

beforeAll(async () => {
  folder = await dataFolder()
  server = await startServer(folder.path)
  browser = await launch()
  site = await serve((incoming, answer) => {
    const host = hostPages.find(({ path }) => path === incoming.url)
    if (!host) return answer.writeHead(404).end()
    const tag = `<script async crossorigin src="${server.origin}/bilet.js"${host.attributes ?? ''}></script>`
    const policy = host.policy?.(server.origin)
    return answer
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...(policy && { 'Content-Security-Policy': policy }),
      })
      .end(
        `<!doctype html>${host.html.replace('TAGWRITTEN', () => tag.replace('</', '<\\/')).replaceAll('TAG', () => tag)}`,
      )
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
  await server?.stop()
  await folder?.remove()
}, 30_000)

async function visitHost(host: HostPage) {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(`${site.origin}${host.path}`)
  return { page, said, close: () => context.close() }
}

/** As an owner would: with the mouse and the keyboard only, never into an element from behind. */
async function askAndClose(page: Page) {
  await page.getByRole('button', { name: 'Помощь' }).click()
  const panel = panelOf(page)
  const field = panel.getByRole('textbox').first()
  await field.waitFor()
  await field.click()
  await page.keyboard.type(question)
  expect(await field.inputValue()).toBe(question)
  await panel.getByRole('button', { name: 'Закрыть' }).click()
  await panel.waitFor({ state: 'hidden' })
}

describe('a guest on the page', () => {
  it.each(hostPages.map((host) => [host.name, host] as const))(
    '%s',
    async (_name, host) => {
      const { page, said, close } = await visitHost(host)
      await host.before?.(page)
      await askAndClose(page)
      expect(await page.evaluate(() => document.title)).toBe(host.title ?? 'Магазин')
      expect(said).toEqual([])
      await close()
    },
    60_000,
  )

  it('a page that writes itself anew after it has loaded is left without a trace', async () => {
    const { page, said, close } = await visitHost(hostPages[0] as HostPage)
    const help = page.getByRole('button', { name: 'Помощь' })
    await help.waitFor()
    await page.evaluate(
      'document.open(); document.write("<!doctype html><title>Магазин</title><h1>Другая</h1>"); document.close()',
    )
    await help.waitFor({ state: 'detached' })
    expect(said).toEqual([])
    await close()
  }, 60_000)

  it('the words are there again when the owner comes back through the history', async () => {
    const [plain] = hostPages
    const { page, said, close } = await visitHost(plain as HostPage)
    await askAndClose(page)
    await page.goto(`${site.origin}/rtl`)
    await page.goBack()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panelOf(page).getByText(question).or(panelOf(page).getByRole('textbox').first()).first().waitFor()
    expect(said).toEqual([])
    await close()
  }, 60_000)
})
