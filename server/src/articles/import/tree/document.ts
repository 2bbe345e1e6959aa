import { articleLimits } from '@bilet/shared/article'
import type { Element, Root } from 'hast'
import { EXIT, visit } from 'unist-util-visit'
import type { Addresses } from './addresses.ts'
import { toBlocks } from './blocks.ts'
import { textOf } from './inline.ts'
import { languageOf } from './language.ts'
import type { OnTrouble } from './trouble.ts'
import type { ImportedArticle } from '../source.ts'

/** A document read from its format, whichever that was. */
export type Document = {
  id: string
  url: string
  hast: Root
  addresses: Addresses
  title?: string | undefined
  section?: string | undefined
  /** As the document names it; its letters decide where it does not. */
  lang?: string | undefined
  updatedAt?: string | undefined
}

/**
 * The article in a document. Its title is the one given, else its first heading, else the last part of its id; a
 * heading of the first rank at the top says the title again and is left out.
 */
export function toImportedArticle(
  document: Document,
  onTrouble: OnTrouble = () => {},
  onNames: (names: ReadonlyMap<string, string>) => void = () => {},
): ImportedArticle {
  const { id, url, hast, addresses, section, updatedAt } = document
  const heading = takeTitle(hast, document.title)
  const title = document.title || heading || id.split('/').at(-1) || id
  const lang = languageOf(document.lang, `${title}\n${hast.children.map(textOf).join('\n')}`)
  const blocks = toBlocks(hast.children, { addresses, articleId: id, lang, onTrouble, onNames })
  return {
    id,
    title: cut(title),
    lang,
    url,
    ...(section && { section: cut(section) }),
    blocks,
    ...(updatedAt && { updatedAt }),
  }
}

const cut = (words: string) =>
  (
    words
      .match(/[^]{1,150}/gu)
      ?.slice(0, 2)
      .join('') ?? ''
  ).slice(0, articleLimits.title)

/** The words of the first heading, taken out of the tree if it is a title: of the first rank, or like the one given. */
function takeTitle(hast: Root, given: string | undefined): string {
  let title = ''
  visit(hast, 'element', (element: Element, at, parent) => {
    if (!/^h[1-6]$/u.test(element.tagName)) return undefined
    const words = textOf(element).replaceAll(/\s+/gu, ' ').trim()
    if (words !== '' && (element.tagName === 'h1' || words === given) && parent && at !== undefined) {
      title = words
      parent.children.splice(at, 1)
    }
    return EXIT
  })
  return title
}
