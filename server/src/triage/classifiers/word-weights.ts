// What single words bear on what is guessed, learned from tickets: owners say more than the lexicon has concepts for.
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'
import type { Word } from '../text/words.ts'
import { beginningOf, bucketOf, buckets } from '../text/words.ts'
import { stepsPlace } from './label-features.ts'
import type { Weights } from './linear-model.ts'

/**
 * Tenths of a unit of log-odds, in rows of one for each guess. `rows` tells by bucket which row is a word's: the first, of
 * zeros, is that of words that tell nothing. So few rows stay at hand, which one for every bucket would not.
 */
export type WordTable = { rows: Uint16Array; tenths: Int8Array; guesses: number }

/** As a word's weight is called among the others of a guess. */
const called = 'w:'

export const isWordFeature = (name: string) => name.startsWith(called)

/** Names of the features that words are, one for each that carries something: its beginning. */
export const wordFeatures = (words: readonly Word[]): string[] =>
  words.flatMap(({ bucket, text }) => (bucket === undefined ? [] : [called + beginningOf(text)]))

/** Words of the weights of guesses, in their order. */
export function toWordTable(guesses: readonly Weights[]): WordTable {
  const rows = new Uint16Array(buckets)
  const nothing = () => guesses.map(() => 0)
  const tenths = [nothing()]
  for (const [guess, weights] of guesses.entries()) {
    for (const [name, weight] of Object.entries(weights)) {
      if (!isWordFeature(name)) continue
      const bucket = bucketOf(name.slice(called.length))
      if (rows[bucket] === 0) rows[bucket] = tenths.push(nothing()) - 1
      tenths[rows[bucket]!]![guess]! += weight
    }
  }
  return { rows, tenths: Int8Array.from(tenths.flat()), guesses: guesses.length }
}

/** What the words of a draft say of each guess, in tenths: rows for the subject, the steps, and sentences of the description. */
export type WordSums = { sums: Int32Array; guesses: number; sentences: number }

const [subjectRow, stepsRow, firstRow] = [0, 1, 2]

export function weighWords({ subject, description, steps }: AnalyzedDraft, table: WordTable): WordSums {
  const { guesses } = table
  const sums = new Int32Array((firstRow + description.length) * guesses)
  for (const sentence of subject) addTo(sums, subjectRow, sentence, table)
  for (const sentence of steps) addTo(sums, stepsRow, sentence, table)
  for (const [at, sentence] of description.entries()) addTo(sums, firstRow + at, sentence, table)
  return { sums, guesses, sentences: description.length }
}

function addTo(sums: Int32Array, row: number, { words }: AnalyzedSentence, { rows, tenths, guesses }: WordTable) {
  const to = row * guesses
  for (const { bucket } of words) {
    const own = bucket === undefined ? 0 : rows[bucket]!
    if (own === 0) continue
    const from = own * guesses
    for (let guess = 0; guess < guesses; guess++) sums[to + guess]! += tenths[from + guess]!
  }
}

/** What those of a place say of a guess (see `placesOf`). */
export function sumAt({ sums, guesses, sentences }: WordSums, at: number, guess: number): number {
  const sumOf = (row: number) => sums[row * guesses + guess]!
  if (at === stepsPlace) return sumOf(subjectRow) + sumOf(stepsRow)
  return sumOf(subjectRow) + sumOf(firstRow + at) + (at + 1 < sentences ? sumOf(firstRow + at + 1) : 0)
}

/** What all of them say of a guess. */
export function sumOfAll({ sums, guesses }: WordSums, guess: number): number {
  let sum = 0
  for (let at = guess; at < sums.length; at += guesses) sum += sums[at]!
  return sum
}

/** What words say of a guess, in tenths. */
export function sumOfWords(words: readonly Word[], { rows, tenths, guesses }: WordTable, guess = 0): number {
  let sum = 0
  for (const { bucket } of words) if (bucket !== undefined) sum += tenths[rows[bucket]! * guesses + guess]!
  return sum
}
