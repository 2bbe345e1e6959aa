import type { Postings } from '../index/postings.ts'

/** True when some piece holds all of the terms: a phrase that no passage has is no way to say anything here. */
export function standTogether({ offsets, pieces }: Postings, terms: readonly number[]): boolean {
  const lists = terms.map((term) => pieces.subarray(offsets[term] ?? 0, offsets[term + 1] ?? 0))
  const [shortest, ...others] = lists.toSorted((a, b) => a.length - b.length)
  return shortest?.some((piece) => others.every((list) => includes(list, piece))) ?? false
}

function includes(rising: Uint32Array, wanted: number): boolean {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return rising[low] === wanted
}
