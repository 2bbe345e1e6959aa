import type { Element, ElementContent, Root, RootContent } from 'hast'

export const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'

export const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

export const hasClass = (element: Element, name: string) => classesOf(element).includes(name)

export const newElement = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children })

/** The first element inside, in reading order, that `matches`. */
export function findElement(inside: Root | Element, matches: (one: Element) => boolean): Element | undefined {
  for (const child of inside.children) {
    if (!isElement(child)) continue
    const found = matches(child) ? child : findElement(child, matches)
    if (found) return found
  }
  return undefined
}
