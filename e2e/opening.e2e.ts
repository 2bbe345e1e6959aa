// What the host's page pays for the widget, as counts: times are for `npm run bench:widget`.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, panelOf, visit } from './support/browser.ts'
import type { Visit } from './support/browser.ts'
import { dataFolder, startServer } from './support/server.ts'
import type { RunningServer } from './support/server.ts'

describe('opening the panel', () => {
  let browser: Browser
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let server: RunningServer
  let owner: Visit
  const launcher = () => owner.page.getByRole('button', { name: 'Помощь' })
  const isFile = (request: string) => /^GET \/(panel\/\w+\/[\w-]+|bilet)\.js$/.test(request)
  /** Of the panel: the loader comes before it, the count of unread tickets a second after the page. */
  const isOfPanel = (request: string) => isFile(request) && !/bilet|badge/.test(request)
  const field = () => panelOf(owner.page).getByRole('textbox', { name: 'Чем помочь?' })

  beforeAll(async () => {
    folder = await dataFolder()
    server = await startServer(folder.path, { BILET_DEMO: '1' })
    browser = await launch()
    owner = await visit(browser, `${server.origin}/`, server.origin)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await folder?.remove()
  })

  it('pointing at the button gets the panel ready, and neither asks the server nor shows anything', async () => {
    await launcher().hover()
    const files = () => owner.requests.filter(isOfPanel)
    // The panel, its words and what is around the question; files for dropped pictures come with them.
    await expect.poll(() => files().length, { timeout: 20_000 }).toBeGreaterThan(3)
    await owner.page.waitForLoadState('networkidle')
    expect(owner.requests.filter((request) => !isFile(request) && !request.endsWith('/unread'))).toEqual([])
    expect(await panelOf(owner.page).count()).toBe(0)
    expect(files()).toHaveLength(4)
  })

  it('the click then fetches nothing more than answers of the server, and the cursor is in the field', async () => {
    const before = owner.requests.length
    await launcher().click()
    await expect.poll(() => field().evaluate((element) => element.matches(':focus'))).toBe(true)
    await panelOf(owner.page).locator('.support-line').waitFor()
    expect(owner.requests.slice(before).filter(isOfPanel)).toEqual([])
    expect(owner.requests.slice(before)).toContain('GET /v1/support')
  })

  it('a keyboard that reaches the button gets it ready too', async () => {
    const { page, requests, context } = await visit(browser, `${server.origin}/`, server.origin)
    await page.getByRole('button', { name: 'Помощь' }).focus()
    await expect.poll(() => requests.filter(isFile).length, { timeout: 20_000 }).toBeGreaterThan(2)
    await page.keyboard.press('Enter')
    await panelOf(page).getByRole('textbox', { name: 'Чем помочь?' }).waitFor()
    await context.close()
  })

  it('a count that the page does not want is not asked for', async () => {
    const { page, requests, context } = await visit(browser, `${server.origin}/`, server.origin)
    await expect.poll(() => requests).toContain('GET /v1/tickets/unread')
    await page.addInitScript(() => {
      const refuse = () => document.querySelector('script[data-locale]')?.setAttribute('data-badge', 'none')
      new MutationObserver(refuse).observe(document, { childList: true, subtree: true })
    })
    await page.evaluate(() => localStorage.clear())
    requests.length = 0
    await page.reload()
    await expect.poll(() => requests.some((request) => request.endsWith('/badge.js'))).toBe(true)
    await page.waitForLoadState('networkidle')
    expect(requests).not.toContain('GET /v1/tickets/unread')
    await context.close()
  })

  it('the first field grows with what is written, and shrinks with it', async () => {
    const height = async () => (await field().boundingBox())?.height ?? 0
    const empty = await height()
    await field().fill(Array.from({ length: 6 }, (_, line) => `Строка ${line}`).join('\n'))
    await expect.poll(height).toBeGreaterThan(empty + 60)
    expect(await field().evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(0)
    await field().fill('')
    await expect.poll(height).toBe(empty)
  })

  it('what is asked on this page stands below the field, and opens inside', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    await page.getByRole('button', { name: 'Помощь' }).click()
    const asked = panelOf(page).locator('section', { hasText: 'Спрашивают на этой странице' })
    const first = asked.getByRole('button').first()
    const title = await first.innerText()
    await first.click()
    await panelOf(page).getByRole('article').getByRole('heading', { name: title }).first().waitFor()
    await context.close()
  })

  it('whoever asks how is shown an article from its title, others from the words that match', async () => {
    const { page, context } = await visit(browser, `${server.origin}/`, server.origin)
    const panel = panelOf(page)
    const scrolled = () => panel.locator('.content').evaluate((element) => element.scrollTop)
    await page.getByRole('button', { name: 'Помощь' }).click()
    for (const [asked, passages] of [
      ['домен не открывается после смены записей', 1],
      ['как сделать, чтобы домен открывался после смены записей', 0],
    ] as const) {
      await panel.getByRole('textbox').first().fill(asked)
      await panel.locator('.suggestion').first().click()
      await panel.getByText('Помогло?').waitFor()
      expect(await panel.locator('.passage').count()).toBe(passages)
      expect((await scrolled()) > 0).toBe(passages > 0)
      await panel.getByRole('button', { name: 'Назад' }).click()
    }
    await context.close()
  })

  it('what is typed while the rest still comes is kept', async () => {
    await field().fill('не приходят письма')
    expect(await field().inputValue()).toBe('не приходят письма')
    await panelOf(owner.page).locator('.suggestions button').first().waitFor()
    expect(owner.troubles).toEqual([])
  })
})
