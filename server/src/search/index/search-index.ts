import type { LexiconMatcher } from '../lexicon/matcher.ts'
import type { Accumulator } from './accumulator.ts'
import type { ArticleLists } from './article-lists.ts'
import type { GramIndex } from './gram-index.ts'
import type { Offers } from './phrases.ts'
import type { StoredIndex } from './stored-index.ts'

/** The stored part and what is worked out from it at load. */
export type SearchIndex = {
  stored: StoredIndex
  /** Pieces of article a are `firstPiece[a] … firstPiece[a + 1] - 1`. */
  firstPiece: Uint32Array
  /** The indexed terms, then the lexicon's words that no article has. */
  terms: readonly string[]
  /** The latter alone, sorted. */
  lexiconTerms: readonly string[]
  termIds: ReadonlyMap<string, number>
  /** List t is term t's; those of the lexicon's phrases follow. */
  lists: ArticleLists
  /** The same lists, each with its best articles alone. */
  champions: ArticleLists
  /** By indexed term, how telling it is, 0…1. */
  idf: Float32Array
  offers: Offers
  termsByRoot: ReadonlyMap<string, readonly number[]>
  /** Latin terms by the consonants they are heard by. */
  termsBySound: ReadonlyMap<string, readonly number[]>
  termGrams: GramIndex
  /** Character grams of titles and headings; text n is piece `namePieces[n]`. */
  nameGrams: GramIndex
  namePieces: Uint32Array
  matcher: LexiconMatcher
  /** The distinct terms of each article's title. */
  titleTerms: readonly (readonly number[])[]
  /** The same of the part of the documentation that it belongs to. */
  sectionTerms: readonly (readonly number[])[]
  scratch: Scratch
}

/** Room to add up in, by article (the first three), name or term. One query at a time: nothing here outlives a call. */
export type Scratch = Record<'sums' | 'best' | 'likeness' | 'names' | 'terms', Accumulator>
