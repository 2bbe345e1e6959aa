import { lowerBound } from '../../util/lower-bound.ts'
import type { Postings } from './postings.ts'

/** The pieces, rising, that hold all of the terms: a phrase that no passage has is no way to say anything here. */
export function standTogether({ offsets, pieces }: Postings, terms: readonly number[]): Uint32Array {
  const lists = terms.map((term) => pieces.subarray(offsets[term] ?? 0, offsets[term + 1] ?? 0))
  const [shortest = new Uint32Array(), ...others] = lists.toSorted((a, b) => a.length - b.length)
  return shortest.filter((piece) => others.every((list) => list[lowerBound(list, piece)] === piece))
}
