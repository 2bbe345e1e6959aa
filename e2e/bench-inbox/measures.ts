// What is measured in the page, by the page's own clock.
import type { Page } from 'playwright-core'

/** Milliseconds from the press of "sign in" to the first lines of the queue. */
export async function msToQueue(page: Page, origin: string, token: string): Promise<number> {
  await page.goto(`${origin}/staff`)
  await page.locator('input[name=token]').fill(token)
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const began = performance.now()
        const look = () => {
          if (!document.querySelector('.line')) return
          observer.disconnect()
          requestAnimationFrame(() => done(performance.now() - began))
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true })
        document.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
      }),
  )
}

/** The list of all tickets, the newest first. */
export async function openAll(page: Page, origin: string) {
  await page.goto(`${origin}/staff#/all`)
  await page.getByRole('heading', { name: 'Все' }).waitFor()
  await page.locator('.line').first().waitFor()
}

/** Milliseconds from the answer to a submission until the open queue says that there is something new. */
export async function msUntilNews(page: Page, submit: () => Promise<void>): Promise<number> {
  const seen = page.evaluate(
    () =>
      new Promise<number>((done) => {
        const told = () => document.querySelector('.fresh')?.textContent ?? ''
        const before = told()
        const observer = new MutationObserver(() => {
          if (told() === before) return
          observer.disconnect()
          done(Date.now())
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await submit()
  const sentAt = Date.now()
  return Math.max(0, (await seen) - sentAt)
}

/** A page with nothing on it but something to scroll: what the browser and the machine can do at this moment. */
export async function openBlank(page: Page) {
  await page.setContent(
    `<div class="rows" style="position:fixed;inset:0;overflow:auto;background:#fff"><div style="height:1000000px"></div></div>`,
  )
}

/** Milliseconds of each frame while the box is scrolled by a line and a quarter a frame, from where it is. */
export async function framesWhileScrolling(page: Page): Promise<number[]> {
  await page.bringToFront()
  return page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const box = document.querySelector('.rows')
        const frames: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          frames.push(now - last)
          last = now
          if (box) box.scrollTop += 60
          if (frames.length < 180) requestAnimationFrame(step)
          else done(frames.slice(1))
        }
        requestAnimationFrame(step)
      }),
  )
}
