// Parts of a document that HTML has no element for. Flavours of Markdown and adaptors of pages write them as
// `data-part`, so that one reader makes the article's nodes of all of them.
import type { Element } from 'hast'
import { isElement } from './element.ts'

/**
 * `tab`: shown with its neighbours of the same part, one at a time; `tabs`: a border between two such groups;
 * `tab-list`, `fold-list`: a list whose items are tabs or folded parts, each titled by its first line;
 * `title`: the words that the part around it is known by.
 */
export type Part = 'tab' | 'tabs' | 'tab-list' | 'fold-list' | 'title'

export const partOf = ({ properties: { dataPart } }: Element): string | undefined =>
  typeof dataPart === 'string' ? dataPart : undefined

const titleClass = /(?:^|[-_])(?:title|heading)(?:$|[-_])|Heading_/u

/** An element's title, and its other children. A title is a part, or an element that generators class so. */
export function splitTitle(element: Element): { title: Element | undefined; rest: Element['children'] } {
  const at = element.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = element.children[at]
  if (!first || !isElement(first) || !isTitle(first)) return { title: undefined, rest: element.children }
  return { title: first, rest: element.children.toSpliced(at, 1) }
}

const isTitle = (element: Element) =>
  partOf(element) === 'title' ||
  element.tagName === 'summary' ||
  (Array.isArray(element.properties.className) &&
    element.properties.className.some((name) => typeof name === 'string' && titleClass.test(name)))
