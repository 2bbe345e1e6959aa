import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isElement } from '../tree/element.ts'
import { textOf } from '../tree/inline.ts'

/** A sign after it, of Hugo and Obsidian, says whether the note is folded. */
const marker = /^\s*\[!(\w+)\][+-]?[ \t]*/u

/** `> [!NOTE]`, of any kind: the quote gets it as its class, and what stands beside the marker as its title. */
export function markAlerts(tree: Root): void {
  visit(tree, 'element', (quote) => {
    if (quote.tagName === 'blockquote') markAlert(quote)
  })
}

function markAlert(quote: Element): void {
  const first = quote.children.find(isElement)
  const text = first?.tagName === 'p' ? first.children[0] : undefined
  const found = text?.type === 'text' ? marker.exec(text.value) : null
  if (!first || text?.type !== 'text' || !found) return
  quote.properties['className'] = [(found[1] ?? '').toLowerCase()]
  text.value = text.value.slice(found[0].length)
  const { line, rest } = firstLine(first.children)
  first.children = rest
  if (line.map(textOf).join('').trim() === '') return
  const title: Element = { type: 'element', tagName: 'div', properties: { dataPart: 'title' }, children: line }
  quote.children.splice(quote.children.indexOf(first), 0, title)
}

function firstLine(children: ElementContent[]): { line: ElementContent[]; rest: ElementContent[] } {
  const at = children.findIndex((child) => child.type === 'text' && child.value.includes('\n'))
  const end = children[at]
  if (end?.type !== 'text') return { line: children, rest: [] }
  const [before = '', ...after] = end.value.split('\n')
  return {
    line: [...children.slice(0, at), { type: 'text', value: before }],
    rest: [{ type: 'text', value: after.join('\n') }, ...children.slice(at + 1)],
  }
}
