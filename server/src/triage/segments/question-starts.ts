// Where another question begins (R16): the places that look enough like it.
import { boundariesOf } from './boundaries.ts'
import { boundaryFeatureNames } from './boundary-features.ts'
import type { Weights, WeightTable } from '../classifiers/linear-model.ts'
import { scoreOf, toTable } from '../classifiers/linear-model.ts'
import type { WordTable } from '../classifiers/word-weights.ts'
import { sumOfWords, toWordTable } from '../classifiers/word-weights.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

/** Log-odds from which a further part is taken for another question. */
const threshold = 0.5

export type QuestionTable = { features: WeightTable; words: WordTable }

export const questionTable = (weights: Weights): QuestionTable => ({
  features: toTable(weights, boundaryFeatureNames),
  words: toWordTable([weights]),
})

/** A question has more words than this before another begins in the same sentence: "P.S. И подскажите заодно …" is one. */
const fewest = 6

/** Where further questions begin in the description, in order. */
export function questionStarts(read: AnalyzedDraft, table: QuestionTable): number[] {
  const starts: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { at, features, part, words, inside } of boundariesOf(read)) {
    if (inside && words - last < fewest) continue
    const told = part.reduce((sum, clause) => sum + sumOfWords(clause.words, table.words), 0)
    if (scoreOf(table.features, features, told) < threshold) continue
    starts.push(at)
    last = words
  }
  return starts
}
