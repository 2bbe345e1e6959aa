// What axe finds wrong in a page, or in a part of it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** As `rule: element`, within what the selector names. */
export async function violations(page: Page, within: string): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (selector) => {
    const { axe: tool } = window as unknown as {
      axe: { run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations: found } = await tool.run({ include: [[selector]] })
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
  }, within)
}
