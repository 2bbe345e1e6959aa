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
  const isFile = (request: string) => /^GET \/(panel\/[\w-]+|bilet)\.js$/.test(request)
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
    const files = () => owner.requests.filter((request) => isFile(request) && !/bilet|badge/.test(request))
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
    expect(owner.requests.slice(before).filter(isFile)).toEqual([])
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

  it('what is typed while the rest still comes is kept', async () => {
    await field().fill('не приходят письма')
    expect(await field().inputValue()).toBe('не приходят письма')
    await panelOf(owner.page).locator('.suggestions button').first().waitFor()
    expect(owner.troubles).toEqual([])
  })
})
