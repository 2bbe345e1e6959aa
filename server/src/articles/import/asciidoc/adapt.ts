// What Asciidoctor's HTML means by its classes, in the words of the reader that all formats share.
import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf, findElement, isElement, newElement } from '../tree/element.ts'
import { textOf } from '../tree/inline.ts'

/** Changes the tree: advice, titles of blocks, footnotes, numbers of callouts. */
export function adapt(tree: Root): void {
  visit(tree, 'element', (element, at, parent) => {
    const classes = classesOf(element)
    if (element.properties['id'] === 'toc' && parent && at !== undefined) {
      parent.children.splice(at, 1)
      return [SKIP, at]
    }
    if (classes.includes('admonitionblock')) asNote(element, classes)
    else if (classes.includes('title') && element.tagName === 'div') element.properties['dataPart'] = 'title'
    else if (element.tagName === 'sup' && classes.includes('footnote')) asReference(element)
    else if (element.properties['id'] === 'footnotes') asFootnotes(element)
    else if (classes.includes('verseblock')) asVerse(element)
    return undefined
  })
}

/** The words beside the icon; the icon's own word is what the tone says. */
function asNote(box: Element, classes: readonly string[]) {
  const content = findElement(box, (one) => classesOf(one).includes('content'))
  box.tagName = 'blockquote'
  box.properties = { ...box.properties, className: classes.filter((name) => name !== 'admonitionblock') }
  box.children = content?.children ?? []
}

function asReference(mark: Element) {
  const link = mark.children.find(isElement)
  if (link) mark.children = [{ ...link, properties: { ...link.properties, className: ['footnote-ref'] } }]
}

/** Each note begins with its number as a link back, and a dot. */
function asFootnotes(box: Element) {
  const notes = box.children.filter(isElement).filter((one) => classesOf(one).includes('footnote'))
  const items = notes.map(({ properties, children }) => {
    const words = children.slice(children.findIndex(isElement) + 1)
    const [first, ...rest] = words
    const text: ElementContent[] =
      first?.type === 'text' ? [{ ...first, value: first.value.replace(/^\.\s*/u, '') }] : first ? [first] : []
    return newElement('li', [...text, ...rest], { id: properties['id'] })
  })
  box.properties = { className: ['footnotes'] }
  box.tagName = 'section'
  box.children = [newElement('ol', items)]
}

/** Lines of a poem are lines, not code. */
function asVerse(box: Element) {
  const lines = textOf(box).trim().split('\n')
  box.tagName = 'blockquote'
  box.children = [
    newElement(
      'p',
      lines.flatMap((value, at): ElementContent[] => [
        ...(at === 0 ? [] : [newElement('br', [])]),
        { type: 'text', value },
      ]),
    ),
  ]
}
