// Parts under a title: folded ones, tabs, notes.
import type { Block, Inline, Titled } from '@bilet/shared/article'
import type { Element } from 'hast'
import { isElement } from './element.ts'
import { partOf, splitTitle } from './parts.ts'
import { lineOf, paragraph } from './reading.ts'
import type { Node, ReadBlocks, Reading } from './context.ts'
import { toneOf } from './tone.ts'

/** `<details>`; one without a title is not folded, for nothing would tell what is in it. */
export function toDetails(element: Element, inside: Reading, readBlocks: ReadBlocks): Block[] {
  const { title, children } = readTitled(element, inside, readBlocks)
  if (children.length === 0) return paragraph(title)
  return title.length > 0 ? [{ type: 'details', title, children }] : children
}

/** Neighbouring tabs as one block. A single tab without a title is its content. */
export function toTabs(elements: readonly Element[], inside: Reading, readBlocks: ReadBlocks): Block[] {
  const tabs = elements.map((element) => readTitled(element, inside, readBlocks)).filter(isFilled)
  const [only] = tabs
  if (tabs.length === 1 && only?.title.length === 0) return only.children
  return tabs.length > 0 ? [{ type: 'tabs', tabs: tabs.map(named) }] : []
}

/** A list whose items are tabs, or folded parts, titled by their first lines. */
export function toTitledList(element: Element, inside: Reading, readBlocks: ReadBlocks): Block[] {
  const items = element.children.filter(isElement).flatMap((list) => list.children.filter(isElement))
  const parts = items.map((item) => readTitled(titledByFirst(item), inside, readBlocks)).filter(isFilled)
  if (partOf(element) === 'tab-list') return parts.length > 0 ? [{ type: 'tabs', tabs: parts.map(named) }] : []
  return parts.map((part) => ({ type: 'details', ...named(part, 0) }))
}

/** A quotation, or a note where something tells its tone. */
export function toQuote(element: Element, inside: Reading, readBlocks: ReadBlocks): Block[] {
  const tone = toneOf(element)
  if (tone === undefined) {
    const children = readBlocks(element.children, inside)
    return children.length > 0 ? [{ type: 'quote', children }] : []
  }
  const { title, children } = readTitled(element, inside, readBlocks)
  if (title.length + children.length === 0) return []
  return [{ type: 'quote', tone, ...(title.length > 0 && { title }), children }]
}

function readTitled(element: Element, inside: Reading, readBlocks: ReadBlocks): Titled {
  inside.anchors.name(element.properties['id'])
  const { title, rest } = splitTitle(element)
  return { title: title ? lineOf(title.children, inside) : [], children: readBlocks(rest, inside) }
}

const isFilled = ({ title, children }: Titled) => title.length + children.length > 0

/** What has no title of its own is known by its number. */
const named = ({ title, children }: Titled, at: number): Titled => ({
  title: title.length > 0 ? title : [{ type: 'text', text: String(at + 1) } satisfies Inline],
  children,
})

/** The item with its first paragraph, or the text before the first element, as its title. */
function titledByFirst(item: Element): Element {
  const at = item.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = item.children[at]
  if (!first) return item
  const isLine = !isElement(first) || first.tagName !== 'p'
  const end = isLine ? item.children.findIndex((child, index) => index > at && isBlockish(child)) : at + 1
  const words = item.children.slice(at, end === -1 ? undefined : end)
  const title: Element = {
    type: 'element',
    tagName: 'div',
    properties: { dataPart: 'title' },
    children: isLine ? words : words.flatMap((word) => (isElement(word) ? word.children : [])),
  }
  return { ...item, children: [title, ...(end === -1 ? [] : item.children.slice(end))] }
}

const isBlockish = (node: Node) =>
  isElement(node) && /^(?:p|ul|ol|pre|table|div|blockquote|details|h[1-6])$/u.test(node.tagName)
