// Notion's export of a page as HTML.
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf, findElement, hasClass, isElement } from '../../tree/element.ts'
import { textOf } from '../../tree/inline.ts'
import type { Export } from './export.ts'

export const notion: Export = (page) => {
  const title = findElement(page, (one) => one.tagName === 'h1' && hasClass(one, 'page-title'))
  const body = findElement(page, (one) => hasClass(one, 'page-body'))
  if (!title || !body) return undefined
  const hast: Root = { type: 'root', children: [body] }
  visit(hast, 'element', (element, at, parent) => {
    if (parent && at !== undefined && hasClass(element, 'table_of_contents')) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    adapt(element)
    element.children = joinLists(element.children)
    return undefined
  })
  return { hast, title: textOf(title).trim() }
}

function adapt(element: Element) {
  const classes = classesOf(element)
  if (classes.includes('callout')) asNote(element, classes)
  else if (classes.includes('toggle') && element.tagName === 'ul') unwrapToggle(element)
  else if (classes.includes('checkbox')) asTick(element)
  else if (classes.includes('bookmark')) asBookmark(element)
  else if (element.tagName === 'figure' && classes.includes('image')) unlinkPicture(element)
  else if (element.tagName === 'code') lowerLanguage(element)
}

/** A callout's tone is its colour. Its icon says nothing in words. */
const tones: Record<string, string> = {
  red: 'caution',
  orange: 'warning',
  yellow: 'warning',
  green: 'tip',
  purple: 'important',
}

function asNote(element: Element, classes: readonly string[]) {
  const colour = /^block-color-([a-z]+)/u.exec(classes.find((name) => name.startsWith('block-color-')) ?? '')?.[1]
  element.tagName = 'blockquote'
  element.properties = { ...element.properties, className: [tones[colour ?? ''] ?? 'note'] }
  element.children = element.children.filter(
    (child) => !isElement(child) || !findElement({ type: 'root', children: [child] }, (one) => hasClass(one, 'icon')),
  )
}

/** Each folded part stands in a list of its own. */
function unwrapToggle(list: Element) {
  list.tagName = 'div'
  list.children = list.children.flatMap((item) => (isElement(item) ? item.children : []))
}

function asTick(box: Element) {
  const isDone = hasClass(box, 'checkbox-on')
  box.tagName = 'span'
  box.children = [{ type: 'text', value: isDone ? '☑ ' : '☐ ' }]
}

function asBookmark(link: Element) {
  const title = findElement(link, (one) => hasClass(one, 'bookmark-title'))
  if (title) link.children = [{ type: 'text', value: textOf(title) }]
}

function unlinkPicture(figure: Element) {
  const picture = findElement(figure, ({ tagName }) => tagName === 'img')
  const caption = findElement(figure, ({ tagName }) => tagName === 'figcaption')
  if (picture) figure.children = [picture, ...(caption ? [caption] : [])]
}

const lowerLanguage = (code: Element) => {
  code.properties['className'] = classesOf(code).map((name) => name.toLowerCase().replaceAll(/\s+/gu, '-'))
}

/** Each item comes in a list of its own: neighbours of a kind are one list. */
function joinLists(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const child of children) {
    const last = joined.findLast((one) => one.type !== 'text' || one.value.trim() !== '')
    if (isElement(child) && last && isElement(last) && isSameList(last, child)) last.children.push(...child.children)
    else joined.push(child)
  }
  return joined
}

const isSameList = (one: Element, other: Element) =>
  /^[ou]l$/u.test(one.tagName) &&
  one.tagName === other.tagName &&
  classesOf(one).join(' ') === classesOf(other).join(' ') &&
  (one.tagName === 'ul' || Number(other.properties['start'] ?? 1) > 1)
