// What axe finds wrong in a page, or in a part of it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a change of colours may break; all else is the same in both themes. */
export const ofColours = ['color-contrast', 'link-in-text-block']

/** As `rule: element`, within what the selector names; by all rules, or by those that are named. */
export async function violations(page: Page, within: string, rules?: readonly string[]): Promise<string[]> {
  // Half a megabyte of source, read once a page.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
  return page.evaluate(
    async ([selector, only]) => {
      const { axe } = window as unknown as {
        axe: {
          run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
        }
      }
      // Neither style sheets are fetched for rules that are off, nor is what passed described.
      const options = { preload: false, resultTypes: ['violations'], ...(only && { runOnly: only }) }
      const { violations: found } = await axe.run({ include: [[selector]] }, options)
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
    },
    [within, rules] as const,
  )
}
