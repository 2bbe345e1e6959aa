// One cold visit: a fresh profile on a slowed-down processor, from the page's load to the first field after a click.
import type { Browser, CDPSession } from 'playwright-core'
import type { Contestant } from './contestants.ts'

export type Measured = {
  /** Transferred before and after the click, headers included, and how many files. The page itself is not counted. */
  bytesBefore: number
  bytesAfter: number
  requestsBefore: number
  requestsAfter: number
  /** Milliseconds from the click to a frame that shows the focused or focusable field. */
  toField: number
  /** Longest task after the click, and the longest frame before it. */
  longestTask: number
  longestBefore: number
  /** Milliseconds over fifty of all tasks: of those before the click, and of the whole visit. */
  blockedBefore: number
  blocked: number
}

/** How many times slower the processor is made. */
export const slowDown = 4

/** What the page looks at itself, from before its first script on. */
function watch({ button, field }: NonNullable<Contestant['opening']>) {
  const tasks: { at: number; took: number }[] = []
  const seen = { clicked: 0, field: 0, tasks }
  Object.assign(window, { bench: seen })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, took: duration })
  }).observe({ type: 'longtask', buffered: true })
  const find = (selector: string) => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    return [document, ...roots].map((root) => root.querySelector(selector)).find((element) => element !== null)
  }
  const look = () => {
    const element = find(field)
    const isShown =
      element && element.getBoundingClientRect().height > 0 && getComputedStyle(element).visibility === 'visible'
    if (seen.clicked && isShown) seen.field = performance.now()
    else requestAnimationFrame(look)
  }
  addEventListener(
    'click',
    (event) => {
      if (!event.composedPath().includes(find(button) ?? window) || seen.clicked) return
      seen.clicked = event.timeStamp
      requestAnimationFrame(look)
    },
    true,
  )
}

type Bench = { clicked: number; field: number; tasks: { at: number; took: number }[] }

/** Counts what goes over the network, without the page itself. */
async function countTransfers(session: CDPSession) {
  const total = { bytes: 0, requests: 0 }
  const pages = new Set<string>()
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document' || type === 'Other') pages.add(requestId)
    else total.requests++
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!pages.has(requestId)) total.bytes += encodedDataLength
  })
  await session.send('Network.enable')
  return () => ({ ...total })
}

const quiet = 600

const nothing = { button: 'none', field: 'none' }

/** Visits the contestant's page once. Rejects where no field comes within a generous while; on a bare page none is waited for. */
export async function measure(browser: Browser, url: string, { opening, hovers }: Contestant): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const transfers = await countTransfers(session)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  // The compiler names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.addInitScript(watch, opening ?? nothing)
  await page.goto(url)
  const button = opening && page.locator(opening.button).first()
  await button?.waitFor()
  await page.waitForTimeout(quiet)
  if (hovers) {
    await button?.hover()
    await page.waitForTimeout(quiet)
  }
  const before = transfers()
  if (button) {
    await button.click()
    await page.waitForFunction(() => (window as unknown as { bench: Bench }).bench.field > 0)
    await page.waitForTimeout(quiet)
  }
  const after = transfers()
  const { clicked, field, tasks } = await page.evaluate(() => (window as unknown as { bench: Bench }).bench)
  await context.close()
  const longest = (some: Bench['tasks']) => Math.max(0, ...some.map(({ took }) => took))
  const blocking = (some: Bench['tasks']) => some.reduce((sum, { took }) => sum + Math.max(0, took - 50), 0)
  const isBefore = ({ at, took }: Bench['tasks'][number]) => !clicked || at + took < clicked
  const tasksBefore = tasks.filter((task) => isBefore(task))
  return {
    bytesBefore: before.bytes,
    bytesAfter: after.bytes - before.bytes,
    requestsBefore: before.requests,
    requestsAfter: after.requests - before.requests,
    toField: field - clicked,
    longestTask: longest(tasks.filter((task) => !isBefore(task))),
    longestBefore: longest(tasksBefore),
    blockedBefore: blocking(tasksBefore),
    blocked: blocking(tasks),
  }
}
