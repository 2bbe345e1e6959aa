// Where another question begins (R16): the places that look enough like it.
import { boundariesOf } from './boundaries.ts'
import { boundaryFeatureNames } from './boundary-features.ts'
import type { Weights, WeightTable } from '../classifiers/linear-model.ts'
import { scoreOf, toTable } from '../classifiers/linear-model.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

/** Log-odds from which a further part is taken for another question. */
const threshold = 0.5

export const questionTable = (weights: Weights) => toTable(weights, boundaryFeatureNames)

/** Where further questions begin in the description, in order. */
export const questionStarts = (read: AnalyzedDraft, table: WeightTable): number[] =>
  boundariesOf(read)
    .filter(({ features }) => scoreOf(table, features) >= threshold)
    .map(({ at }) => at)
