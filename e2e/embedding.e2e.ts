// The kinds of pages that docs/embedding.md promises: each loads the widget, signs its owner in and opens the panel.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { signIdentity, staffToken } from './support/identity.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { serveBelow, servePage } from './support/sites.ts'

const owner = { sub: 'marina', shop: 'samovar', plan: 'premium' as const, email: 'marina@samovar.example' }
const token = () => ({ type: 'application/json', body: JSON.stringify({ token: signIdentity(owner) }) })
const strict = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri *; img-src data:"

/** What this desk says in the empty field, in words of its own. */
const ownHints = { ru: { questionHint: 'Спросите службу заботы' }, en: { questionHint: 'Ask the care desk' } }

let browser: Browser
let folder: Awaited<ReturnType<typeof dataFolder>>
let server: RunningServer
let pinned: { loader: string; integrity: string }

beforeAll(async () => {
  folder = await dataFolder()
  await writeFile(join(folder.path, 'words.json'), JSON.stringify({ words: ownHints }))
  server = await startServer(folder.path, { BILET_WORDS: 'words.json' })
  pinned = (await call<typeof pinned>(`${server.origin}/build.json`)).body
  browser = await launch()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await folder?.remove()
})

const tag = (more = '', file = 'bilet.js') =>
  `<script async crossorigin src="${server.origin}/${file}" data-token-url="/my/bilet-token" ${more}></script>`

/** Opens the panel as an owner does, and waits for what only a Premium owner is told (R5). */
async function openAsPremium(page: Page) {
  await page.getByRole('button', { name: 'Помощь' }).click()
  await panelOf(page)
    .getByText(/Premium/)
    .first()
    .waitFor()
}

