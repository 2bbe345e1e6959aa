// AsciiDoc: Asciidoctor makes HTML of it, which is brought to the words that the reader of all pages knows.
import type { Root } from 'hast'
import { parseFragment } from '../html/fragment.ts'
import { readFrontMatter, splitFrontMatter } from '../markdown/front-matter.ts'
import type { FrontMatter } from '../markdown/front-matter.ts'
import { toTimestamp } from '../tree/timestamp.ts'
import type { OnTrouble } from '../tree/trouble.ts'
import { adapt } from './adapt.ts'
import { expandIncludes } from './expand-includes.ts'

/** What Asciidoctor is told: it reads no file and asks no network, numbers nothing, and knows keys and menus. */
const options = {
  safe: 'secure',
  standalone: false,
  attributes: {
    showtitle: '',
    experimental: '',
    'skip-front-matter': '',
    'attribute-missing': 'drop',
    'table-caption!': '',
    'figure-caption!': '',
    'example-caption!': '',
    'sectnums!': '',
    'toc!': '',
  },
}

export type AsciiDocOptions = { include: (path: string) => string | undefined; onTrouble: OnTrouble }

/** A document's facts and its content as hast. The converter is loaded with the first document. */
export async function readAsciiDoc(
  source: string,
  { include, onTrouble }: AsciiDocOptions,
): Promise<{ frontMatter: FrontMatter; hast: Root }> {
  const { convert, LoggerManager, NullLogger } = await import('@asciidoctor/core')
  LoggerManager.logger = new NullLogger()
  const { source: front, format, content } = splitFrontMatter(source.replaceAll(/\r\n?/gu, '\n'))
  const leftOut = (sample: string) => onTrouble({ kind: 'left out', what: 'include::', sample: sample.slice(0, 120) })
  const html = await convert(expandIncludes(content, { include, leftOut }), options)
  const hast = parseFragment(typeof html === 'string' ? html : '')
  adapt(hast)
  return { frontMatter: { ...factsIn(content), ...readFrontMatter(front, format) }, hast }
}

/** What the attributes at a document's head say of it. */
function factsIn(content: string): FrontMatter {
  const attribute = (name: string) => new RegExp(`^:(?:page-)?${name}:[ \\t]+(.+)$`, 'mu').exec(content)?.[1]?.trim()
  const updatedAt = toTimestamp(attribute('revdate') ?? attribute('docdate') ?? '')
  const lang = attribute('lang')
  const section = attribute('section') ?? attribute('category')
  return {
    ...(updatedAt && { updatedAt }),
    ...(lang && { lang }),
    ...(section && { section }),
    ...(attribute('robots')?.includes('noindex') && { hidden: 'not for search engines' }),
  }
}
