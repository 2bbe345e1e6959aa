// The labels that need learned weights. They run on the server only; the widget asks.
import type { Label } from './labels.ts'
import { labelNames } from './labels.ts'
import { deniedIn, featureNames, featuresFor, featuresOfUnclear, placesOf } from './label-features.ts'
import type { Weights, WeightTable } from './linear-model.ts'
import { scoreOf, tenthsOf, toTable } from './linear-model.ts'
import type { WordSums } from './word-weights.ts'
import { sumAt } from './word-weights.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

/** Log-odds from which a guess is told: low where missing it costs the owner more than a line to read past. */
const thresholds: Record<Label, number> = {
  personalManager: -0.6,
  layoutQuestion: -0.6,
  thirdParty: -0.6,
  templateModified: -0.6,
  accountChange: -1.2,
  unclear: -0.6,
}

/** Weights of each guess, in the order of their names. */
export const labelTables = (weights: Record<Label, Weights>): WeightTable[] =>
  labelNames.map((name) => toTable(weights[name], featureNames(name)))

/** Guesses that a draft supports; the words' sums hold one for each guess first. */
export function labelsOf(draft: AnalyzedDraft, tables: readonly WeightTable[], words: WordSums): Label[] {
  const denied = deniedIn(draft)
  const places = placesOf(draft)
  const isSupported = (name: Exclude<Label, 'unclear'>, guess: number) => {
    const table = tables[guess]!
    const featuresAt = featuresFor(name, draft)
    const lacking = thresholds[name] * 10 - table.bias - tenthsOf(table, denied)
    return places.some((at) => tenthsOf(table, featuresAt(at)) + sumAt(words, at, guess) >= lacking)
  }
  const isUnclear = (table: WeightTable) => {
    const features = featuresOfUnclear(draft)
    return features !== undefined && scoreOf(table, features) >= thresholds.unclear
  }
  return labelNames.filter((name, guess) => (name === 'unclear' ? isUnclear(tables[guess]!) : isSupported(name, guess)))
}