describe('the widget is at home', () => {
  it.each<[string, () => { html: string; policy?: string }]>([
    ['in a page without a policy', () => ({ html: tag() })],
    [
      'under a policy by hosts',
      () => ({
        html: tag(),
        policy: `${strict}; script-src ${server.origin}; connect-src 'self' ${server.origin}`,
      }),
    ],
    [
      'under a policy by nonce',
      () => ({
        html: tag('nonce="r4nd0m"'),
        policy: `${strict}; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src 'self' ${server.origin}`,
      }),
    ],
    [
      'pinned, under a policy by nonce',
      () => ({
        html: tag(`nonce="r4nd0m" integrity="${pinned.integrity}"`, pinned.loader),
        policy: `${strict}; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src 'self' ${server.origin}`,
      }),
    ],
    [
      'pinned, under a policy by its hash',
      () => ({
        html: tag(`integrity="${pinned.integrity}"`, pinned.loader),
        policy: `${strict}; script-src '${pinned.integrity}' ${server.origin}; connect-src 'self' ${server.origin}`,
      }),
    ],
    ['as a module', () => ({ html: tag('type="module"') })],
    ['in a page whose base is elsewhere', () => ({ html: `<base href="https://cdn.example/assets/">${tag()}` })],
    ['on the left', () => ({ html: tag('data-position="left" data-offset="24 80"') })],
  ])(
    '%s',
    async (_where, make) => {
      const { html, policy } = make()
      const site = await servePage(html, policy, { '/my/bilet-token': token })
      const { page, context, troubles } = await visit(browser, `${site.origin}/admin/`, server.origin)
      await openAsPremium(page)
      expect(troubles).toEqual([])
      await context.close()
      site.close()
    },
    60_000,
  )

  it('below a path of its host, with everything beside it', async () => {
    const host = await serveBelow('/support/', server.origin)
    const html = `<script async crossorigin src="${host.origin}/support/bilet.js" data-token-url="/my/bilet-token"></script>`
    const site = await servePage(html, undefined, { '/my/bilet-token': token })
    const { page, context, troubles } = await visit(browser, `${site.origin}/`, host.origin)
    await openAsPremium(page)
    expect(troubles).toEqual([])
    await page.goto(`${host.origin}/support/docs`)
    expect(await page.getByRole('heading', { name: 'Bilet API' }).count()).toBe(1)
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1)
    await page.goto(`${host.origin}/support/staff/`)
    await page.getByLabel('Токен').fill(staffToken)
    await page.getByRole('button', { name: 'Войти' }).click()
    await page.getByText('Всё разобрано').waitFor()
    expect(page.url()).toBe(`${host.origin}/support/staff`)
    await context.close()
    site.close()
    host.close()
  }, 60_000)

  it('on the left with button and panel alike, and what is left to write in its own place', async () => {
    const site = await servePage(tag('data-position="left"'), undefined, { '/my/bilet-token': token })
    const { page, context } = await visit(browser, `${site.origin}/`, server.origin)
    expect((await page.getByRole('button', { name: 'Помощь' }).boundingBox())?.x).toBe(16)
    await openAsPremium(page)
    const panel = panelOf(page)
    expect((await panel.boundingBox())?.x).toBe(16)
    expect(await panel.evaluate((element) => getComputedStyle(element).flexWrap)).toBe('nowrap')
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel.getByRole('button', { name: 'Отправить', exact: true }).waitFor()
    expect((await panel.boundingBox())?.x).toBe(16)
    expect(await panel.evaluate((element) => getComputedStyle(element).flexDirection)).toBe('column')
    await context.close()
    site.close()
  }, 60_000)

  it('in the language that the page goes over to, in the desk’s own words too', async () => {
    const site = await servePage(tag(), undefined, { '/my/bilet-token': token })
    const { page, context, troubles } = await visit(browser, `${site.origin}/`, server.origin)
    await openAsPremium(page)
    const hint = () => panelOf(page).getByRole('textbox').first().getAttribute('placeholder')
    await expect.poll(hint).toBe(ownHints.ru.questionHint)
    for (const [locale, title, said] of [
      ['en', 'How can we help?', ownHints.en.questionHint],
      ['uk', 'Чим допомогти?', 'Наприклад: не надходять листи про замовлення'],
      ['ru', 'Чем помочь?', ownHints.ru.questionHint],
    ] as const) {
      await page.evaluate((to) => Reflect.get(window, 'Bilet').setLocale(to), locale)
      await panelOf(page).getByRole('heading', { name: title }).waitFor()
      await expect.poll(hint).toBe(said)
    }
    expect(troubles).toEqual([])
    await context.close()
    site.close()
  }, 60_000)

  it('with calls that the page made before the script was there', async () => {
    const html = `<script>
      window.Bilet ||= new Proxy({ calls: [] }, { get: (it, name) => it[name] ?? ((...args) => void it.calls.push([name, args])) })
      Bilet.prefill({ subject: 'Заказ 1042' })
      Bilet.on('open', () => { document.title = 'открыто' })
      Bilet.open('ticket')
    </script>${tag()}`
    const site = await servePage(html, undefined, { '/my/bilet-token': token })
    const { page, context } = await visit(browser, `${site.origin}/`, server.origin)
    await panelOf(page).waitFor()
    await expect.poll(() => page.title()).toBe('открыто')
    await expect.poll(() => panelOf(page).getByRole('textbox').first().inputValue()).toBe('Заказ 1042')
    await context.close()
    site.close()
  }, 60_000)

  it('and says once, in the console, why a token address gives no token', async () => {
    const site = await servePage(tag())
    const { page, context } = await visit(browser, `${site.origin}/`, server.origin)
    const warnings: string[] = []
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panelOf(page).waitFor()
    await expect
      .poll(() => warnings)
      .toEqual([`Bilet: token_url /my/bilet-token ${server.origin}/docs/tokens#token_url`])
    await page.goto(`${server.origin}/docs/tokens#token_url`)
    expect(await page.getByText('The address of data-token-url gives no token').count()).toBeGreaterThan(0)
    await context.close()
    site.close()
  }, 60_000)
})
