import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from '../query/expand-word.ts'
import type { Unit } from '../query/analyze-query.ts'
import { raise } from './term-lists.ts'

/** By article number, 0…1: the mean of the units' BM25F scores, by how telling they are. */
export function scoreArticles(index: SearchIndex, units: readonly Unit[]): Float32Array {
  const count = index.stored.articles.length
  const bm25 = new Float32Array(count)
  const best = new Float32Array(count)
  const all = totalWeight(units)
  for (const unit of units) {
    const touched: number[] = []
    for (const alternative of unit.alternatives) {
      raise(index.articleScores, alternative, worthOf(index, unit, alternative), best, touched)
    }
    const share = (unit.weight * unit.idf) / all
    for (const article of touched) {
      bm25[article] = (bm25[article] ?? 0) + share * (best[article] ?? 0)
      best[article] = 0
    }
  }
  return bm25
}

export const totalWeight = (units: readonly Unit[]): number =>
  units.reduce((sum, { weight, idf }) => sum + weight * idf, 0) || 1

/** An alternative commoner than its unit is worth less in the same measure. */
export function worthOf(index: SearchIndex, unit: Unit, alternative: Alternative): number {
  const telling = Math.max(...alternative.terms.map((term) => index.articleScores.idf[term] ?? 0))
  return alternative.weight * Math.min(1, telling / unit.idf)
}
