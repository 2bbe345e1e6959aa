import { notionsOf } from '../lexicon/lexicon.ts'
import { createLexiconMatcher } from '../lexicon/matcher.ts'
import type { LexiconMatcher } from '../lexicon/matcher.ts'
import type { Notion } from '../lexicon/notion.ts'
import { productNotions } from '../lexicon/product.ts'
import { rootOf } from '../text/root.ts'
import { soundKey } from '../text/sound-key.ts'
import { createAccumulator } from './accumulator.ts'
import { createArticleListsBuilder } from './article-lists.ts'
import { addTermLists, inverseFrequencies } from './article-scores.ts'
import { championsOf } from './champions.ts'
import { createGramIndex } from './gram-index.ts'
import { nameText } from './name-text.ts'
import { addPhrases } from './phrases.ts'
import { pieceText } from './piece-text.ts'
import { PieceKind } from './pieces.ts'
import type { Scratch, SearchIndex } from './search-index.ts'
import type { PieceTable, StoredIndex } from './stored-index.ts'
import { termsOf } from './terms-of.ts'

const TERM_GRAM = 2
const NAME_GRAM = 3

/** Works out, from what a snapshot keeps, all that a query needs at hand. */
export function derive(stored: StoredIndex, notions: readonly Notion[] = productNotions): SearchIndex {
  const matcher = createLexiconMatcher(notions, notionsOf(stored.lexicon))
  const indexed = new Set(stored.terms)
  const lexiconTerms = [...matcher.words].filter((word) => !indexed.has(word)).toSorted()
  const known = [...stored.terms, ...lexiconTerms]
  const termIds = new Map(known.map((term, id) => [term, id]))
  const namePieces = piecesOfNames(stored.pieces)
  return {
    stored,
    matcher,
    namePieces,
    firstPiece: firstPieces(stored.pieces.article, stored.articles.length),
    terms: known,
    lexiconTerms,
    termIds,
    ...scoredLists(stored, matcher, termIds),
    termsByRoot: groupIds(stored.terms, rootOf),
    termsBySound: groupIds(stored.terms, (term) => (/^[a-z]/u.test(term) ? soundKey(term) : '')),
    termGrams: createGramIndex(known, TERM_GRAM),
    nameGrams: createGramIndex(
      [...namePieces].map((piece) => nameText(pieceText(stored, piece))),
      NAME_GRAM,
    ),
    titleTerms: stored.articles.map(({ title }) => distinctTerms(title, termIds)),
    sectionTerms: stored.articles.map(({ section = '' }) => distinctTerms(section, termIds)),
    scratch: createScratch(stored.articles.length, namePieces.length, known.length),
  }
}

const distinctTerms = (text: string, termIds: ReadonlyMap<string, number>): number[] => [
  ...new Set(termsOf(text).flatMap((term) => termIds.get(term) ?? [])),
]

/** Lists of terms in their order, empty ones for the lexicon's own, then those of phrases. */
function scoredLists(
  stored: StoredIndex,
  matcher: LexiconMatcher,
  termIds: ReadonlyMap<string, number>,
): Pick<SearchIndex, 'lists' | 'champions' | 'idf' | 'offers'> {
  const builder = createArticleListsBuilder()
  addTermLists(builder, stored)
  for (let term = stored.terms.length; term < termIds.size; term++) builder.close()
  const termLists = builder.finish()
  const offers = addPhrases(builder, termLists, matcher, termIds, stored)
  const idf = inverseFrequencies(termLists, stored.terms.length, stored.articles.length)
  const lists = builder.finish()
  return { lists, champions: championsOf(lists), idf, offers }
}

const createScratch = (articles: number, names: number, terms: number): Scratch => ({
  sums: createAccumulator(articles),
  best: createAccumulator(articles),
  likeness: createAccumulator(articles),
  names: createAccumulator(names),
  terms: createAccumulator(terms),
})

function piecesOfNames({ kind }: PieceTable): Uint32Array {
  const names: number[] = []
  kind.forEach((value, piece) => value !== PieceKind.body && names.push(piece))
  return Uint32Array.from(names)
}

function firstPieces(articleOfPiece: Int32Array, articles: number): Uint32Array {
  const first = new Uint32Array(articles + 1)
  for (const article of articleOfPiece) first[article + 1] = (first[article + 1] ?? 0) + 1
  for (let article = 0; article < articles; article++)
    first[article + 1] = (first[article + 1] ?? 0) + (first[article] ?? 0)
  return first
}

function groupIds(terms: readonly string[], keyOf: (term: string) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  terms.forEach((term, id) => {
    const key = keyOf(term)
    const group = groups.get(key)
    if (group !== undefined) group.push(id)
    else if (key !== '') groups.set(key, [id])
  })
  return groups
}
