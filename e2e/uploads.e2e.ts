// A picture on its way over a slow network: how far it is, and that it can be called back.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import { call } from './support/client.ts'
import { makePicture } from './support/drawn.ts'
import { signIdentity, staffToken } from './support/identity.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'
import { servePage, serveWithoutAnswer } from './support/sites.ts'

const owner = { sub: 'u-uploads', shop: 's-uploads', plan: 'premium' } as const
const token = () => ({ type: 'application/json', body: JSON.stringify({ token: signIdentity(owner) }) })

/** Sooner than half a minute of silence breaks the request off anyway. */
const soon = { timeout: 15_000 }

describe('a picture on its way', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path)
    browser = await launch()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  /** The form of an owner to whom the desk is at `origin`, and a picture of theirs. */
  async function openForm(origin: string) {
    const html = `<script async crossorigin src="${origin}/bilet.js" data-token-url="/token"></script>`
    const shop = await servePage(html, undefined, { '/token': token })
    const { page, context, troubles } = await visit(browser, `${shop.origin}/`, origin)
    const panel = panelOf(page).first()
    await page.getByRole('button', { name: 'Помощь' }).click()
    await panel.getByRole('textbox', { name: 'Чем помочь?' }).fill('Не сохраняется цена товара')
    await panel.getByRole('button', { name: 'Написать в поддержку' }).click()
    await panel.getByRole('textbox', { name: 'Что произошло' }).waitFor()
    const bytes = await makePicture(page, { width: 1900, height: 1200, type: 'image/png' })
    const choose = () =>
      panel.locator('input[type=file]').setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: bytes })
    const leave = async () => {
      await context.close()
      shop.close()
    }
    return { page, context, troubles, panel, choose, leave }
  }

  it('tells how far it is, again and again, to the eye and to a reader, until it has arrived', async () => {
    const { page, context, panel, choose, leave } = await openForm(server.origin)
    const network = await context.newCDPSession(page)
    const limitTo = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      })
    await limitTo(10 * 1024)
    await choose()
    const bar = panel.getByRole('progressbar', { name: /^screen\.png: \d+\s?%$/ })
    await bar.waitFor()
    const share = () => bar.evaluate((element: HTMLProgressElement) => element.value)
    let last = 0
    for (let growths = 0; growths < 3; growths++) {
      await expect.poll(share).toBeGreaterThan(last)
      last = await share()
    }
    const percent = /(\d+)\s?%/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]
    expect(Number(percent)).toBeGreaterThanOrEqual(Math.round(last * 100))
    expect(last).toBeLessThan(1)
    await limitTo(-1)
    await bar.waitFor({ state: 'detached' })
    await expect.poll(() => panel.locator('.picture:not(.sending) .open').count()).toBe(1)
    await leave()
  })

  it('is called back: the request is broken off, the tile goes, and the ticket is sent without it', async () => {
    const way = await serveWithoutAnswer(/\/v1\/attachments$/, server.origin)
    const { page, panel, choose, troubles, leave } = await openForm(way.origin)
    await choose()
    await panel.locator('.picture.sending progress[value]').waitFor()
    await expect.poll(() => way.fates).toEqual(['waiting'])
    await panel.getByRole('button', { name: 'Убрать: screen.png' }).click()
    await expect.poll(() => way.fates, soon).toEqual(['broken off'])
    await expect.poll(() => panel.locator('.picture, .note.red').count()).toBe(0)
    await expect.poll(() => panel.evaluate((element) => element.matches(':focus-within'))).toBe(true)

    await panel.getByRole('textbox', { name: 'Что произошло' }).fill('Меняю цену, нажимаю «Сохранить», цена прежняя')
    await panel.getByRole('textbox', { name: 'Шаг 1' }).fill('Открыл карточку товара')
    await panel.getByRole('button', { name: 'Показать нечего' }).click()
    await page.keyboard.press('Control+Enter')
    await panel.getByText('Билет принят').waitFor()
    const staff = <T>(path: string) => call<T>(`${server.origin}/v1/staff/tickets${path}`, { token: staffToken })
    const [ticket] = (await staff<{ items: { id: string }[] }>('')).body.items
    expect((await staff(`/${ticket?.id}`)).body).toMatchObject({ attachments: [] })
    expect(way.fates).toEqual(['broken off'])
    expect(troubles).toEqual([])
    await leave()
    way.close()
  })
})
