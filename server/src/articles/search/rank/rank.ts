import { termsOf } from '../index/terms-of.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { AnalyzedQuery, Unit } from '../query/analyze-query.ts'
import type { Tuning } from '../tuning.ts'
import { nameLikeness } from './name-likeness.ts'
import { scoreArticles, worthOf } from './score-articles.ts'
import { bestPiece } from './score-pieces.ts'

/** How an article answers a query, each part 0…1; `score` is their weighted mean and the boost. */
export type Ranked = {
  article: number
  piece: number
  score: number
  /** The part of the score that comes from staff having linked the article for like drafts. */
  linked: number
  parts: { bm25: number; passage: number; grams: number; titleFit: number }
}

const RERANKED = 40

/** Articles that may answer, best first: the forty likeliest and those that staff linked for like drafts. */
export function rank(
  index: SearchIndex,
  { units, words }: AnalyzedQuery,
  tuning: Tuning,
  boosts: ReadonlyMap<number, number>,
): Ranked[] {
  const bm25 = scoreArticles(index, units)
  const grams = nameLikeness(index, words)
  const first = bm25.map((value, article) => tuning.bm25 * value + tuning.grams * (grams[article] ?? 0))
  const matched = termWorths(index, units)
  return [...new Set([...highest(first, RERANKED), ...boosts.keys()])]
    .map((article): Ranked => {
      const { piece, score } = bestPiece(index, article, units)
      const parts = {
        bm25: bm25[article] ?? 0,
        passage: score,
        grams: grams[article] ?? 0,
        titleFit: titleFit(index, article, matched),
      }
      const linked = boosts.get(article) ?? 0
      return { article, piece, score: weigh(parts, tuning) + linked, linked, parts }
    })
    .toSorted((a, b) => b.score - a.score || a.article - b.article)
}

/** The weighted mean of an article's parts. */
export function weigh(parts: Ranked['parts'], { bm25, passage, grams, titleFit: fit }: Tuning): number {
  const sum = bm25 * parts.bm25 + passage * parts.passage + grams * parts.grams + fit * parts.titleFit
  return sum / (bm25 + passage + grams + fit)
}

/** What each term that the query may mean is worth. */
function termWorths(index: SearchIndex, units: readonly Unit[]): Map<number, number> {
  const worths = new Map<number, number>()
  for (const unit of units) {
    for (const alternative of unit.alternatives) {
      const worth = worthOf(index, unit, alternative)
      for (const term of alternative.terms) worths.set(term, Math.max(worths.get(term) ?? 0, worth))
    }
  }
  return worths
}

/** The share of a title, by how telling its words are, that the query asks for. */
function titleFit(index: SearchIndex, article: number, matched: ReadonlyMap<number, number>): number {
  let met = 0
  let all = 0
  for (const term of new Set(termsOf(index.stored.articles[article]?.title ?? ''))) {
    const id = index.termIds.get(term) ?? -1
    const idf = index.articleScores.idf[id] ?? 0
    all += idf
    met += idf * (matched.get(id) ?? 0)
  }
  return all === 0 ? 0 : met / all
}

function highest(scores: Float32Array, count: number): number[] {
  const found: number[] = []
  scores.forEach((score, article) => score > 0 && found.push(article))
  return found.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count)
}
