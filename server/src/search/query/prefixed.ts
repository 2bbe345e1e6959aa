import type { SearchIndex } from '../index/search-index.ts'
import { foldSpelling } from '../text/stem.ts'
import { bridgeUkrainian } from '../text/ukrainian.ts'

const SHORTEST = 3
const MOST = 12
const LOOKED_AT = 200

/** The commonest known terms that begin with an unfinished word; the more of a term is typed the more it weighs. */
export function prefixed(index: SearchIndex, word: string): { term: number; weight: number }[] {
  const start = foldSpelling(bridgeUkrainian(word))
  if (start.length < SHORTEST) return []
  const found = [...completions(index.stored.terms, start), ...completions(index.lexiconTerms, start)]
  const ids = found.flatMap((term) => index.termIds.get(term) ?? [])
  const idf = (id: number): number => index.idf[id] ?? 1
  return ids
    .toSorted((a, b) => idf(a) - idf(b))
    .slice(0, MOST)
    .map((term) => ({ term, weight: Math.min(1, 0.4 + (0.6 * start.length) / (index.terms[term]?.length ?? 1)) }))
}

function completions(sorted: readonly string[], start: string): string[] {
  const found: string[] = []
  for (let at = lowerBound(sorted, start); at < sorted.length && found.length < LOOKED_AT; at++) {
    const term = sorted[at] ?? ''
    if (!term.startsWith(start)) break
    if (term !== start) found.push(term)
  }
  return found
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
