import { createLexiconMatcher } from '../query/match-lexicon.ts'
import { rootOf } from '../text/root.ts'
import { soundKey } from '../text/sound-key.ts'
import { articleScores } from './article-scores.ts'
import { createGramIndex } from './gram-index.ts'
import { nameText } from './name-text.ts'
import { PieceKind } from './pieces.ts'
import type { PieceTable, SearchIndex, StoredIndex } from './search-index.ts'

const TERM_GRAM = 2
const NAME_GRAM = 3

/** Works out, from what a snapshot keeps, all that a query needs at hand. */
export function derive(stored: StoredIndex): SearchIndex {
  const matcher = createLexiconMatcher(stored.lexicon)
  const indexed = new Set(stored.terms)
  const lexiconTerms = [...matcher.words].filter((word) => !indexed.has(word)).toSorted()
  const known = [...stored.terms, ...lexiconTerms]
  const namePieces = piecesOfNames(stored.pieces)
  return {
    stored,
    matcher,
    namePieces,
    firstPiece: firstPieces(stored.pieces.article, stored.articles.length),
    terms: known,
    lexiconTerms,
    termIds: new Map(known.map((term, id) => [term, id])),
    articleScores: articleScores(stored),
    termsByRoot: groupIds(stored.terms, rootOf),
    termsBySound: groupIds(stored.terms, (term) => (/^[a-z]/u.test(term) ? soundKey(term) : '')),
    termGrams: createGramIndex(known, TERM_GRAM),
    nameGrams: createGramIndex(
      [...namePieces].map((piece) => nameText(pieceText(stored, piece))),
      NAME_GRAM,
    ),
  }
}

/** The words of a piece as the article has them. */
export function pieceText({ articles, bodies, pieces }: StoredIndex, piece: number): string {
  const article = pieces.article[piece] ?? 0
  const kind = pieces.kind[piece]
  if (kind === PieceKind.title) return articles[article]?.title ?? ''
  if (kind === PieceKind.heading) return articles[article]?.headings[pieces.section[piece] ?? 0] ?? ''
  return bodies[article]?.slice(pieces.start[piece], pieces.end[piece]) ?? ''
}

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
