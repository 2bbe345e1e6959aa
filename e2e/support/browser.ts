// A real Chromium on the demo shop admin, listening for what an integrator would regret.
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { screenshotPng } from './picture.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How long a step may take on a machine that has much else to do, milliseconds. */
const patience = 30_000

type Flags = { windows?: boolean; more?: string[]; without?: string[] }

/**
 * The browser of `CHROME_PATH`, which `npm test` finds or installs. Where nothing needs its windows it is that of
 * `HEADLESS_SHELL_PATH`, the same Chromium without them, which takes half of the work; `more` are flags of its own, and
 * `without` are flags of Playwright's that are left out.
 */
export function launch({ windows = false, more = [], without = [] }: Flags = {}): Promise<Browser> {
  const { CHROME_PATH, HEADLESS_SHELL_PATH } = process.env
  const executablePath = (windows ? undefined : HEADLESS_SHELL_PATH) ?? CHROME_PATH
  if (!executablePath) throw new Error('CHROME_PATH is not set: run npm test, or set it to a Chromium')
  return chromium.launch({ executablePath, args: [...flags, ...more], ignoreDefaultArgs: without })
}

export type Look = { width?: number; height?: number; colorScheme?: 'light' | 'dark'; timezoneId?: string }

export type Visit = {
  page: Page
  context: BrowserContext
  /** Console errors, CSP and Trusted Types violations, page errors so far: must stay empty. */
  troubles: string[]
  /** Requests to the widget's origin so far, as `GET /path`. */
  requests: string[]
}

/** Opens the page as an owner whose clock is in `timezoneId`. A phone is what is narrower than 600 pixels. */
export async function visit(browser: Browser, url: string, widgetOrigin: string, look: Look = {}): Promise<Visit> {
  const { width = 1280, height = 800, colorScheme = 'light', timezoneId = 'Europe/Kyiv' } = look
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    timezoneId,
    locale: 'ru-RU',
    hasTouch: width < 600,
    isMobile: width < 600,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const troubles: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /violat|Content Security|Trusted/i.test(message.text()))
      troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === widgetOrigin && !request.isNavigationRequest()) requests.push(`${request.method()} ${pathname}`)
  })
  await page.goto(url)
  return { page, context, troubles, requests }
}

/** The panel's dialog, in the widget's shadow root. */
export const panelOf = (page: Page) => page.getByRole('dialog', { name: /.+/ })

/** Puts a screenshot on the clipboard and pastes it where the focus is, with the keys that an owner uses. */
export async function pasteScreenshot(page: Page) {
  await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
  }, screenshotPng.toString('base64'))
  await page.keyboard.press('Control+v')
}
