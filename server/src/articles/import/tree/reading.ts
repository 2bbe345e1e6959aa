import type { Block, Inline } from '@bilet/shared/article'
import type { Node, Reading } from './context.ts'
import { isElement } from './element.ts'
import { toInlines } from './inline.ts'
import { tidy } from './tidy.ts'

/** A paragraph of a tidied line; none of an empty one. */
export const paragraph = (line: Inline[]): Block[] => (line.length > 0 ? [{ type: 'paragraph', children: line }] : [])

/** All the words in some nodes as one line, without images. */
export const lineOf = (nodes: readonly Node[], { addresses }: Reading): Inline[] =>
  tidy(nodes.flatMap((node) => toInlines(node, { addresses, onImage: () => {} })))

/** Names in a node, its own first: `id` anywhere, `name` of the anchors of old. */
export function namesIn(node: Node): string[] {
  if (!isElement(node)) return []
  const { id, name } = node.properties
  const own = [id, node.tagName === 'a' ? name : undefined].filter((one) => typeof one === 'string')
  return [...own, ...node.children.flatMap(namesIn)]
}

export function nameAnchors(node: Node, { anchors }: Reading) {
  for (const name of namesIn(node)) anchors.name(name)
}
