// What words have to do with one another. The beginning of a word has a place among others, learned from how the trade speaks
// (`train/learn-places.ts`): beginnings that are said of the same things point the same way, in all three languages, and the
// rarer one is, the further out it is.
import { lowerBound } from '../../util/lower-bound.ts'
import learned from '../learned/word-places.json' with { type: 'json' }
import { readSmallNumbers } from '../learned-text.ts'
import type { Word } from '../text/words.ts'
import { bucketOf } from '../text/words.ts'

/** So many numbers say where a beginning stands. */
export const dimensions = 24

/** Beginnings by bucket, in order; the nth row of numbers is where the nth stands. */
type Places = { buckets: Uint32Array; rows: Int8Array }

let known: Places | undefined

/** Made when it is first asked for. Of two beginnings in one bucket the first is kept: it is the commoner. */
function places(): Places {
  if (known !== undefined) return known
  const at = new Map<number, number>()
  for (const [nth, beginning] of learned.beginnings.split(' ').entries()) {
    const bucket = bucketOf(beginning)
    if (!at.has(bucket)) at.set(bucket, nth * dimensions)
  }
  const buckets = Uint32Array.from([...at.keys()].toSorted((a, b) => a - b))
  const rows = new Int8Array(buckets.length * dimensions)
  const all = readSmallNumbers(learned.places)
  for (const [row, bucket] of buckets.entries())
    rows.set(all.subarray(at.get(bucket), at.get(bucket)! + dimensions), row * dimensions)
  known = { buckets, rows }
  return known
}

/** Where a word stands; undefined of small words and of those that nobody taught. */
function placeOf({ bucket }: Pick<Word, 'bucket'>): Int8Array | undefined {
  if (bucket === undefined) return undefined
  const { buckets, rows } = places()
  const row = lowerBound(buckets, bucket)
  return buckets[row] === bucket ? rows.subarray(row * dimensions, (row + 1) * dimensions) : undefined
}

/** What words mean together: the sum of their places, and how many have one. */
export type Meaning = { sum: Int32Array; words: number }

export const noMeaning = (): Meaning => ({ sum: new Int32Array(dimensions), words: 0 })

export function meaningOf(words: readonly Word[]): Meaning {
  const meaning = noMeaning()
  for (const word of words) {
    const place = placeOf(word)
    if (place !== undefined) addMeaning(meaning, { sum: place, words: 1 })
  }
  return meaning
}

/** Adds what others mean to a meaning. */
export function addMeaning(meaning: Meaning, { sum, words }: { sum: Int8Array | Int32Array; words: number }) {
  meaning.words += words
  for (let n = 0; n < dimensions; n++) meaning.sum[n]! += sum[n]!
}

/** How nearly two point the same way: 1 where they do, 0 where they have nothing to do with one another, −1 at least. */
export function nearness(one: Int8Array | Int32Array, other: Int8Array | Int32Array): number {
  let both = 0
  let ours = 0
  let theirs = 0
  for (let n = 0; n < dimensions; n++) {
    both += one[n]! * other[n]!
    ours += one[n]! ** 2
    theirs += other[n]! ** 2
  }
  return both === 0 ? 0 : both / Math.sqrt(ours * theirs)
}
