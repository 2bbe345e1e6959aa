import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Postings } from './postings.ts'

export type IndexedArticle = {
  id: string
  title: string
  url: string
  lang: string
  section?: string
  translations?: string[]
  headings: string[]
}

/** A column for each property of a piece, by piece number. Pieces of one article stand together. */
export type PieceTable = {
  article: Int32Array
  kind: Int32Array
  start: Int32Array
  end: Int32Array
  section: Int32Array
  length: Int32Array
}

/** What a snapshot keeps. */
export type StoredIndex = {
  articles: IndexedArticle[]
  bodies: string[]
  terms: string[]
  postings: Postings
  pieces: PieceTable
  /** The desk's own; the product's is code. */
  lexicon: Lexicon
}
