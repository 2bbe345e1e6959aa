// What single words bear on what is guessed, learned from tickets: owners say more than the lexicon has concepts for.
import { lowerBound } from '../../util/lower-bound.ts'
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'
import type { Word } from '../text/words.ts'
import { beginningOf, bucketOf } from '../text/words.ts'
import { stepsPlace } from './label-features.ts'
import type { Weights } from './linear-model.ts'

/** Tenths of a unit of log-odds: the nth row, of one for each guess, is that of the nth of the buckets, which stand in order. */
export type WordTable = { buckets: Uint32Array; tenths: Int8Array; guesses: number }

/** As a word's weight is called among the others of a guess. */
const called = 'w:'

export const isWordFeature = (name: string) => name.startsWith(called)

/** Names of the features that words are, one for each that carries something: its beginning. */
export const wordFeatures = (words: readonly Word[]): string[] =>
  words.flatMap(({ bucket, text }) => (bucket === undefined ? [] : [called + beginningOf(text)]))

/** What a part opens with tells in itself, whatever else the word says: «плюс», «прошу». */
const opened = (text: string) => `o:${text}`

/** The name of the feature that the word is with which a part opens. */
export const openingFeature = (text: string): string => called + opened(text)

/** Weights by bucket, which several may share. */
export type BucketWeights = readonly (readonly [bucket: number, tenths: number])[]

/** Those of the weights of a guess that are of words. */
export const weightsOfWords = (weights: Weights): BucketWeights =>
  Object.entries(weights)
    .filter(([name]) => isWordFeature(name))
    .map(([name, weight]) => [bucketOf(name.slice(called.length)), weight])

/** A table of the weights of guesses, in their order. */
export function toWordTable(guesses: readonly BucketWeights[]): WordTable {
  const rows = new Map<number, Int16Array>()
  for (const [guess, weights] of guesses.entries()) {
    for (const [bucket, weight] of weights) {
      const row = rows.get(bucket) ?? new Int16Array(guesses.length)
      row[guess]! += weight
      rows.set(bucket, row)
    }
  }
  const ordered = [...rows].toSorted(([a], [b]) => a - b)
  const tenths = new Int8Array(ordered.length * guesses.length)
  for (const [nth, [, row]] of ordered.entries()) tenths.set(row, nth * guesses.length)
  return { buckets: Uint32Array.from(ordered, ([bucket]) => bucket), tenths, guesses: guesses.length }
}

/** Where a bucket's row begins; undefined where its words tell nothing. */
function rowOf({ buckets, guesses }: WordTable, bucket: number): number | undefined {
  const row = lowerBound(buckets, bucket)
  return buckets[row] === bucket ? row * guesses : undefined
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

function addTo(sums: Int32Array, row: number, { words }: AnalyzedSentence, table: WordTable) {
  const { tenths, guesses } = table
  const to = row * guesses
  for (const { bucket } of words) {
    const from = bucket === undefined ? undefined : rowOf(table, bucket)
    if (from === undefined) continue
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
export function sumOfWords(words: readonly Word[], table: WordTable, guess: number): number {
  let sum = 0
  for (const { bucket } of words) if (bucket !== undefined) sum += weightOf(bucket, table, guess)
  return sum
}

/** What the word that a part opens with says of a guess, in tenths. */
export const weightOfOpening = (text: string, table: WordTable, guess: number): number =>
  weightOf(bucketOf(opened(text)), table, guess)

/** What a bucket says of a guess, in tenths. */
export function weightOf(bucket: number, table: WordTable, guess: number): number {
  const row = rowOf(table, bucket)
  return row === undefined ? 0 : table.tenths[row + guess]!
}
