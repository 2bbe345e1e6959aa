import type { LexiconMatcher, Rewording } from '../lexicon/matcher.ts'
import { inverseFrequency } from './article-scores.ts'
import { listLength, scoreIn } from './article-lists.ts'
import type { ArticleLists, ArticleListsBuilder } from './article-lists.ts'
import type { StoredIndex } from './stored-index.ts'
import { pieceText } from './piece-text.ts'
import { standTogether } from './stand-together.ts'
import { termsOf } from './terms-of.ts'

/**
 * How a phrase of the lexicon stands in the articles: by these terms, in the articles of this list. `telling` is
 * how few articles speak of the notion in any of its words, 0…1: what most of them speak of tells little.
 */
export type Phrase = { terms: readonly number[]; list: number; telling: number }

/** What a notion may be called that some passage has. */
export type Offer = { rewording: Rewording; phrase: Phrase }

/** By the rewordings of a notion, those of them that some passage has. */
export type Offers = ReadonlyMap<readonly Rewording[], readonly Offer[]>

/** Adds a list for every phrase of several terms: articles of which a passage holds them all, scored by the lowest. */
export function addPhrases(
  builder: ArticleListsBuilder,
  lists: ArticleLists,
  { rewordings }: LexiconMatcher,
  termIds: ReadonlyMap<string, number>,
  stored: StoredIndex,
): Offers {
  const offers = new Map<readonly Rewording[], Offer[]>()
  const known = new Map<string, number | undefined>()
  const listOf = ({ isName, terms: wanted }: Rewording, terms: readonly number[]): number | undefined => {
    if (terms.length === 1) return singleList(lists, terms)
    const pieces = standTogether(stored.postings, terms)
    const meant = isName ? pieces.filter((piece) => standInARow(pieceText(stored, piece), wanted)) : pieces
    return meant.length === 0 ? undefined : addPhrase(builder, lists, terms, articlesOf(meant, stored.pieces.article))
  }
  const phraseOf = (rewording: Rewording): Omit<Phrase, 'telling'> | undefined => {
    const terms = rewording.terms.flatMap((term) => termIds.get(term) ?? [])
    if (terms.length < rewording.terms.length) return undefined
    const key = `${rewording.isName}${terms.join(' ')}`
    if (!known.has(key)) known.set(key, listOf(rewording, terms))
    const list = known.get(key)
    return list === undefined ? undefined : { terms, list }
  }
  const tellingOf = (articles: number) => inverseFrequency(articles, stored.articles.length)
  for (const notion of rewordings) {
    const found = notion.flatMap((rewording) => {
      const phrase = phraseOf(rewording)
      return phrase === undefined ? [] : [{ rewording, phrase }]
    })
    const own = found.filter(({ rewording }) => !rewording.isUnder)
    const telling = tellingOf(spreadOf(builder, new Set(own.map(({ phrase }) => phrase.list))))
    const offered = found.map(({ rewording, phrase }): Offer => {
      const alone = () => tellingOf(builder.articlesIn(phrase.list).length)
      return { rewording, phrase: { ...phrase, telling: rewording.isUnder ? alone() : telling } }
    })
    if (offered.length > 0) offers.set(notion, offered)
  }
  return offers
}

const singleList = (lists: ArticleLists, [term = 0]: readonly number[]): number | undefined =>
  listLength(lists, term) === 0 ? undefined : term

/** A new parcel in the post is no Nova Poshta. */
const standInARow = (text: string, terms: readonly string[]): boolean =>
  ` ${termsOf(text).join(' ')} `.includes(` ${terms.join(' ')} `)

const articlesOf = (pieces: Uint32Array, articleOf: Int32Array): Set<number> =>
  new Set(Array.from(pieces, (piece) => articleOf[piece] ?? 0))

function addPhrase(
  { add, close }: ArticleListsBuilder,
  lists: ArticleLists,
  terms: readonly number[],
  articles: ReadonlySet<number>,
): number {
  for (const article of articles) add(article, Math.min(...terms.map((term) => scoreIn(lists, term, article))))
  return close()
}

const spreadOf = ({ articlesIn }: ArticleListsBuilder, lists: ReadonlySet<number>): number =>
  new Set([...lists].flatMap(articlesIn)).size
