// Logistic regression as the checks need it: named features, weights pulled towards what is believed beforehand.

/** Weights by the name of the feature. */
export type Weights = Record<string, number>

export type ModelOptions = { prior?: Weights; regularisation: number; rounds?: number; positiveWeight?: number }

/** One or more places, of which the one with the highest score speaks for the example: features by name, each as often as it is there. */
export type Example = { places: string[][]; positive: boolean }

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

/** Features by number in the order in which they are first met, the bias first. */
function numbered(examples: readonly Example[], prior: Weights) {
  const ids = new Map<string, number>([['bias', 0]])
  const idOf = (feature: string) => {
    const id = ids.get(feature) ?? ids.size
    ids.set(feature, id)
    return id
  }
  for (const feature of Object.keys(prior)) idOf(feature)
  const seen = examples
    .filter(({ places }) => places.length > 0)
    .map(({ places, positive }) => ({ positive, places: places.map((place) => Int32Array.from(place, idOf)) }))
  return { names: [...ids.keys()], seen }
}

function scoreOf(weights: Float64Array, features: Int32Array): number {
  let sum = weights[0]!
  for (const feature of features) sum += weights[feature]!
  return sum
}

function best(weights: Float64Array, places: readonly Int32Array[]) {
  let found = { features: places[0]!, score: scoreOf(weights, places[0]!) }
  for (const features of places.slice(1)) {
    const score = scoreOf(weights, features)
    if (score > found.score) found = { features, score }
  }
  return found
}

/** Learns weights from examples. Full-batch AdaGrad: deterministic, so the same file gives the same weights. */
export function train(
  examples: Example[],
  { prior = {}, regularisation, rounds = 120, positiveWeight = 1 }: ModelOptions,
): Weights {
  const { names, seen } = numbered(examples, prior)
  const believed = Float64Array.from(names, (name) => prior[name] ?? 0)
  const weights = believed.slice()
  const squares = new Float64Array(names.length)
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(names.length)
    for (const { places, positive } of seen) {
      const { features, score } = best(weights, places)
      const error = (sigmoid(score) - Number(positive)) * (positive ? positiveWeight : 1)
      gradient[0]! += error
      for (const feature of features) gradient[feature]! += error
    }
    for (let feature = 0; feature < names.length; feature++) {
      const held = feature === 0 ? 0 : regularisation * (weights[feature]! - believed[feature]!)
      const step = gradient[feature]! + held
      squares[feature]! += step * step
      if (step !== 0) weights[feature]! -= (0.15 * step) / Math.sqrt(squares[feature]! + 1e-8)
    }
  }
  return Object.fromEntries(names.map((name, feature) => [name, weights[feature]!]))
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
