// What single words bear on what is guessed, learned from tickets: owners say more than the lexicon has concepts for.
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'
import type { Word } from '../text/words.ts'
import { beginningOf, bucketOf, buckets } from '../text/words.ts'
import { stepsPlace } from './label-features.ts'
import type { Weights } from './linear-model.ts'

/** Tenths of a unit of log-odds, for each bucket of words one for each guess. */
export type WordTable = { tenths: Int8Array; guesses: number }

/** As a word's weight is called among the others of a guess. */
const called = 'w:'

export const isWordFeature = (name: string) => name.startsWith(called)

/** Names of the features that words are, one for each that carries something: its beginning. */
export const wordFeatures = (words: readonly Word[]): string[] =>
  words.flatMap(({ bucket, text }) => (bucket === undefined ? [] : [called + beginningOf(text)]))

/** Words of the weights of guesses, in their order. */
export function toWordTable(guesses: readonly Weights[]): WordTable {
  const tenths = new Int8Array(buckets * guesses.length)
  for (const [guess, weights] of guesses.entries())
    for (const [name, weight] of Object.entries(weights))
      if (isWordFeature(name)) tenths[bucketOf(name.slice(called.length)) * guesses.length + guess]! += weight
  return { tenths, guesses: guesses.length }
}

/** What the words of a draft say of each guess, in tenths: rows for the subject, the steps, and sentences of the description. */
export type WordSums = { rows: Int32Array; guesses: number; sentences: number }

const [subjectRow, stepsRow, firstRow] = [0, 1, 2]

export function weighWords({ subject, description, steps }: AnalyzedDraft, table: WordTable): WordSums {
  const { guesses } = table
  const rows = new Int32Array((firstRow + description.length) * guesses)
  for (const sentence of subject) addTo(rows, subjectRow, sentence, table)
  for (const sentence of steps) addTo(rows, stepsRow, sentence, table)
  for (const [at, sentence] of description.entries()) addTo(rows, firstRow + at, sentence, table)
  return { rows, guesses, sentences: description.length }
}

function addTo(rows: Int32Array, row: number, { words }: AnalyzedSentence, { tenths, guesses }: WordTable) {
  const to = row * guesses
  for (const { bucket } of words) {
    if (bucket === undefined) continue
    const from = bucket * guesses
    for (let guess = 0; guess < guesses; guess++) rows[to + guess]! += tenths[from + guess]!
  }
}

/** What those of a place say of a guess (see `placesOf`). */
export function sumAt({ rows, guesses, sentences }: WordSums, at: number, guess: number): number {
  const sumOf = (row: number) => rows[row * guesses + guess]!
  if (at === stepsPlace) return sumOf(subjectRow) + sumOf(stepsRow)
  return sumOf(subjectRow) + sumOf(firstRow + at) + (at + 1 < sentences ? sumOf(firstRow + at + 1) : 0)
}

/** What all of them say of a guess. */
export function sumOfAll({ rows, guesses }: WordSums, guess: number): number {
  let sum = 0
  for (let at = guess; at < rows.length; at += guesses) sum += rows[at]!
  return sum
}

/** What words say where there is one guess, in tenths. */
export function sumOfWords(words: readonly Word[], { tenths }: WordTable): number {
  let sum = 0
  for (const { bucket } of words) if (bucket !== undefined) sum += tenths[bucket]!
  return sum
}
