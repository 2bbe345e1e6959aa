// HTML pages: what a page says of itself, and its main content without the site around it.
import { betweenSections } from '@bilet/shared/article'
import { Readability } from '@mozilla/readability'
import type { Root, RootContent } from 'hast'
import { parseHTML } from 'linkedom'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { SourceError } from '../source.ts'
import { readExported } from './exports/exported.ts'
import { parseFragment } from './fragment.ts'
import { textOf } from '../tree/inline.ts'
import { toTimestamp } from '../tree/timestamp.ts'
import { toneOfClasses } from '../tree/tone.ts'

export type Page = {
  hast: Root
  title?: string | undefined
  /** The names above it, where the page shows them. */
  section?: string | undefined
  lang?: string | undefined
  updatedAt?: string | undefined
  /** Where the page says that it really is, as it writes it. */
  canonical?: string | undefined
  /** Where it says that it stands in other languages. */
  alternates?: readonly string[]
  /** Why it is no article: it says so itself, it leads elsewhere, or there is nothing to read. */
  leftOut?: string | undefined
}

const parser = unified().use(rehypeParse)

/** Finding the main content takes time by the square of nesting. Real pages have some thirty levels. */
const deepest = 150

/**
 * The main content of a page, or all of it where none stands out. Throws `SourceError` for a page without words, and
 * `RangeError` for one nested by the ten thousand.
 */
export function readPage(html: string): Page {
  const whole = parser.parse(html)
  const { document } = parseHTML(withShell(html))
  const facts = factsOf(document)
  if (facts.leftOut !== undefined) return { ...facts, hast: whole }
  if (!/\p{L}/u.test(whole.children.map(textOf).join(''))) throw new SourceError(withoutWords(document))
  const exported = readExported(whole)
  if (exported)
    return { ...facts, ...exported, title: exported.title ?? facts.title, section: exported.section ?? facts.section }
  if (depthOf(whole) > deepest) return { ...facts, hast: whole }
  keepFrames(document)
  const found = new Readability(document, { charThreshold: 0, keepClasses: true }).parse()
  const hast = found?.content ? parseFragment(found.content.replace(/ id="readability-page-\d+"/u, '')) : whole
  return { ...facts, title: facts.title ?? found?.title ?? undefined, hast }
}

function withoutWords(document: PageDocument): string {
  if (document.querySelector('frameset')) return 'no words in it: frames, whose pages are read by themselves'
  return document.querySelector('script[src],[id=root],[id=app],[id=__next]')
    ? 'no words in it: drawn by scripts, which are not run'
    : 'no words in it'
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
  querySelectorAll(selector: string): ArrayLike<PageElement>
}

/** As much of a document as is read here: the server is compiled without the browser's types. */
type PageDocument = {
  documentElement: PageElement
  createElement(name: string): PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
}

/** The sign beside a heading that leads to it. */
const permalink = /(?<![\s\u200B¶🔗])[\s\u200B¶🔗]*[¶🔗\u200B]$|\s#$/u

function factsOf(document: PageDocument) {
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')
  const headings = document.querySelectorAll('h1')
  const title = headings.length === 1 ? words(headings[0]?.textContent).replace(permalink, '') : undefined
  const robots = `${meta('robots') ?? ''} ${meta('bilet') ?? ''}`
  const refresh = /^\s*\d+\s*;\s*url\s*=\s*["']?([^"']+)/iu.exec(
    document.querySelector('meta[http-equiv="refresh"],meta[http-equiv="Refresh"]')?.getAttribute('content') ?? '',
  )?.[1]
  return {
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
    alternates: Array.from(document.querySelectorAll('link[rel~="alternate"][hreflang]'))
      .filter((link) => isLanguage(link.getAttribute('hreflang')))
      .map((link) => link.getAttribute('href') ?? ''),
    leftOut: /\b(?:noindex|none)\b/iu.test(robots)
      ? 'not for search engines (noindex)'
      : refresh && `leads elsewhere: ${refresh.trim()}`,
    title: title || undefined,
    section: breadcrumbsOf(document, title),
    lang: document.documentElement.getAttribute('lang') ?? undefined,
    updatedAt: toTimestamp(meta('article:modified_time') ?? meta('last-modified') ?? ''),
  }
}

/** Not the page for those whose language there is not: often the site's first. */
export const isLanguage = (hreflang: string | null) => hreflang !== null && hreflang.toLowerCase() !== 'x-default'

/** The first of them is the site itself, the last may be the page. */
function breadcrumbsOf(document: PageDocument, title: string | undefined): string | undefined {
  const trail = '[aria-label*="readcrumb"],[class*="breadcrumb"],[class*="Breadcrumb"],[id="breadcrumbs"]'
  const links = Array.from(document.querySelectorAll(trail)).slice(0, 1).flatMap(linksIn)
  const names = links.slice(1).map(({ textContent }) => words(textContent))
  return names.filter((name) => name !== '' && name !== title).join(betweenSections) || undefined
}

const linksIn = (element: PageElement) => Array.from(element.querySelectorAll('a'))

const words = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/gu, ' ').trim()
