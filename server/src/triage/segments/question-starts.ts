// Where another question begins (R16): the places that look enough like it.
import { boundariesOf } from './boundaries.ts'
import { boundaryFeatureNames } from './boundary-features.ts'
import type { Weights, WeightTable } from '../classifiers/linear-model.ts'
import { scoreOf, toTable } from '../classifiers/linear-model.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

/** Log-odds from which a further part is taken for another question. */
const threshold = 0.3

export const questionTable = (weights: Weights) => toTable(weights, boundaryFeatureNames)

/** A question has more words than this before another begins in the same sentence: "P.S. И подскажите заодно …" is one. */
const fewest = 6

/** Where further questions begin in the description, in order. */
export function questionStarts(read: AnalyzedDraft, table: WeightTable): number[] {
  const starts: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { at, features, words, inside } of boundariesOf(read)) {
    if (scoreOf(table, features) < threshold || (inside && words - last < fewest)) continue
    starts.push(at)
    last = words
  }
  return starts
}
