// What single words bear on what is guessed, learned from tickets: owners say more than the lexicon has concepts for.
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'
import type { Weights } from './linear-model.ts'

/** Tenths of a unit of log-odds by the beginning of a word, one for each guess. */
export type WordTable = { tenths: ReadonlyMap<string, Int16Array>; guesses: number }

/** As a word's weight is called among the others of a guess. */
const called = 'w:'

export const isWordFeature = (name: string) => name.startsWith(called)

/** The name of the feature that a word is, by its beginning. */
export const wordFeature = (weighed: string) => called + weighed

/** Names of the features that a sentence's words are, one for each word that carries something. */
export const wordFeatures = ({ words }: AnalyzedSentence): string[] =>
  words.flatMap(({ weighed }) => (weighed === undefined ? [] : [wordFeature(weighed)]))

/** Words of the weights of guesses, in their order. */
export function toWordTable(guesses: readonly Weights[]): WordTable {
  const tenths = new Map<string, Int16Array>()
  for (const [at, weights] of guesses.entries())
    for (const [name, weight] of Object.entries(weights)) {
      if (!isWordFeature(name)) continue
      const word = name.slice(called.length)
      const row = tenths.get(word) ?? new Int16Array(guesses.length)
      row[at] = weight
      tenths.set(word, row)
    }
  return { tenths, guesses: guesses.length }
}

/** What the words of a draft say of each guess, in tenths. */
export type WordSums = { subject: Int32Array; description: readonly Int32Array[]; steps: Int32Array }

export const weighWords = ({ subject, description, steps }: AnalyzedDraft, table: WordTable): WordSums => ({
  subject: sumOf(subject, table),
  description: description.map((sentence) => sumOf([sentence], table)),
  steps: sumOf(steps, table),
})

function sumOf(sentences: readonly AnalyzedSentence[], { tenths, guesses }: WordTable): Int32Array {
  const sums = new Int32Array(guesses)
  for (const { words } of sentences)
    for (const { weighed } of words) {
      const row = weighed === undefined ? undefined : tenths.get(weighed)
      if (row !== undefined) for (let guess = 0; guess < guesses; guess++) sums[guess]! += row[guess]!
    }
  return sums
}

/** What those of a place say of a guess (see `Place`). */
export const sumAt = ({ subject, description, steps }: WordSums, at: number, guess: number): number =>
  subject[guess]! + (at < 0 ? steps[guess]! : description[at]![guess]! + (description[at + 1]?.[guess] ?? 0))

/** What all of them say of a guess. */
export const sumOfAll = ({ subject, description, steps }: WordSums, guess: number): number =>
  description.reduce((sum, one) => sum + one[guess]!, subject[guess]! + steps[guess]!)

/** What words say where there is one guess, in tenths. */
export const sumOfWords = (words: readonly string[], { tenths }: WordTable): number =>
  words.reduce((sum, word) => sum + (tenths.get(word)?.[0] ?? 0), 0)
