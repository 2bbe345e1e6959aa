// The labels that need learned weights. They run on the server only; the widget asks.
import type { Label } from './labels.ts'
import { labelNames } from './labels.ts'
import { featureNames, featuresFor } from './label-features.ts'
import type { Weights, WeightTable } from './linear-model.ts'
import { scoreOf, toTable } from './linear-model.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

/** Log-odds from which a guess is told: low where missing it costs the owner more than a line to read past. */
const thresholds: Record<Label, number> = {
  personalManager: -0.4,
  layoutQuestion: -0.4,
  thirdParty: -0.7,
  templateModified: -0.1,
  accountChange: -0.4,
  unclear: 0,
}

/** Weights of each guess, in the order of their names. */
export const labelTables = (weights: Record<Label, Weights>): WeightTable[] =>
  labelNames.map((name) => toTable(weights[name], featureNames(name)))

/** Guesses that a draft supports. */
export const labelsOf = (draft: AnalyzedDraft, tables: readonly WeightTable[]): Label[] =>
  labelNames.filter((name, at) =>
    featuresFor(name, draft).some((features) => scoreOf(tables[at]!, features) >= thresholds[name]),
  )
