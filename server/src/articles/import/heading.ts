import type { Block, Inline } from '@bilet/shared/article'
import type { Element, ElementContent } from 'hast'
import { inlineText } from '../article-text.ts'
import { isElement, textOf } from './inline.ts'
import { lineOf, nameAnchors, namesIn } from './reading.ts'
import type { Reading } from './reading.ts'
import { tidy } from './tidy.ts'

/** A heading of the article's body, `rank` 1–6 in its source. Its permalink sign is no word of it. */
export function toHeading(element: Element, rank: number, reading: Reading): Block[] {
  const words = element.children.filter((child) => !isPermalink(child))
  const { line, names } = cutName(lineOf(words, reading))
  if (line.length === 0) {
    nameAnchors(element, reading)
    return []
  }
  const own = [...names, ...namesIn(element)]
  const id = reading.anchors.heading(own, inlineText(line))
  return [{ type: 'heading', level: rank <= 2 ? 2 : rank === 3 ? 3 : 4, id, children: line }]
}

/** The "¶" that documentation sites put beside headings. */
const isPermalink = (node: ElementContent) =>
  isElement(node) && node.tagName === 'a' && node.properties['href'] !== undefined && /^[\s#¶§🔗​]*$/u.test(textOf(node))

/** `## Title {#name}`: the name is taken off the words. */
function cutName(line: Inline[]): { line: Inline[]; names: string[] } {
  const last = line.at(-1)
  const found = last?.type === 'text' ? /\s*\{#([\p{L}\d_.:-]+)\}$/u.exec(last.text) : null
  if (last?.type !== 'text' || !found) return { line, names: [] }
  return {
    line: tidy([...line.slice(0, -1), { ...last, text: last.text.slice(0, found.index) }]),
    names: [found[1] ?? ''],
  }
}
