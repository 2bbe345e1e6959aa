import { add, empty } from '../index/accumulator.ts'
import { gramsOf } from '../index/gram-index.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { editDistance } from '../text/edit-distance.ts'
import { soundKey } from '../text/sound-key.ts'

export type SimilarTerm = { term: number; weight: number }

const MOST = 2
/** How much of a word's worth is lost when all of it must be changed. */
const DOUBT = 0.8
const CHECKED = 40
const SHORTEST_SOUND = 3

/** Known terms a typing mistake or two away from an unknown stem, nearest first, weighing 1 less the share of change. */
export function misspelt(index: SearchIndex, stem: string): SimilarTerm[] {
  const limit = stem.length >= 8 ? 2 : stem.length >= 4 ? 1 : 0.5
  const found: (SimilarTerm & { distance: number })[] = []
  for (const term of sharingGrams(index, stem, limit)) {
    const distance = editDistance(stem, index.terms[term] ?? '', limit)
    if (distance <= limit && isLikely(stem, index.terms[term] ?? '', distance))
      found.push({ term, distance, weight: 1 - (DOUBT * distance) / Math.max(4, stem.length) })
  }
  const nearest = Math.min(...found.map(({ distance }) => distance))
  return found
    .filter(({ distance }) => distance <= nearest + 0.5)
    .toSorted((a, b) => b.weight - a.weight || commonness(index, b.term) - commonness(index, a.term))
    .slice(0, MOST)
}

/** In a word of four letters or fewer, one letter is much: only a letter dropped or added within it passes. */
function isLikely(stem: string, term: string, distance: number): boolean {
  return stem.length > 4 || distance < 1 || (stem.length !== term.length && stem[0] === term[0])
}

/** The terms of about a stem's length that share most of its grams, those that share more first. */
function sharingGrams(index: SearchIndex, stem: string, limit: number): number[] {
  const { gramIds, offsets, texts, size } = index.termGrams
  const grams = gramsOf(stem, size)
  const { terms: shared } = index.scratch
  empty(shared)
  const found: number[] = []
  const least = Math.max(1, grams.size - Math.ceil(limit * 2) * size)
  for (const gram of grams) {
    const id = gramIds.get(gram)
    if (id === undefined) continue
    for (let at = offsets[id] ?? 0; at < (offsets[id + 1] ?? 0); at++) {
      const term = texts[at] ?? 0
      if (add(shared, term, 1) === least && Math.abs((index.terms[term]?.length ?? 0) - stem.length) <= limit)
        found.push(term)
    }
  }
  return found.toSorted((a, b) => (shared.sums[b] ?? 0) - (shared.sums[a] ?? 0)).slice(0, CHECKED)
}

/** Latin terms that a Cyrillic word spells by ear: `гугл` finds `google`. */
export function soundingAlike(index: SearchIndex, word: string): SimilarTerm[] {
  if (!/^[\u0400-\u04ff]/u.test(word)) return []
  const key = soundKey(word)
  if (key.replace('-', '').length < SHORTEST_SOUND) return []
  return (index.termsBySound.get(key) ?? []).slice(0, MOST).map((term) => ({ term, weight: 1 }))
}

const commonness = (index: SearchIndex, term: number): number => -(index.idf[term] ?? 1)
