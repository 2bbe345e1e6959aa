import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isElement } from '../tree/element.ts'

const marker = /^\s*\[!(\w+)\][ \t]*(?:\n|$)/u

/** `> [!NOTE]`, of any kind: the marker is taken off, and the quote gets it as its class. */
export function markAlerts(tree: Root): void {
  visit(tree, 'element', (quote) => {
    const kind = quote.tagName === 'blockquote' ? takeMarker(quote) : undefined
    if (kind) quote.properties['className'] = [kind.toLowerCase()]
  })
}

function takeMarker({ children }: Element): string | undefined {
  const first = children.find(isElement)
  const text = first?.tagName === 'p' ? first.children[0] : undefined
  const found = text?.type === 'text' ? marker.exec(text.value) : null
  if (text?.type !== 'text' || !found) return undefined
  text.value = text.value.slice(found[0].length)
  return found[1]
}
