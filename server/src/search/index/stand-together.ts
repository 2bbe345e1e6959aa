import { lowerBound } from './lower-bound.ts'
import type { Postings } from './postings.ts'

/** True when some piece holds all of the terms: a phrase that no passage has is no way to say anything here. */
export function standTogether({ offsets, pieces }: Postings, terms: readonly number[]): boolean {
  const lists = terms.map((term) => pieces.subarray(offsets[term] ?? 0, offsets[term + 1] ?? 0))
  const [shortest, ...others] = lists.toSorted((a, b) => a.length - b.length)
  return shortest?.some((piece) => others.every((list) => list[lowerBound(list, piece)] === piece)) ?? false
}
