import type { Block } from '@bilet/shared/article'
import type { Locale } from '@bilet/shared/locale'
import type { Element } from 'hast'
import { isElement } from './element.ts'
import type { ReadBlocks, Reading } from './context.ts'

/** Articles speak one language, whatever the owner's: their footnotes are headed in it. */
const headings: Record<Locale, string> = { ru: 'Сноски', uk: 'Примітки', en: 'Footnotes' }

/** Whether an element holds the footnotes of a document, as Markdown's converters write them. */
export const areFootnotes = ({ properties: { dataFootnotes, className } }: Element): boolean =>
  dataFootnotes !== undefined ||
  (Array.isArray(className) && className.some((name) => name === 'footnotes' || name === 'footnote'))

/** Footnotes under a heading. Each keeps its name, so that what refers to it leads there. */
export function toFootnotes(element: Element, inside: Reading, readBlocks: ReadBlocks): Block[] {
  const { anchors, lang } = inside
  const text = headings[lang]
  const id = anchors.heading([], text)
  const notes = itemsOf(element).map((item) => ({
    id: anchors.place(item.properties['id']),
    children: readBlocks(item.children, inside),
  }))
  const filled = notes.filter(({ children }) => children.length > 0)
  if (filled.length === 0) return []
  return [
    { type: 'heading', level: 2, id, children: [{ type: 'text', text }] },
    { type: 'footnotes', notes: filled },
  ]
}

const itemsOf = (element: Element): Element[] =>
  element.children
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'ol' ? child.children.filter(isElement) : itemsOf(child)))

/** A reference to a footnote: shown in brackets, so that its number does not run into the words. */
export const isReference = ({ tagName, properties: { dataFootnoteRef, className } }: Element): boolean =>
  tagName === 'a' && (dataFootnoteRef !== undefined || hasClass(className, 'footnote-ref'))

/** The way back from a footnote. Readers have one of their own. */
export const isBackReference = ({ properties: { dataFootnoteBackref, className } }: Element): boolean =>
  dataFootnoteBackref !== undefined || hasClass(className, 'footnote-backref') || hasClass(className, 'reversefootnote')

const hasClass = (className: unknown, name: string) => Array.isArray(className) && className.includes(name)
