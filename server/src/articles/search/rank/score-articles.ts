import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from '../query/expand-word.ts'
import type { Unit } from '../query/analyze-query.ts'
import { visitArticles } from './term-lists.ts'

/** By article number, each 0…1: `bm25` the weighted mean of the units' scores, `coverage` the share of the query held. */
export type ArticleTotals = { bm25: Float32Array; coverage: Float32Array }

export function scoreArticles(index: SearchIndex, units: readonly Unit[]): ArticleTotals {
  const count = index.stored.articles.length
  const bm25 = new Float32Array(count)
  const coverage = new Float32Array(count)
  const best = new Float32Array(count)
  const held = new Float32Array(count)
  const all = totalWeight(units)
  for (const unit of units) {
    const touched: number[] = []
    for (const alternative of unit.alternatives) {
      const worth = worthOf(index, unit, alternative)
      visitArticles(index.articleScores, alternative, (article, score) => {
        if (held[article] === 0) touched.push(article)
        best[article] = Math.max(best[article] ?? 0, worth * score)
        held[article] = Math.max(held[article] ?? 0, worth)
      })
    }
    const share = (unit.weight * unit.idf) / all
    for (const article of touched) {
      bm25[article] = (bm25[article] ?? 0) + share * (best[article] ?? 0)
      coverage[article] = (coverage[article] ?? 0) + share * (held[article] ?? 0)
      best[article] = 0
      held[article] = 0
    }
  }
  return { bm25, coverage }
}

export const totalWeight = (units: readonly Unit[]): number =>
  units.reduce((sum, { weight, idf }) => sum + weight * idf, 0) || 1

/** An alternative commoner than its unit is worth less in the same measure. */
export function worthOf(index: SearchIndex, unit: Unit, alternative: Alternative): number {
  const telling = Math.max(...alternative.terms.map((term) => index.articleScores.idf[term] ?? 0))
  return alternative.weight * Math.min(1, telling / unit.idf)
}
