import type { SearchIndex } from './index/search-index.ts'
import { termsOf } from './index/terms-of.ts'
import { isStopWord } from './text/stop-words.ts'
import { stem } from './text/stem.ts'
import { tokenize } from './text/tokenize.ts'

/** The words of a ticket that staff solved with an answer linking an article. */
export type LinkedDraft = { articleId: string; text: string }

/** Linked drafts made ready for an index; to be made anew when the index changes. */
export type LinkedDrafts = readonly { article: number; terms: ReadonlySet<string>; norm: number }[]

/** However often an article was linked, its score rises by no more than this. */
const MOST_BOOST = 0.12
const ALIKE = 0.35
const MOST_DRAFTS = 2_000

/** Takes links newest first and keeps 2,000; links to articles that the index lacks are left out. */
export function createLinkedDrafts(index: SearchIndex, links: readonly LinkedDraft[]): LinkedDrafts {
  const numbers = new Map(index.stored.articles.map(({ id }, article) => [id, article]))
  return links.slice(0, MOST_DRAFTS).flatMap(({ articleId, text }) => {
    const article = numbers.get(articleId)
    const terms = contentTerms(text)
    return article === undefined ? [] : [{ article, terms, norm: normOf(index, terms) }]
  })
}

/**
 * By article number, how much it rises for a draft of these words: the liker the drafts it once answered, and the more
 * of them, the nearer to 0.12.
 */
export function linkedBoosts(
  index: SearchIndex,
  linked: LinkedDrafts,
  words: readonly string[],
): ReadonlyMap<number, number> {
  const wanted = new Set(words.map(stem))
  const norm = normOf(index, wanted)
  const room = new Map<number, number>()
  for (const draft of linked) {
    const likeness = dot(index, wanted, draft.terms) / (norm * draft.norm || 1)
    if (likeness >= ALIKE) room.set(draft.article, (room.get(draft.article) ?? 1) * (1 - likeness * likeness))
  }
  return new Map([...room].map(([article, left]) => [article, MOST_BOOST * (1 - left)]))
}

function contentTerms(text: string): Set<string> {
  const words = tokenize(text).map(({ word }) => word)
  return new Set(termsOf(words.filter((word) => !isStopWord(word)).join(' ')))
}

const normOf = (index: SearchIndex, terms: ReadonlySet<string>): number => Math.sqrt(dot(index, terms, terms))

function dot(index: SearchIndex, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let sum = 0
  for (const term of a) if (b.has(term)) sum += (index.idf[index.termIds.get(term) ?? -1] ?? 1) ** 2
  return sum
}
