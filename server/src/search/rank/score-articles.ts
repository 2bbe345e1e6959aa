import { add, empty, raise } from '../index/accumulator.ts'
import type { Accumulator } from '../index/accumulator.ts'
import type { ArticleLists } from '../index/article-lists.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { totalWeight } from '../query/unit.ts'
import type { SpokenWord, Unit } from '../query/unit.ts'
import { worthOf } from '../query/alternative.ts'

/** By article number, 0…1: the mean of the units' BM25F scores, by how telling they are. Holds until it is called again. */
export function scoreArticles(index: SearchIndex, units: readonly Unit[]): Accumulator {
  const { lists, scratch } = index
  const { best, sums } = scratch
  const all = totalWeight(units)
  empty(sums)
  for (const { weight, idf, alternatives } of units) {
    for (const { list, worth } of alternatives) raiseHolders(lists, list, worth, best)
    addBest((weight * idf) / all, best, sums)
  }
  return sums
}

/** The highest sum, by weight and idf, that any article reaches: of the champions of each word, which is close. */
export function strongest({ champions, scratch: { best, sums } }: SearchIndex, words: readonly SpokenWord[]): number {
  let highest = 0
  empty(sums)
  for (const { weight, idf, alternatives } of words) {
    for (const one of alternatives) raiseHolders(champions, one.list, worthOf(one, idf), best)
    highest = Math.max(highest, addBest(weight * idf, best, sums))
  }
  return highest
}

/** Adds what a word gives each article, of `share` for all of it, and empties it. Gives the highest sum that it led to. */
function addBest(share: number, best: Accumulator, sums: Accumulator): number {
  let highest = 0
  for (let n = 0; n < best.count; n++) {
    const article = best.touched[n] ?? 0
    if (share > 0) highest = Math.max(highest, add(sums, article, share * (best.sums[article] ?? 0)))
  }
  empty(best)
  return highest
}

/** Raises `best`, by article, to a meaning's worth times its score. */
function raiseHolders(
  { offsets, articles, scores }: ArticleLists,
  list: number,
  worth: number,
  best: Accumulator,
): void {
  if (worth <= 0) return
  const end = offsets[list + 1] ?? 0
  for (let at = offsets[list] ?? 0; at < end; at++) raise(best, articles[at] ?? 0, worth * (scores[at] ?? 0))
}
