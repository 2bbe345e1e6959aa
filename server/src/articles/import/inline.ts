// A line of text: hast's phrasing content turned into known inline nodes.
import { articleLimits } from '@bilet/shared/article'
import type { Inline } from '@bilet/shared/article'
import type { Element, ElementContent, RootContent } from 'hast'
import type { Addresses } from './addresses.ts'

/** Never shown, nor their words: behaviour, looks, controls, drawings, and players that a panel cannot hold. */
const hidden = new Set(
  'script style template noscript iframe object embed svg canvas audio video button select textarea head nav'.split(
    ' ',
  ),
)

const marks: Record<string, 'strong' | 'em' | undefined> = { strong: 'strong', b: 'strong', em: 'em', i: 'em' }
const codes = new Set(['code', 'kbd', 'samp', 'tt'])

/** Elements that stand on lines of their own. */
export const blockElements = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/u,
  ),
)

export const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'

export const isHidden = (element: Element) => hidden.has(element.tagName) || element.properties['hidden'] === true

type Context = { addresses: Addresses; onImage: (image: Element) => void }

/** Phrasing content as inline nodes, not yet tidied. Images cannot stand in a line: they are handed to `onImage`. */
export function toInlines(node: RootContent | ElementContent, context: Context, depth = 1): Inline[] {
  if (node.type === 'text') return pieces(node.value).map((text) => ({ type: 'text', text }))
  if (!isElement(node) || isHidden(node)) return []
  if (node.tagName === 'br') return [{ type: 'break' }]
  if (node.tagName === 'img') {
    context.onImage(node)
    return []
  }
  if (node.tagName === 'input') return checkbox(node)
  if (codes.has(node.tagName)) return pieces(textOf(node)).map((text) => ({ type: 'code', text }))
  return wrap(node, context, depth)
}

function wrap(element: Element, context: Context, depth: number): Inline[] {
  const inside = (level: number, within = context) =>
    element.children.flatMap((child) => toInlines(child, within, level))
  if (blockElements.has(element.tagName)) return [{ type: 'break' }, ...inside(depth), { type: 'break' }]
  if (depth >= articleLimits.inlineDepth) return inside(depth)
  const mark = marks[element.tagName]
  if (mark) return [{ type: mark, children: inside(depth + 1) }]
  const target = element.tagName === 'a' ? linkTarget(element, context.addresses) : undefined
  if (!target) return inside(depth)
  return [
    { type: 'link', ...target, children: inside(depth + 1, { ...context, addresses: unlinked(context.addresses) }) },
  ]
}

function linkTarget(element: Element, addresses: Addresses) {
  const { href } = element.properties
  return typeof href === 'string' ? addresses.link(href) : undefined
}

/** A link does not hold links, though parsers let `<a>` into `<a>` by way of tables. */
const unlinked = (addresses: Addresses): Addresses => ({ ...addresses, link: () => undefined })

/** Task lists keep their ticks. */
const checkbox = ({ properties }: Element): Inline[] =>
  properties['type'] === 'checkbox' ? [{ type: 'text', text: properties['checked'] === true ? '☑ ' : '☐ ' }] : []

/** Text cut to what one node may hold, never inside a character. None for no text. */
export const pieces = (text: string): string[] => text.match(/[^]{1,25000}/gu) ?? []

/** All the words in an element, spaces as they stand. */
export function textOf(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value
  if (!isElement(node) || isHidden(node)) return ''
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('')
}
