// Logistic regression as the checks need it: named features, weights pulled towards what is believed beforehand.

/** Weights by the name of the feature. */
export type Weights = Record<string, number>

export type ModelOptions = { prior?: Weights; regularisation: number; rounds?: number; positiveWeight?: number }

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

const scoreOf = (weights: Weights, features: readonly string[]) =>
  features.reduce((sum, feature) => sum + (weights[feature] ?? 0), weights['bias'] ?? 0)

/** The alternative with the highest score: an example is several places, of which one is enough. */
const best = (weights: Weights, places: string[][]) =>
  places.reduce(
    (found, features) => {
      const score = scoreOf(weights, features)
      return score > found.score ? { features, score } : found
    },
    { features: [] as string[], score: Number.NEGATIVE_INFINITY },
  )

export type Example = { places: string[][]; positive: boolean }

/**
 * Learns weights from examples, each of one or more places (the best place speaks for the example).
 * Full-batch AdaGrad: deterministic, so the same file gives the same weights.
 */
export function train(
  examples: Example[],
  { prior = {}, regularisation, rounds = 120, positiveWeight = 1 }: ModelOptions,
): Weights {
  const weights: Weights = { bias: 0, ...prior }
  const seen: Weights = {}
  for (let round = 0; round < rounds; round++) {
    const gradient: Weights = {}
    for (const { places, positive } of examples) {
      if (places.length === 0) continue
      const { features, score } = best(weights, places)
      const error = (sigmoid(score) - Number(positive)) * (positive ? positiveWeight : 1)
      for (const feature of ['bias', ...features]) gradient[feature] = (gradient[feature] ?? 0) + error
    }
    for (const feature of new Set([...Object.keys(gradient), ...Object.keys(weights)])) {
      const held = feature === 'bias' ? 0 : regularisation * ((weights[feature] ?? 0) - (prior[feature] ?? 0))
      const step = (gradient[feature] ?? 0) + held
      seen[feature] = (seen[feature] ?? 0) + step * step
      if (step !== 0) weights[feature] = (weights[feature] ?? 0) - (0.15 * step) / Math.sqrt(seen[feature] + 1e-8)
    }
  }
  return weights
}

/**
 * Weights in whole tenths, the same on every machine. What is less than `least` tenths is left out: where the best place
 * of a draft decides, small weights change nothing; where all of its concepts add up, they do.
 */
export function inTenths(weights: Weights, least = 1): Weights {
  const rounded = Object.entries(weights).map(([feature, weight]) => [feature, Math.round(weight * 10)] as const)
  const kept = rounded.filter(([, weight]) => Math.abs(weight) >= least)
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
