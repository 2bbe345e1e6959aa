// Pages that the widget is a guest on: what real hosts do to everything around them. On each the owner opens the panel, is
// understood, and closes it again, and the page's console stays clean.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf } from './support/browser.ts'
import { call } from './support/client.ts'
import { hostPages } from './support/host-pages.ts'
import type { HostPage } from './support/host-pages.ts'
import { signIdentity, staffToken } from './support/identity.ts'
import { screenshotPng } from './support/picture.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { serve } from './support/sites.ts'
import type { Site } from './support/sites.ts'

let browser: Browser
let server: RunningServer
let site: Site
let folder: Awaited<ReturnType<typeof dataFolder>>

const owner = { sub: 'marina', shop: 'samovar', plan: 'standard' as const, email: 'marina@samovar.example' }
const question = 'Не открывается раздел «Заказы»'

beforeAll(async () => {
  folder = await dataFolder()
  server = await startServer(folder.path)
  const article = { title: 'Раздел «Заказы» не открывается', markdown: 'Обновите страницу.', section: 'Заказы' }
  await call(`${server.origin}/v1/staff/articles/orders`, { token: staffToken, method: 'PUT', body: article })
  browser = await launch()
  site = await serve((incoming, answer) => {
    const host = hostPages.find(({ path }) => path === incoming.url)
    if (!host) return answer.writeHead(404).end()
    const tag = `<script async crossorigin src="${server.origin}/bilet.js"${host.attributes ?? ''}${identityFor(host)}></script>`
    const policy = host.policy?.(server.origin)
    return answer
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        ...(policy && { 'Content-Security-Policy': policy }),
      })
      .end(
        `${host.hasDoctype === false ? '' : '<!doctype html>'}${host.html.replace('TAGWRITTEN', () => tag.replace('</', '<\\/')).replaceAll('TAG', () => tag)}`,
      )
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
  await server?.stop()
  await folder?.remove()
}, 30_000)

const staff = async <T>(path: string) =>
  (await call<T>(`${server.origin}/v1/staff/tickets${path}`, { token: staffToken })).body

/** Pictures are taken from whoever is signed in: somebody else on each page, so that no ticket is like another. */
const identityFor = ({ isWrittenFrom, path }: HostPage) =>
  isWrittenFrom ? ` data-token="${signIdentity({ ...owner, sub: path })}"` : ''

async function visitHost(host: HostPage, by = browser) {
  const context = await by.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } })
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
  // The desk has answered.
  await panel.getByText('Телефоны').waitFor()
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
      expect(await page.evaluate(() => document.compatMode)).toBe(
        host.hasDoctype === false ? 'BackCompat' : 'CSS1Compat',
      )
      expect(await page.evaluate(() => document.title)).toBe(host.title ?? 'Магазин')
      expect(said).toEqual([])
      await close()
    },
    60_000,
  )

  it.each(hostPages.filter(({ isWrittenFrom }) => isWrittenFrom).map((host) => [host.name, host] as const))(
    '%s: articles are suggested, words are there after a reload, and a ticket goes with its picture',
    async (_name, host) => {
      const { page, said, close } = await visitHost(host)
      const panel = panelOf(page)
      const begin = async () => {
        await host.before?.(page)
        await page.getByRole('button', { name: 'Помощь' }).click()
        await panel.getByText('Телефоны').or(panel.locator('.suggestion')).first().waitFor()
      }
      await begin()
      await panel.getByRole('textbox').first().fill(question)
      await panel.locator('.suggestion', { hasText: 'Раздел «Заказы»' }).waitFor()
      await page.reload()
      await begin()
      expect(await panel.getByRole('textbox').first().inputValue()).toBe(question)
      await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
      await panel.getByRole('textbox', { name: 'Что произошло' }).fill('Открываю раздел, вижу пустую страницу.')
      await panel.getByRole('textbox', { name: 'Шаг 1' }).fill('Открыл «Заказы»')
      const picture = { name: 'screen.png', mimeType: 'image/png', buffer: screenshotPng }
      await panel.locator('input[type=file]').setInputFiles(picture)
      await panel.locator('.picture:not(.sending, .failed)').waitFor()
      await panel.getByRole('button', { name: 'Отправить', exact: true }).click()
      await panel.getByText('Билет принят').waitFor()
      const { items } = await staff<{ items: { id: string; requester: { subject: string } }[] }>('')
      const ticket = items.find(({ requester }) => requester.subject === host.path)
      expect(await staff(`/${ticket?.id}`)).toMatchObject({
        subject: question,
        steps: ['Открыл «Заказы»'],
        attachments: [{ width: 320, height: 200 }],
      })
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

  it('the page that the browser has kept whole for the way back still has the words, and the panel', async () => {
    const keeping = await launch({ windows: true, without: ['--disable-back-forward-cache'] })
    const { page, said, close } = await visitHost(hostPages[0] as HostPage, keeping)
    await page.getByRole('button', { name: 'Помощь' }).click()
    const field = panelOf(page).getByRole('textbox').first()
    await panelOf(page).getByText('Телефоны').waitFor()
    await field.fill(question)
    await page.evaluate(() =>
      window.addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'kept' : 'anew')),
    )
    await page.goto(`${site.origin}/rtl`)
    await page.evaluate(() => history.back())
    await expect.poll(() => page.title()).toBe('kept')
    expect(await field.inputValue()).toBe(question)
    await field.fill('не приходят письма')
    expect(await field.inputValue()).toBe('не приходят письма')
    expect(said).toEqual([])
    await close()
    await keeping.close()
  }, 60_000)
})
