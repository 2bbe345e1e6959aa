// HTML pages: what a page says of itself, and its main content without the site around it.
import { Readability } from '@mozilla/readability'
import type { Root } from 'hast'
import { parseHTML } from 'linkedom'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { toTimestamp } from './timestamp.ts'

export type Page = { hast: Root; title?: string | undefined; lang?: string | undefined; updatedAt?: string | undefined }

const fragment = unified().use(rehypeParse, { fragment: true })

/**
 * The main content of a page, or all of its body where none stands out. Undefined for a page without words.
 * Throws `RangeError` for a page nested by the ten thousand.
 */
export function readPage(html: string): Page | undefined {
  const { document } = parseHTML(withShell(html))
  const facts = factsOf(document)
  const whole = document.querySelector('body')?.innerHTML ?? ''
  const found = new Readability(document, { charThreshold: 0, keepClasses: true }).parse()
  const content = found?.content ?? whole
  if (!/\p{L}/u.test(found?.textContent ?? document.querySelector('body')?.textContent ?? '')) return undefined
  return { ...facts, title: facts.title ?? found?.title ?? undefined, hast: fragment.parse(content) }
}

/** linkedom makes no `<html>` and `<body>` of its own. */
const withShell = (html: string) => (/<body[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`)

type PageElement = { getAttribute(name: string): string | null; textContent: string | null }

/** As much of a document as is read here: the server is compiled without the browser's types. */
type PageDocument = {
  documentElement: PageElement
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
