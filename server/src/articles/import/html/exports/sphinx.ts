// What Sphinx builds of reStructuredText, in any of its themes.
import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf, findElement, hasClass, isElement, newElement } from '../../tree/element.ts'
import { textOf } from '../../tree/inline.ts'
import type { Export } from './export.ts'

export const sphinx: Export = (page) => {
  const main = findElement(page, ({ properties }) => properties['role'] === 'main')
  if (!main || !findElement(main, (one) => hasClass(one, 'headerlink'))) return undefined
  const hast: Root = { type: 'root', children: [main] }
  visit(hast, 'element', (element, at, parent) => {
    if (
      parent &&
      at !== undefined &&
      classesOf(element).some((name) => name === 'headerlink' || name === 'viewcode-link')
    ) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    adapt(element)
    return undefined
  })
  const heading = findElement(hast, ({ tagName }) => tagName === 'h1')
  return { hast, ...(heading && { title: textOf(heading).trim() }) }
}

function adapt(element: Element) {
  const classes = classesOf(element)
  const language = classes.map((name) => /^highlight-([\w+#.-]+)$/u.exec(name)?.[1]).find((name) => name !== undefined)
  if (language !== undefined && language !== 'default') nameLanguage(element, language)
  else if (classes.includes('footnote-reference')) element.properties['className'] = ['footnote-ref']
  else if (classes.includes('footnote-list')) asFootnotes(element)
}

function nameLanguage(box: Element, language: string) {
  const code = findElement(box, ({ tagName }) => tagName === 'pre')
  if (code) code.properties['className'] = [`language-${language === 'python3' ? 'python' : language}`]
}

/** Each note begins with its number in brackets, which leads back. */
function asFootnotes(list: Element) {
  const notes = list.children.filter(isElement).filter((one) => hasClass(one, 'footnote'))
  const items = notes.map(({ properties, children }) =>
    newElement(
      'li',
      children.filter((child) => !isElement(child) || !hasClass(child, 'label')),
      { id: properties['id'] },
    ),
  )
  list.tagName = 'section'
  list.properties = { className: ['footnotes'] }
  list.children = [newElement('ol', items)]
}
