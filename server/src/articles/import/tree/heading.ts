import type { Block } from '@bilet/shared/article'
import type { Element, ElementContent } from 'hast'
import { inlineText } from '../../article-text.ts'
import { isElement } from './element.ts'
import { textOf } from './inline.ts'
import { lineOf, nameAnchors, namesIn } from './reading.ts'
import type { Reading } from './context.ts'

/** A heading of the article's body, `rank` 1–6 in its source. Its permalink sign is no word of it. */
export function toHeading(element: Element, rank: number, reading: Reading): Block[] {
  const words = element.children.filter((child) => !isPermalink(child))
  const line = lineOf(words, reading)
  if (line.length === 0) {
    nameAnchors(element, reading)
    return []
  }
  const id = reading.anchors.heading(namesIn(element), inlineText(line))
  return [{ type: 'heading', level: rank <= 2 ? 2 : rank === 3 ? 3 : 4, id, children: line }]
}

/** The "¶" that documentation sites put beside headings. */
const isPermalink = (node: ElementContent) =>
  isElement(node) && node.tagName === 'a' && node.properties['href'] !== undefined && /^[\s#¶§🔗​]*$/u.test(textOf(node))
