// The guesses that need learned weights. They run on the server only; the widget asks.
import type { GuessName } from './guess-names.ts'
import { guessNames } from './guess-names.ts'
import { traitNames, traitsFor } from './guess-traits.ts'
import type { Weights, WeightTable } from './learned/score.ts'
import { scoreOf, toTable } from './learned/score.ts'
import type { ReadDraft } from './reading/draft.ts'

/** Log-odds from which a guess is told: low where missing it costs the owner more than a line to read past. */
const thresholds: Record<GuessName, number> = {
  personalManager: -0.4,
  layoutQuestion: -0.4,
  thirdParty: -0.4,
  templateModified: 0.2,
  accountChange: -0.4,
  unclear: 0,
}

/** Weights of each guess, in the order of their names. */
export const guessTables = (weights: Record<GuessName, Weights>): WeightTable[] =>
  guessNames.map((name) => toTable(weights[name], traitNames(name)))

/** Guesses that a draft supports. */
export const guessesOf = (draft: ReadDraft, tables: readonly WeightTable[]): GuessName[] =>
  guessNames.filter((name, at) =>
    traitsFor(name, draft).some((traits) => scoreOf(tables[at]!, traits) >= thresholds[name]),
  )
