// The kinds of pages that docs/embedding.md promises: each loads the widget, signs its owner in and opens the panel.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
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
async function openAsPremium(page: Page | FrameLocator) {
  await page.getByRole('button', { name: 'Помощь' }).click()
  await page
    .getByRole('dialog')
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
    [
      'pinned, under a policy by hash and nonce that heeds no hosts',
      () => ({
        html: tag(`nonce="r4nd0m" integrity="${pinned.integrity}"`, pinned.loader),
        policy: `${strict}; script-src 'nonce-r4nd0m' '${pinned.integrity}' 'strict-dynamic'; connect-src 'self' ${server.origin}`,
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

  it('but not by its hash alone where the policy heeds no hosts: the button is there, the panel is refused', async () => {
    const policy = `${strict}; script-src '${pinned.integrity}' ${server.origin} 'strict-dynamic'; connect-src 'self' ${server.origin}`
    const site = await servePage(tag(`integrity="${pinned.integrity}"`, pinned.loader), policy)
    const { page, context, troubles } = await visit(browser, `${site.origin}/`, server.origin)
    await page.getByRole('button', { name: 'Помощь' }).click()
    await page.getByRole('button', { name: 'Повторить' }).waitFor()
    expect(await panelOf(page).count()).toBe(0)
    expect(troubles.join()).toMatch(/panel\/\w+\/panel\.js.*Content Security Policy/s)
    await context.close()
    site.close()
  }, 60_000)

  it.each<[string, string, { right?: number; left?: number; bottom: number }]>([
    ['right', '24 80', { right: 24, bottom: 80 }],
    ['left', '24 80', { left: 24, bottom: 80 }],
    ['right', '40', { right: 40, bottom: 40 }],
  ])(
    'on the %s as far from the edges as data-offset="%s" says',
    async (position, offset, distances) => {
      const site = await servePage(tag(`data-position="${position}" data-offset="${offset}"`))
      const { page, context } = await visit(browser, `${site.origin}/`, server.origin)
      const measured = await page.getByRole('button', { name: 'Помощь' }).evaluate((button) => {
        const { left, right, bottom } = button.getBoundingClientRect()
        return { left, right: innerWidth - right, bottom: innerHeight - bottom }
      })
      expect(measured).toMatchObject(distances)
      await context.close()
      site.close()
    },
    60_000,
  )

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

  it('whatever facts and address the page has: a ticket goes with what its owner sees, and no secret', async () => {
    const site = await servePage(tag(), undefined, { '/my/bilet-token': token })
    const address = `${site.origin}/admin/orders/?token=SECRET&tab=import#access_token=SECRET`
    const { page, context, troubles } = await visit(browser, address, server.origin)
    const warnings: string[] = []
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()))
    await openAsPremium(page)
    await page.evaluate(() => {
      const { setContext } = Reflect.get(window, 'Bilet')
      setContext({ order: 1042 })
      const odd = [null, [1], Number.NaN, 'я'.repeat(800), { in: 'it' }]
      odd.forEach((value, at) => setContext({ [`odd${at}`]: value }))
    })
    expect(warnings).toHaveLength(5)
    const panel = panelOf(page)
    await panel.getByRole('textbox').first().fill('Сколько стоит баннер на главной странице?')
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel.getByText('Добавим к билету').waitFor()
    const shown = await panel.locator('.facts li').allInnerTexts()
    expect(shown).toContain('Заказ 1042')
    await panel.getByRole('button', { name: 'Отправить', exact: true }).click()
    await panel.getByText('Билет принят').waitFor()
    const staff = async <T>(path: string) =>
      (await call<T>(`${server.origin}/v1/staff/tickets${path}`, { token: staffToken })).body
    const [sent] = (await staff<{ items: { id: string }[] }>('')).items
    const ticket = await staff<{ pageUrl: string; environment: Record<string, unknown> }>(`/${sent?.id}`)
    expect(ticket.pageUrl).toBe(`${site.origin}/admin/orders/?tab=import`)
    expect(ticket.environment).toMatchObject({ order: 1042, odd3: 'я'.repeat(500) })
    const told = [ticket.pageUrl, ...Object.values(ticket.environment)].map(String)
    expect(shown.map((line, at) => line.endsWith(` ${told[at]}`))).toEqual(told.map(() => true))
    expect(JSON.stringify(ticket)).not.toContain('SECRET')
    expect(troubles).toEqual([])
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

describe('in a sandboxed frame the widget', () => {
  /** A page of the shop's that holds another in such a frame. */
  async function visitFrame(sandbox: string, html: string) {
    const inner = await servePage(html, undefined, { '/my/bilet-token': token })
    const outer = await servePage(
      `<iframe sandbox="${sandbox}" width="900" height="700" src="${inner.origin}/"></iframe>`,
    )
    const { page, context, troubles } = await visit(browser, `${outer.origin}/`, server.origin)
    const close = async () => {
      await context.close()
      for (const site of [inner, outer]) site.close()
    }
    return { page, frame: page.frameLocator('iframe'), troubles, close }
  }

  /** What a page that has no origin says of its owner: an address of tokens would be another site to it. */
  const withToken = (origin: string) =>
    `<script async crossorigin src="${origin}/bilet.js" data-token="${signIdentity(owner)}"></script>`

  async function withServer(allowed: string, run: (origin: string) => Promise<void>) {
    const data = await dataFolder()
    const other = await startServer(data.path, { BILET_ALLOWED_ORIGINS: allowed })
    await run(other.origin)
    await other.stop()
    await data.remove()
  }

  it('is at home with scripts and an origin, within the frame', async () => {
    const { page, frame, troubles, close } = await visitFrame('allow-scripts allow-same-origin allow-popups', tag())
    await openAsPremium(frame)
    const [panel, around] = await Promise.all([
      frame.getByRole('dialog').boundingBox(),
      page.locator('iframe').boundingBox(),
    ])
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThan((around?.x ?? 0) + (around?.width ?? 0))
    expect(troubles).toEqual([])
    await close()
  }, 60_000)

  it('is at home without an origin where the desk names it: null', async () => {
    await withServer('null', async (origin) => {
      const { frame, close } = await visitFrame('allow-scripts', withToken(origin))
      await openAsPremium(frame)
      await frame.getByRole('button', { name: 'Написать в поддержку' }).click()
      await frame.getByRole('button', { name: 'Отправить', exact: true }).waitFor()
      await close()
    })
  }, 60_000)

  it('says without an origin that this site is not connected where the desk names others', async () => {
    await withServer('https://shop.example', async (origin) => {
      const { frame, close } = await visitFrame('allow-scripts', withToken(origin))
      await frame.getByRole('button', { name: 'Помощь' }).click()
      await frame.getByText('Поддержка не подключена к этому сайту').first().waitFor()
      await close()
    })
  }, 60_000)
})
