// A page without a mouse: what is reached is reached by Tab.
import type { Locator, Page } from 'playwright-core'

const mostSteps = 120

export function keyboardOn(page: Page) {
  async function reach(target: Locator) {
    await target.waitFor()
    for (let step = 0; step < mostSteps; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('the keyboard does not get there')
  }
  return {
    reach,
    async press(target: Locator) {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    async write(target: Locator, text: string) {
      await reach(target)
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    /** In a list of choices or among radio buttons: down until it is chosen. */
    async choose(target: Locator, isChosen: () => Promise<boolean>) {
      await reach(target)
      for (let step = 0; step < mostSteps && !(await isChosen()); step++) await page.keyboard.press('ArrowDown')
    },
  }
}
