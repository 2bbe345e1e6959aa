// Where another question begins (R16): the places that look enough like it.
import { boundariesOf } from './boundaries.ts'
import { signNames } from './boundary-signs.ts'
import type { Weights, WeightTable } from './learned/score.ts'
import { scoreOf, toTable } from './learned/score.ts'
import type { ReadDraft } from './reading/draft.ts'

/** Log-odds from which a further part is taken for another question. */
const threshold = 0.5

export const questionTable = (weights: Weights) => toTable(weights, signNames)

/** Where further questions begin in the description, in order. */
export const questionStarts = (read: ReadDraft, table: WeightTable): number[] =>
  boundariesOf(read)
    .filter(({ seen }) => scoreOf(table, seen) >= threshold)
    .map(({ at }) => at)
