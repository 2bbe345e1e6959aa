import type { Accumulator } from '../index/accumulator.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { AnalyzedQuery } from '../query/analyze-query.ts'
import type { Unit } from '../query/unit.ts'
import type { Tuning } from '../tuning.ts'
import { nameLikeness } from './name-likeness.ts'
import { scoreArticles } from './score-articles.ts'
import type { PieceReader } from './score-pieces.ts'
import { createTopList } from './top-list.ts'

/** How an article answers a query, each part 0…1; `score` is their weighted mean and the boost. */
export type Ranked = {
  article: number
  piece: number
  score: number
  /** The part of the score that comes from staff having linked the article for like drafts. */
  linked: number
  parts: { bm25: number; passage: number; grams: number; titleFit: number; sectionFit: number }
}

const RERANKED = 24

/**
 * Articles that may answer, best first: the twenty likeliest and those that staff linked for like drafts. `read` is a reader
 * for the same units.
 */
export function rank(
  index: SearchIndex,
  { units, words }: AnalyzedQuery,
  tuning: Tuning,
  boosts: ReadonlyMap<number, number>,
  read: PieceReader,
): Ranked[] {
  const bm25 = scoreArticles(index, units)
  const grams = nameLikeness(index, words)
  const matched = termWorths(units)
  return [...new Set([...likeliest(bm25, grams, tuning), ...boosts.keys()])]
    .toSorted((a, b) => a - b)
    .map((article): Ranked => {
      const { piece, score } = read(article)()
      const parts = {
        bm25: bm25.sums[article] ?? 0,
        passage: score,
        grams: grams.sums[article] ?? 0,
        titleFit: fitOf(index, index.titleTerms[article], matched),
        sectionFit: fitOf(index, index.sectionTerms[article], matched),
      }
      const linked = boosts.get(article) ?? 0
      return { article, piece, score: weigh(parts, tuning) + linked, linked, parts }
    })
    .toSorted((a, b) => b.score - a.score || a.article - b.article)
}

/** The weighted mean of an article's parts. */
export function weigh(parts: Ranked['parts'], { bm25, passage, grams, titleFit: fit }: Tuning): number {
  const sum = bm25 * parts.bm25 + passage * parts.passage + grams * parts.grams + fit * parts.titleFit
  return sum / (bm25 + passage + grams + fit) + SECTION_WORTH * parts.sectionFit
}

/** Where an article stands tells between those that answer alike: no more, since a section holds many. */
const SECTION_WORTH = 0.01

/** How well an article's title fits a query, 0…1. */
export function createTitleFit(index: SearchIndex, units: readonly Unit[]): (article: number) => number {
  const matched = termWorths(units)
  return (article) => fitOf(index, index.titleTerms[article], matched)
}

/** What each term that the query may mean is worth. */
function termWorths(units: readonly Unit[]): Map<number, number> {
  const worths = new Map<number, number>()
  for (const unit of units) {
    for (const { terms, worth } of unit.alternatives) {
      for (const term of terms) worths.set(term, Math.max(worths.get(term) ?? 0, worth))
    }
  }
  return worths
}

/** What a title's words must outweigh: those of a short one are met by chance. */
const CHANCE = 0.5

/** The share of a title or a section, by how telling its words are, that the query asks for. */
function fitOf(index: SearchIndex, terms: readonly number[] | undefined, matched: ReadonlyMap<number, number>): number {
  let met = 0
  let all = 0
  for (const term of terms ?? []) {
    const idf = index.idf[term] ?? 0
    all += idf
    met += idf * (matched.get(term) ?? 0)
  }
  return met / (all + CHANCE)
}

/** The articles to look at closely: those that words and names together bring highest. */
function likeliest(bm25: Accumulator, grams: Accumulator, tuning: Tuning): readonly number[] {
  const top = createTopList(RERANKED)
  const offer = (article: number): void => {
    const value = tuning.bm25 * (bm25.sums[article] ?? 0) + tuning.grams * (grams.sums[article] ?? 0)
    if (value > 0) top.offer(article, value)
  }
  for (let n = 0; n < bm25.count; n++) offer(bm25.touched[n] ?? 0)
  for (let n = 0; n < grams.count; n++) {
    const article = grams.touched[n] ?? 0
    if ((bm25.sums[article] ?? 0) === 0) offer(article)
  }
  return top.numbers
}
