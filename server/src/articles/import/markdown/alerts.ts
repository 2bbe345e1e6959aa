import type { Blockquote, Root } from 'mdast'
import { visit } from 'unist-util-visit'

const marker = /^\[!(\w+)\][ \t]*(?:\n|$)/u

/** `> [!NOTE]`, of any kind: the marker is taken off, and the quote gets it as its class. */
export function markAlerts(tree: Root): void {
  visit(tree, 'blockquote', (quote) => {
    const kind = takeMarker(quote)
    if (kind) quote.data = { ...quote.data, hProperties: { className: [kind.toLowerCase()] } }
  })
}

function takeMarker({ children: [first] }: Blockquote): string | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const found = text?.type === 'text' ? marker.exec(text.value) : null
  if (text?.type !== 'text' || !found) return undefined
  text.value = text.value.slice(found[0].length)
  return found[1]
}
