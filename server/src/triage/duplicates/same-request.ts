// R17: is this the request that the owner has sent already? The follow-up to an open ticket is its message; a new question
// about the same thing is a ticket of its own. How alike the words are tells little of that.
import { weightOf } from '../classifiers/word-weights.ts'
import { duplicatesPlace, shipped } from '../tables.ts'
import { duplicateBucket, featuresOf } from './pair-features.ts'
import type { ReadRequest } from './read-request.ts'

/** From these log-odds on a draft and an open ticket of the same owner are offered to be one. */
export const sameFrom = -0.2

/** Log-odds that a draft comes back to what an open ticket says. */
export function sameRequest(draft: ReadRequest, open: ReadRequest, { duplicates, words } = shipped): number {
  const tenths = featuresOf(draft, open).reduce(
    (sum, name) => sum + weightOf(duplicateBucket(name), words, duplicatesPlace),
    duplicates,
  )
  return tenths / 10
}
