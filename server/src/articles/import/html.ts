// HTML pages: what a page says of itself, and its main content without the site around it.
import { Readability } from '@mozilla/readability'
import type { Root, RootContent } from 'hast'
import { parseHTML } from 'linkedom'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { textOf } from './inline.ts'
import { toTimestamp } from './timestamp.ts'
import { toneOfClasses } from './tone.ts'

export type Page = { hast: Root; title?: string | undefined; lang?: string | undefined; updatedAt?: string | undefined }

const parser = unified().use(rehypeParse)
const fragmentParser = unified().use(rehypeParse, { fragment: true })

/** Finding the main content takes time by the square of nesting. Real pages have some thirty levels. */
const deepest = 150

/**
 * The main content of a page, or all of it where none stands out. Undefined for a page without words.
 * Throws `RangeError` for a page nested by the ten thousand.
 */
export function readPage(html: string): Page | undefined {
  const whole = parser.parse(html)
  if (!/\p{L}/u.test(whole.children.map(textOf).join(''))) return undefined
  const { document } = parseHTML(withShell(html))
  const facts = factsOf(document)
  if (depthOf(whole) > deepest) return { ...facts, hast: whole }
  keepFrames(document)
  const found = new Readability(document, { charThreshold: 0, keepClasses: true }).parse()
  const hast = found?.content ? fragmentParser.parse(found.content.replace(/ id="readability-page-\d+"/u, '')) : whole
  return { ...facts, title: facts.title ?? found?.title ?? undefined, hast }
}

/** The finder unwraps frames of advice, but leaves quotations as they are. */
function keepFrames(document: PageDocument) {
  for (const frame of Array.from(document.querySelectorAll('div[class],aside[class],section[class]'))) {
    if (toneOfClasses((frame.getAttribute('class') ?? '').split(/\s+/u)) === undefined) continue
    const quote = document.createElement('blockquote')
    quote.setAttribute('class', frame.getAttribute('class') ?? '')
    quote.append(...Array.from(frame.childNodes))
    frame.replaceWith(quote)
  }
}

const depthOf = (node: Root | RootContent): number =>
  'children' in node ? 1 + node.children.reduce((most, child) => Math.max(most, depthOf(child)), 0) : 1

/** linkedom makes no `<html>` and `<body>` of its own. */
const withShell = (html: string) => (/<body[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`)

type PageElement = {
  textContent: string | null
  childNodes: ArrayLike<unknown>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  append(...nodes: unknown[]): void
  replaceWith(node: unknown): void
}

/** As much of a document as is read here: the server is compiled without the browser's types. */
type PageDocument = {
  documentElement: PageElement
  createElement(name: string): PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
}

function factsOf(document: PageDocument) {
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')
  const headings = document.querySelectorAll('h1')
  const title = headings.length === 1 ? words(headings[0]?.textContent) : undefined
  return {
    title: title || undefined,
    lang: document.documentElement.getAttribute('lang') ?? undefined,
    updatedAt: toTimestamp(meta('article:modified_time') ?? meta('last-modified') ?? ''),
  }
}

const words = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/gu, ' ').trim()
