// Logistic regression as the checks need it: named features, weights pulled towards what is believed beforehand.

/** Weights by the name of the feature. */
export type Weights = Record<string, number>

export type ModelOptions = { prior?: Weights; regularisation: number; rounds?: number; positiveWeight?: number }

/** One or more places, of which the one with the highest score speaks for the example: features by name, each as often as it is there. */
export type Example = { places: string[][]; positive: boolean }

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

/**
 * Examples in three rows of numbers, gone through a hundred times over: place p has the features `features[places[p] …
 * places[p + 1] - 1]`, example e the places from `examples[e]` to `examples[e + 1]`.
 */
type Table = { features: Int32Array; places: Int32Array; examples: Int32Array; isPositive: Uint8Array }

/** Features by number in the order in which they are first met, the bias first. */
function inTable(given: readonly Example[], prior: Weights): { names: string[]; table: Table } {
  const ids = new Map<string, number>([['bias', 0]])
  const idOf = (feature: string) => {
    const id = ids.get(feature) ?? ids.size
    ids.set(feature, id)
    return id
  }
  for (const feature of Object.keys(prior)) idOf(feature)
  const seen = given.filter(({ places }) => places.length > 0)
  const features: number[] = []
  const places = [0]
  const examples = [0]
  for (const one of seen) {
    for (const place of one.places) {
      for (const feature of place) features.push(idOf(feature))
      places.push(features.length)
    }
    examples.push(places.length - 1)
  }
  const table: Table = {
    features: Int32Array.from(features),
    places: Int32Array.from(places),
    examples: Int32Array.from(examples),
    isPositive: Uint8Array.from(seen, ({ positive }) => Number(positive)),
  }
  return { names: [...ids.keys()], table }
}

function scoreOf({ features, places }: Table, weights: Float64Array, place: number): number {
  let sum = weights[0]!
  for (let at = places[place]!; at < places[place + 1]!; at++) sum += weights[features[at]!]!
  return sum
}

/** Adds what each example wants of the weights: of its places the one with the highest score speaks for it. */
function addErrors(table: Table, weights: Float64Array, positiveWeight: number, gradient: Float64Array) {
  const { features, places, examples, isPositive } = table
  for (let example = 0; example < isPositive.length; example++) {
    let best = examples[example]!
    let score = scoreOf(table, weights, best)
    for (let place = best + 1; place < examples[example + 1]!; place++) {
      const other = scoreOf(table, weights, place)
      if (other <= score) continue
      best = place
      score = other
    }
    const positive = isPositive[example]!
    const error = (sigmoid(score) - positive) * (positive === 1 ? positiveWeight : 1)
    gradient[0]! += error
    for (let at = places[best]!; at < places[best + 1]!; at++) gradient[features[at]!]! += error
  }
}

/** Learns weights from examples. Full-batch AdaGrad: deterministic, so the same file gives the same weights. */
export function train(
  examples: Example[],
  { prior = {}, regularisation, rounds = 120, positiveWeight = 1 }: ModelOptions,
): Weights {
  const { names, table } = inTable(examples, prior)
  const believed = Float64Array.from(names, (name) => prior[name] ?? 0)
  const weights = believed.slice()
  const squares = new Float64Array(names.length)
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(names.length)
    addErrors(table, weights, positiveWeight, gradient)
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
