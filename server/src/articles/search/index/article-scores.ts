import type { StoredIndex } from './search-index.ts'

/** Term t's articles are `articles[offsets[t] … offsets[t + 1] - 1]`, with their saturated frequency, 0…1. */
export type ArticleScores = { offsets: Uint32Array; articles: Uint32Array; scores: Float32Array; idf: Float32Array }

/** Field weights by kind of piece: title, heading, body. */
const KIND_WEIGHT = [8, 3, 1] as const
const SATURATION = 6
const LENGTH_NORM = 0.75
/** Under 1 evens words out: an owner's rare word is often rare only in documents. */
const FLATNESS = 0.7

/** BM25F: field-weighted, length-normalized, saturated term frequencies, worked out once. */
export function articleScores({ articles, pieces, postings, terms }: StoredIndex): ArticleScores {
  const norms = lengthNorms(pieces.article, pieces.length, articles.length)
  const offsets = new Uint32Array(terms.length + 1)
  const found: number[] = []
  const scores: number[] = []
  const idf = new Float32Array(terms.length)
  for (let term = 0; term < terms.length; term++) {
    for (let at = postings.offsets[term] ?? 0; at < (postings.offsets[term + 1] ?? 0);) {
      const article = pieces.article[postings.pieces[at] ?? 0] ?? 0
      let frequency = 0
      for (; at < (postings.offsets[term + 1] ?? 0); at++) {
        const piece = postings.pieces[at] ?? 0
        if (pieces.article[piece] !== article) break
        frequency += (KIND_WEIGHT[pieces.kind[piece] ?? 2] ?? 1) * (postings.counts[at] ?? 0)
      }
      found.push(article)
      scores.push(frequency / (frequency + SATURATION * (norms[article] ?? 1)))
    }
    offsets[term + 1] = found.length
    idf[term] = inverseFrequency(found.length - (offsets[term] ?? 0), articles.length)
  }
  return { offsets, articles: Uint32Array.from(found), scores: Float32Array.from(scores), idf }
}

/** 1 for a word of one article, near 0 for a word of all. */
export function inverseFrequency(holders: number, articles: number): number {
  return (Math.log(1 + articles / Math.max(1, holders)) / Math.log(1 + articles)) ** FLATNESS
}

function lengthNorms(articleOf: Int32Array, lengths: Int32Array, count: number): Float32Array {
  const totals = new Float32Array(count)
  articleOf.forEach((article, piece) => (totals[article] = (totals[article] ?? 0) + (lengths[piece] ?? 0)))
  const average = totals.reduce((sum, total) => sum + total, 0) / Math.max(1, count)
  return totals.map((total) => 1 - LENGTH_NORM + (LENGTH_NORM * total) / Math.max(1, average))
}
