import type { LexiconMatcher, Rewording } from '../query/match-lexicon.ts'
import { listLength, scoreIn } from './article-lists.ts'
import type { ArticleLists, ArticleListsBuilder } from './article-lists.ts'
import type { Postings } from './postings.ts'
import { standTogether } from './stand-together.ts'

/** How a phrase of the lexicon stands in the articles: by these terms, in the articles of this list. */
export type Phrase = { terms: readonly number[]; list: number }

/** By rewording, the phrase that it offers; none for a phrase that no passage has. */
export type Phrases = ReadonlyMap<Rewording, Phrase>

/** Adds a list for every phrase of several terms: articles that hold them all, scored by the lowest. */
export function addPhrases(
  builder: ArticleListsBuilder,
  lists: ArticleLists,
  { rewordings }: LexiconMatcher,
  termIds: ReadonlyMap<string, number>,
  postings: Postings,
): Phrases {
  const phrases = new Map<Rewording, Phrase>()
  const known = new Map<string, number>()
  for (const rewording of rewordings) {
    const terms = rewording.terms.flatMap((term) => termIds.get(term) ?? [])
    const key = terms.join(' ')
    const [first = 0] = terms
    if (terms.length < rewording.terms.length || !standTogether(postings, terms)) continue
    const list = terms.length === 1 ? first : (known.get(key) ?? addPhrase(builder, lists, terms))
    known.set(key, list)
    phrases.set(rewording, { terms, list })
  }
  return phrases
}

function addPhrase({ add, close }: ArticleListsBuilder, lists: ArticleLists, terms: readonly number[]): number {
  const [rarest = 0, ...others] = terms.toSorted((a, b) => listLength(lists, a) - listLength(lists, b))
  for (let at = lists.offsets[rarest] ?? 0; at < (lists.offsets[rarest + 1] ?? 0); at++) {
    const article = lists.articles[at] ?? 0
    const lowest = Math.min(lists.scores[at] ?? 0, ...others.map((term) => scoreIn(lists, term, article)))
    if (lowest > 0) add(article, lowest)
  }
  return close()
}
