// The same article in several languages: known by its id, as trees of documentation name their translations, or by what
// its site says (hreflang).
import type { SearchIndex } from '../index/search-index.ts'
import type { IndexedArticle } from '../index/stored-index.ts'

const language = '(?:ru|uk|ua|en|de|fr|es|pl|pt|it|tr|kk|be|zh|ja|ko)(?:[-_][a-z]{2,4})?'
/** Folders of Docusaurus between a language and its pages. */
const pluginFolder =
  /^(?:(.*?)\/)?i18n\/[^/]+\/docusaurus-plugin-content-(docs|blog|pages)(?:-[^/]+)?\/(?:current\/)?/iu
const folder = new RegExp(`(?<=^|/)(?:(?:content|docs|i18n|locales?)[.-])?${language}(?:/|$)`, 'giu')
const suffix = new RegExp(`[._-]${language}$`, 'iu')

/** `docs/ru/x`, `docs/en/x`, `docs/x.ru` and `docs/x` have one key: the path without what tells a language. */
export const translationKey = (id: string): string =>
  id
    .replace(pluginFolder, (_, above: string | undefined, kind: string) => `${above ? `${above}/` : ''}${kind}/`)
    .replace(folder, '')
    .replace(suffix, '')
    .toLowerCase()

const known = new WeakMap<SearchIndex, ReadonlyMap<number, readonly number[]>>()

/** By article, all that it is in other languages, itself among them; nothing for what stands alone. */
export function translationsOf(index: SearchIndex): ReadonlyMap<number, readonly number[]> {
  const found = known.get(index) ?? groupsIn(index)
  known.set(index, found)
  return found
}

function groupsIn({ stored: { articles } }: SearchIndex): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<string, number[]>()
  const keyOf = joinedKeys(articles)
  for (const [article, { id }] of articles.entries()) {
    const key = keyOf(id)
    groups.set(key, [...(groups.get(key) ?? []), article])
  }
  const isTranslated = (members: readonly number[]) => new Set(members.map((one) => articles[one]?.lang)).size > 1
  return new Map(
    [...groups.values()].filter(isTranslated).flatMap((group) => group.map((article) => [article, group] as const)),
  )
}

/**
 * Articles that name each other have one key. Where only one names the other nothing is said: sites point all pages of a
 * language at the other one's first.
 */
function joinedKeys(articles: readonly IndexedArticle[]): (id: string) => string {
  const named = new Map(articles.map(({ id, translations = [] }) => [id, translations]))
  const joined = new Map<string, string>()
  const keyOf = (id: string): string => {
    let key = translationKey(id)
    for (let next = joined.get(key); next !== undefined; next = joined.get(key)) key = next
    return key
  }
  for (const [id, translations] of named) {
    for (const other of translations) {
      const [one, two] = [keyOf(id), keyOf(other)]
      if (one !== two && named.get(other)?.includes(id)) joined.set(one, two)
    }
  }
  return keyOf
}
