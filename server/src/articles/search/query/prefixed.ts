import type { SearchIndex } from '../index/search-index.ts'
import { foldSpelling } from '../text/stem.ts'
import { bridgeUkrainian } from '../text/ukrainian.ts'

const SHORTEST = 3
const MOST = 12
const LOOKED_AT = 200

/** The commonest indexed terms that begin with an unfinished word; the more of a term is typed the more it weighs. */
export function prefixed(index: SearchIndex, word: string): { term: number; weight: number }[] {
  const start = foldSpelling(bridgeUkrainian(word))
  if (start.length < SHORTEST) return []
  const { terms } = index.stored
  const found: number[] = []
  for (let id = lowerBound(terms, start); id < terms.length && found.length < LOOKED_AT; id++) {
    const term = terms[id] ?? ''
    if (!term.startsWith(start)) break
    if (term !== start) found.push(id)
  }
  const idf = (id: number): number => index.articleScores.idf[id] ?? 1
  return found
    .toSorted((a, b) => idf(a) - idf(b))
    .slice(0, MOST)
    .map((term) => ({ term, weight: Math.min(1, 0.4 + (0.6 * start.length) / (terms[term]?.length ?? 1)) }))
}

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
