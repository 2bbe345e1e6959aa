import { listLength } from './article-lists.ts'
import type { ArticleLists, ArticleListsBuilder } from './article-lists.ts'
import type { StoredIndex } from './stored-index.ts'

/** Field weights by kind of piece: title, heading, body. */
const KIND_WEIGHT = [8, 3, 1] as const
const SATURATION = 6
const LENGTH_NORM = 0.9
/** Under 1 evens words out: an owner's rare word is often rare only in documents. */
const FLATNESS = 0.7

/** BM25F: adds a list for each term with field-weighted, length-normalized, saturated frequencies, worked out once. */
export function addTermLists({ add, close }: ArticleListsBuilder, stored: StoredIndex): void {
  const { articles, pieces, postings, terms } = stored
  const norms = lengthNorms(pieces.article, pieces.length, articles.length)
  for (let term = 0; term < terms.length; term++) {
    for (let at = postings.offsets[term] ?? 0; at < (postings.offsets[term + 1] ?? 0);) {
      const article = pieces.article[postings.pieces[at] ?? 0] ?? 0
      let frequency = 0
      for (; at < (postings.offsets[term + 1] ?? 0); at++) {
        const piece = postings.pieces[at] ?? 0
        if (pieces.article[piece] !== article) break
        frequency += (KIND_WEIGHT[pieces.kind[piece] ?? 2] ?? 1) * (postings.counts[at] ?? 0)
      }
      add(article, frequency / (frequency + SATURATION * (norms[article] ?? 1)))
    }
    close()
  }
}

/** How telling each term is: 1 for a word of one article, near 0 for a word of all. */
export function inverseFrequencies(lists: ArticleLists, terms: number, articles: number): Float32Array {
  return Float32Array.from({ length: terms }, (_, term) => inverseFrequency(listLength(lists, term), articles))
}

export function inverseFrequency(holders: number, articles: number): number {
  return (Math.log(1 + articles / Math.max(1, holders)) / Math.log(1 + articles)) ** FLATNESS
}

function lengthNorms(articleOf: Int32Array, lengths: Int32Array, count: number): Float32Array {
  const totals = new Float32Array(count)
  articleOf.forEach((article, piece) => (totals[article] = (totals[article] ?? 0) + (lengths[piece] ?? 0)))
  const average = totals.reduce((sum, total) => sum + total, 0) / Math.max(1, count)
  return totals.map((total) => 1 - LENGTH_NORM + (LENGTH_NORM * total) / Math.max(1, average))
}
