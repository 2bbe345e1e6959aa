// Firefox as Debian has it, over WebDriver BiDi.
import { launch } from 'puppeteer-core'
import type { ElementHandle } from 'puppeteer-core'
import type { Driver } from './driver.ts'

/** The Firefox of `FIREFOX_PATH`, which `npm test` finds or installs. */
export async function launchFirefox(): Promise<Driver> {
  const executablePath = process.env['FIREFOX_PATH']
  if (!executablePath) throw new Error('FIREFOX_PATH is not set: run npm test, or set it to a Firefox')
  const browser = await launch({ browser: 'firefox', executablePath, headless: true })
  const page = await browser.newPage()
  const find = async (expression: string) => {
    const element = (await page.evaluateHandle(`(${expression})`)).asElement()
    if (!element) throw new Error(`nothing is ${expression}`)
    return element as ElementHandle<HTMLInputElement>
  }
  return {
    open: async (url) => void (await page.goto(url)),
    run: <T>(body: string) => page.evaluate(`(() => { ${body} })()`) as Promise<T>,
    click: async (expression) => (await find(expression)).click(),
    type: (text) => page.keyboard.type(text),
    upload: async (expression, path) => (await find(expression)).uploadFile(path),
    close: () => browser.close(),
  }
}
