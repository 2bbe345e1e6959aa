import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isElement } from '../tree/element.ts'

const tick = /^\s*\[([ xX])\](?=\s)/u

/** `- [x] done`: the brackets of a task become a tick. */
export function markTicks(tree: Root): void {
  visit(tree, 'element', (item) => {
    if (item.tagName !== 'li') return
    const text = firstText(item)
    const found = text && tick.exec(text.value)
    if (found) text.value = (found[1] === ' ' ? '☐' : '☑') + text.value.slice(found[0].length)
  })
}

/** The text that an item begins with, in a paragraph or without. */
function firstText({ children }: Element) {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  const inside = first && isElement(first) && first.tagName === 'p' ? first.children[0] : first
  return inside?.type === 'text' ? inside : undefined
}
