// What an owner notices of an update of the server: nothing.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import { buildNext } from './support/builds.ts'
import type { OtherBuild } from './support/builds.ts'
import { call } from './support/client.ts'
import { staffToken } from './support/identity.ts'
import { dataFolder, freePort, serverEntry, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { serveBetween, servePage, serveWithout } from './support/sites.ts'

const nextTitle = 'Чем помочь на этот раз?'

let browser: Browser
let next: OtherBuild

beforeAll(async () => {
  next = await buildNext({ file: 'src/panel/i18n/opening-words.ts', from: 'Чем помочь?', to: nextTitle })
  browser = await launch()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await next?.remove()
})

const help = (page: Page) => page.getByRole('button', { name: 'Помощь' })

/** Not the browser's own line of a question that fell between two servers, or of the demo that forgot its keys. */
const isOurs = (line: string) => !/401|net::ERR_/.test(line)

describe('an update under the hands of owners', () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let port: string

  const start = (entry: string, env = {}) => startServer(folder.path, { PORT: port, BILET_DEMO: '1', ...env }, entry)

  beforeEach(async () => {
    folder = await dataFolder()
    port = String(await freePort())
    server = await start(serverEntry)
  }, 60_000)

  afterEach(async () => {
    await server.stop()
    await folder.remove()
  }, 60_000)

  async function update(env = {}) {
    await server.stop()
    server = await start(next.entry, env)
  }

  it('a page that was opened before it opens its panel after it', async () => {
    const { page, context, troubles, requests } = await visit(browser, `${server.origin}/`, server.origin)
    await help(page).waitFor()
    await update()
    await help(page).click()
    await panelOf(page).getByRole('heading', { name: 'Чем помочь?' }).waitFor()
    expect(requests.filter((line) => line === 'GET /panel.js')).toEqual([])
    expect(troubles.filter(isOurs)).toEqual([])
    await page.reload()
    await help(page).click()
    await panelOf(page).getByRole('heading', { name: nextTitle }).waitFor()
    await context.close()
  }, 120_000)

  it('a panel that is open writes and sends', async () => {
    const { page, context, troubles } = await visit(browser, `${server.origin}/`, server.origin)
    page.setDefaultTimeout(20_000)
    await help(page).click()
    const panel = panelOf(page)
    await panel.getByRole('heading', { name: 'Чем помочь?' }).waitFor()
    await update()
    await panel.getByRole('textbox', { name: 'Чем помочь?' }).fill('Сколько стоит баннер на главную')
    await panel.getByRole('button', { name: 'Это просто вопрос' }).click()
    await panel.getByRole('textbox', { name: 'Ваш вопрос' }).waitFor()
    await expect.poll(() => panel.locator('.left .todo').count()).toBe(0)
    await panel.getByRole('button', { name: /^Отправить/ }).click()
    await panel.getByText('Билет принят').waitFor()
    expect(troubles.filter(isOurs)).toEqual([])
    await context.close()
  }, 120_000)

  it('a page whose panel is kept nowhere any more opens the panel of now', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    await help(page).waitFor()
    await update({ BILET_STORAGE_URL: `fs:${folder.path}/empty` })
    await help(page).click()
    await panelOf(page).getByRole('heading', { name: nextTitle }).waitFor()
    await context.close()
  }, 120_000)
})

describe('a page whose panel is gone, and the panel of now too', () => {
  it('asks for each once, says so, and again when its owner tries again', async () => {
    const folder = await dataFolder()
    const server = await startServer(folder.path)
    const desk = await serveWithout(/panel\.js/, server.origin)
    const shop = await servePage(`<script async crossorigin src="${desk.origin}/bilet.js"></script>`)
    const { page, context, requests } = await visit(browser, `${shop.origin}/`, desk.origin)
    await help(page).waitFor()
    const asked = () => requests.filter((line) => line.includes('panel')).map((line) => line.replace(/\/\w{8}\//, '/'))
    const fail = () =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const bilet = Reflect.get(window, 'Bilet')
            const off = bilet.on('error', ({ code }: { code: string }) => {
              off()
              resolve(code)
            })
            bilet.open()
          }),
      )
    expect(await fail()).toBe('panel_unavailable')
    expect(asked()).toEqual(['GET /panel/panel.js', 'GET /panel.js'])
    expect(await page.getByRole('button', { name: 'Повторить' }).count()).toBe(1)
    expect(await fail()).toBe('panel_unavailable')
    expect(asked()).toEqual(['GET /panel/panel.js', 'GET /panel.js', 'GET /panel/panel.js', 'GET /panel.js'])
    await context.close()
    for (const site of [shop, desk]) site.close()
    await server.stop()
    await folder.remove()
  }, 60_000)
})

describe('two versions behind one balancer', () => {
  it('serve a hundred page views, each with the chunks of its own loader, whatever the browser keeps', async () => {
    const folder = await dataFolder()
    const settings = { BILET_STORAGE_URL: `fs:${folder.path}/blobs` }
    const old = await startServer(folder.path, settings)
    const fresh = await startServer(folder.path, settings, next.entry)
    const balancer = await serveBetween(old.origin, fresh.origin)
    const shop = await servePage(`<script async crossorigin src="${balancer.origin}/bilet.js"></script>`)
    const titles: (string | null)[] = []
    const failed: string[] = []
    const visitFiveTimes = async () => {
      const context = await browser.newContext()
      const page = await context.newPage()
      page.on(
        'response',
        (response) => response.status() < 400 || failed.push(`${response.status()} ${response.url()}`),
      )
      page.on('console', (message) => message.type() === 'error' && failed.push(message.text()))
      for (let views = 0; views < 5; views++) {
        await page.goto(shop.origin)
        await help(page).click()
        titles.push(await panelOf(page).getByRole('heading', { level: 2 }).first().textContent())
      }
      await context.close()
    }
    for (let visitors = 0; visitors < 20; visitors += 4) await Promise.all(Array.from({ length: 4 }, visitFiveTimes))
    expect(failed).toEqual([])
    expect(titles).toHaveLength(100)
    expect(new Set(titles)).toEqual(new Set(['Чем помочь?', nextTitle]))
    expect((await call(`${balancer.origin}/v1/staff/tickets`, { token: staffToken })).status).toBe(200)
    for (const site of [shop, balancer]) site.close()
    await Promise.all([old.stop(), fresh.stop()])
    await folder.remove()
  }, 240_000)
})
