// What every screen of the widget is held to in the looks that owners have: it fits its width, and axe finds nothing. In
// Russian; by `npm run screens` in every language that `LOCALES` names, and taken as pictures into .cache/screens.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ofColours, violations } from './accessibility.ts'
import { panelOf } from './browser.ts'
import type { Look, Visit } from './browser.ts'

const pictures = fileURLToPath(new URL('../../.cache/screens/', import.meta.url))
const wanted = process.env['LOCALES']
const locales = (wanted ?? 'ru').split(',')

/** What a look is called, what it is, and whose of the demo's owners it is where both share a desk. */
export const looks: [string, Look, 'standard' | 'premium'][] = [
  ['wide', { width: 1280, height: 800 }, 'standard'],
  ['phone', { width: 390, height: 844 }, 'premium'],
]

/** Signs in as another owner of the demo, or as nobody. */
export async function become({ page }: Visit, persona: string) {
  await page.evaluate((who) => fetch(`/demo/session/${who}`, { method: 'PUT' }), persona)
  await page.reload()
}

/** The first theme is held to all rules of axe, the second to those of colours. */
const themes = [['light'], ['dark', ofColours]] as const

/** The panel, or what lies over it. */
export const topmost = (page: Page) => panelOf(page).last()

export const launcherOf = (page: Page) => page.locator('#bilet .launcher')

/** What sticks out sideways: of the panel, or, where it is closed, the button out of the page. */
async function overflowing(page: Page) {
  const isOpen = (await panelOf(page).count()) > 0
  return (isOpen ? topmost(page) : launcherOf(page)).evaluate((element) => {
    const frame = element.matches('.launcher') ? document.documentElement : element
    const { left, right } = frame.getBoundingClientRect()
    return [element, ...element.querySelectorAll('*')]
      .filter((one) => {
        const box = one.getBoundingClientRect()
        return (
          box.width > 0 && (box.left < left - 1 || box.right > right + 1) && !one.closest('pre, .table, .left, .unseen')
        )
      })
      .map((one) => one.outerHTML.slice(0, 120))
  })
}

/** `name` tells the look in the names of pictures. */
export async function openGallery(name: string, owner: () => Visit) {
  await mkdir(pictures, { recursive: true })

  async function paint(colorScheme: 'light' | 'dark') {
    const { page } = owner()
    await page.emulateMedia({ colorScheme })
    await page
      .locator(colorScheme === 'dark' ? '#bilet[data-dark]' : '#bilet:not([data-dark])')
      .waitFor({ state: 'attached' })
  }

  async function speak(locale: string) {
    if (locales.length === 1) return
    const { page } = owner()
    await page.evaluate(`window.Bilet.setLocale(${JSON.stringify(locale)})`)
    if ((await panelOf(page).count()) === 0) return
    await expect
      .poll(() => topmost(page).evaluate((element) => element.closest('[lang]')?.getAttribute('lang')?.slice(0, 2)))
      .toBe(locale)
  }

  /** Holds the screen to what every screen must keep, in each language and theme. The owner goes on in Russian, in the light. */
  async function screen(title: string) {
    const { page } = owner()
    for (const locale of locales) {
      await speak(locale)
      await page.waitForLoadState('networkidle')
      expect.soft(await overflowing(page), `${title} in ${locale} fits its width`).toEqual([])
      for (const [theme, rules] of themes) {
        await paint(theme)
        if (wanted) await page.screenshot({ path: `${pictures}${title}-${name}-${theme}-${locale}.png` })
        expect.soft(await violations(page, '#bilet', rules), `${title} in ${locale}, ${theme}`).toEqual([])
      }
    }
    await paint('light')
    await speak('ru')
  }

  return screen
}
