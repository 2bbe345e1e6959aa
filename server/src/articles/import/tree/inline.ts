// A line of text: hast's phrasing content turned into known inline nodes.
import { articleLimits } from '@bilet/shared/article'
import type { Inline } from '@bilet/shared/article'
import type { Element, ElementContent, RootContent } from 'hast'
import type { Addresses } from './addresses.ts'
import { isElement } from './element.ts'
import { isBackReference, isReference } from './footnotes.ts'

/** Never shown, nor their words: behaviour, looks, controls, drawings. */
const hidden = new Set(
  'script style template noscript object embed svg canvas button select textarea head nav'.split(' '),
)

const marks: Record<string, Mark | undefined> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  del: 'del',
  s: 'del',
  strike: 'del',
  sup: 'sup',
  sub: 'sub',
}
type Mark = 'strong' | 'em' | 'del' | 'sup' | 'sub'

const codes: Record<string, 'code' | 'kbd' | undefined> = { code: 'code', samp: 'code', tt: 'code', kbd: 'kbd' }

/** Players and frames: a panel holds none, so they become links on lines of their own. */
export const players = new Set(['iframe', 'video', 'audio'])

/** Elements that stand on lines of their own. */
export const blockElements = new Set(
  `address article aside audio blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main ol p pre section summary table tbody td tfoot th thead
  tr ul video`.split(/\s+/u),
)

export const isHidden = (element: Element) => hidden.has(element.tagName) || element.properties['hidden'] === true

type Context = { addresses: Addresses; onImage: (image: Element) => void }

/** Phrasing content as inline nodes, not yet tidied. Images cannot stand in a line: they are handed to `onImage`. */
export function toInlines(node: RootContent | ElementContent, context: Context, depth = 1): Inline[] {
  if (node.type === 'text') return pieces(node.value).map((text) => ({ type: 'text', text }))
  if (!isElement(node) || isHidden(node) || isBackReference(node) || players.has(node.tagName)) return []
  if (node.tagName === 'br') return [{ type: 'break' }]
  if (node.tagName === 'img') {
    context.onImage(node)
    return []
  }
  if (node.tagName === 'input') return checkbox(node)
  const code = codes[node.tagName]
  if (code) return pieces(textOf(node)).map((text) => ({ type: code, text }))
  return wrap(node, context, depth)
}

function wrap(element: Element, context: Context, depth: number): Inline[] {
  const inside = (level: number, within = context) =>
    element.children.flatMap((child) => toInlines(child, within, level))
  if (blockElements.has(element.tagName)) return [{ type: 'break' }, ...inside(depth), { type: 'break' }]
  if (depth >= articleLimits.inlineDepth) return inside(depth)
  const mark = marks[element.tagName]
  if (mark) return [{ type: mark, children: inside(depth + 1) }]
  if (isReference(element)) return reference(element, context)
  const target = element.tagName === 'a' ? linkTarget(element, context.addresses) : undefined
  if (!target) return inside(depth)
  return [
    { type: 'link', ...target, children: inside(depth + 1, { ...context, addresses: unlinked(context.addresses) }) },
  ]
}

/** The number of a footnote. */
function reference(element: Element, { addresses }: Context): Inline[] {
  const target = linkTarget(element, addresses)
  const children: Inline[] = [{ type: 'text', text: `[${textOf(element).replaceAll(/[[\]\s]/gu, '')}]` }]
  return target ? [{ type: 'link', ...target, children }] : children
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
  if (!isElement(node) || isHidden(node) || players.has(node.tagName)) return ''
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('')
}
