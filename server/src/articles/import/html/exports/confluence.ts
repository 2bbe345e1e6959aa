// Confluence's export of a space as HTML.
import type { Element, Root } from 'hast'
import { betweenSections } from '@bilet/shared/article'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf, findElement, hasClass, isElement, newElement } from '../../tree/element.ts'
import { textOf } from '../../tree/inline.ts'
import type { Export } from './export.ts'

const byId = (id: string) => (one: Element) => one.properties['id'] === id

/** Around the words: contents, metadata, drawings of buttons. */
const cut = new Set([
  'toc-macro',
  'page-metadata',
  'expand-control-icon',
  'aui-icon',
  'emoticon',
  'hidden',
  'plugin-contributors',
])

export const confluence: Export = (page) => {
  const content = findElement(page, byId('main-content'))
  if (!content || !/^(?:wiki-content|pageSection)$/u.test(classesOf(content)[0] ?? '')) return undefined
  if (!hasClass(content, 'wiki-content')) return { hast: page, leftOut: "the export's list of its pages" }
  const hast: Root = { type: 'root', children: [content] }
  visit(hast, 'element', (element, at, parent) => {
    if (parent && at !== undefined && classesOf(element).some((name) => cut.has(name))) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    adapt(element)
    return undefined
  })
  const space = wordsOf(findElement(page, byId('breadcrumbs')), 'li')
  const title = findElement(page, byId('title-text'))
  const words = title ? textOf(title).trim() : undefined
  return {
    hast,
    title: words?.slice(words.startsWith(`${space[0]} : `) ? (space[0] ?? '').length + 3 : 0),
    section: space.slice(1).join(betweenSections) || undefined,
  }
}

function wordsOf(list: Element | undefined, tagName: string): string[] {
  const items = list?.children.filter(isElement).filter((one) => one.tagName === tagName) ?? []
  return items.map((item) => textOf(item).replaceAll(/\s+/gu, ' ').trim()).filter((words) => words !== '')
}

const macro = /^confluence-information-macro-(information|tip|note|warning)$/u
/** What Confluence calls them is one step louder than what they look like. */
const tones: Record<string, string> = { information: 'note', tip: 'tip', note: 'warning', warning: 'caution' }

function adapt(element: Element) {
  const classes = classesOf(element)
  const kind = classes.map((name) => macro.exec(name)?.[1]).find((name) => name !== undefined)
  if (kind !== undefined) asNote(element, tones[kind] ?? 'note')
  else if (classes.includes('expand-container')) asDetails(element)
  else if (element.tagName === 'pre') nameLanguage(element)
  else if (classes.includes('panelHeader')) element.properties['dataPart'] = 'title'
  else if (classes.includes('panel') && !classes.includes('code')) asNote(element, 'note')
  else if (classes.includes('inline-task-list')) markTasks(element)
}

function asNote(element: Element, tone: string) {
  element.tagName = 'blockquote'
  element.properties = { ...element.properties, className: [tone] }
}

function asDetails(element: Element) {
  const control = findElement(element, (one) => hasClass(one, 'expand-control-text'))
  const content = findElement(element, (one) => hasClass(one, 'expand-content'))
  element.tagName = 'details'
  element.children = [newElement('summary', control?.children ?? []), ...(content?.children ?? [])]
}

/** `brush: java; gutter: false`, for the highlighter. */
function nameLanguage(element: Element) {
  const parameters = element.properties['dataSyntaxhighlighterParams']
  const brush = /brush:\s*([\w+#-]+)/u.exec(typeof parameters === 'string' ? parameters : '')?.[1]
  if (brush) element.properties['className'] = [`language-${brush}`]
}

function markTasks(list: Element) {
  for (const item of list.children.filter(isElement))
    item.children.unshift({ type: 'text', value: hasClass(item, 'checked') ? '☑ ' : '☐ ' })
}
