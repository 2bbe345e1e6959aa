// What tells a follow-up from a new question, learned from pairs of tickets (R17).
import type { Weights } from '../classifiers/linear-model.ts'
import { readRequest } from '../duplicates/read-request.ts'
import { featuresOf } from '../duplicates/pair-features.ts'
import { inTenths, train } from './logistic-regression.ts'
import type { Pair } from './pairs.ts'

/** What shows in fewer pairs than this tells of the pairs. */
const leastOften = 3

/** Read once, however often they are learned from. */
const readings = new WeakMap<Pair, string[]>()

function read(pair: Pair): string[] {
  const known = readings.get(pair) ?? featuresOf(readRequest(pair.draft), readRequest(pair.open))
  readings.set(pair, known)
  return known
}

/** Weights in whole tenths, as they are stored. */
export function learnDuplicates(pairs: readonly Pair[]): Weights {
  const often = new Map<string, number>()
  for (const feature of pairs.flatMap(read)) often.set(feature, (often.get(feature) ?? 0) + 1)
  const examples = pairs.map((pair) => ({
    places: [read(pair).filter((feature) => (often.get(feature) ?? 0) >= leastOften)],
    positive: pair.same,
  }))
  return inTenths(train(examples, { regularisation: 1 }))
}
