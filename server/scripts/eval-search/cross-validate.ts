import type { SearchIndex } from '../../src/search/index/search-index.ts'
import { shippedTuning } from '../../src/search/tuning.ts'
import type { Tuning } from '../../src/search/tuning.ts'
import { seededRandom } from './bootstrap.ts'
import { searchOf } from './engines/bilet.ts'
import { isAnswerable, quality, silence, shareAbove } from './measures.ts'
import type { Outcome } from './measures.ts'
import type { JudgedQuery } from './read-sets.ts'
import { askAll } from './run.ts'

const FOLDS = 5
const SETTINGS = 40
const TUNED = ['bm25', 'passage', 'grams', 'titleFit', 'root', 'fuzzy', 'name', 'lightWord'] as const

/**
 * Five folds: weights (40 random settings within a factor of two of the shipped ones) and the threshold are chosen on
 * four and measured on the fifth. How far this stands under the plain figure is how far the weights are fitted to the set.
 */
export function crossValidated(index: SearchIndex, queries: readonly JudgedQuery[]) {
  const random = seededRandom(7)
  const runs = [shippedTuning, ...Array.from({ length: SETTINGS }, () => varied(random))].map((tuning) =>
    askAll(searchOf(index, tuning), queries),
  )
  const folds = shuffledFolds(queries.length, random)
  const heldOut: Outcome[] = []
  let shown = 0
  for (const fold of folds) {
    const outside = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter((_, at) => !fold.has(at))
    const best = runs.reduce((a, b) => (fitness(outside(b)) > fitness(outside(a)) ? b : a))
    const { threshold } = silence(outside(best))
    const inside = best.filter((_, at) => fold.has(at))
    heldOut.push(...inside)
    const none = inside.filter((outcome) => !isAnswerable(outcome)).map(({ top }) => top)
    shown += shareAbove(none, threshold) * none.length
  }
  const unanswerable = heldOut.filter((outcome) => !isAnswerable(outcome)).length
  return {
    ...quality(heldOut.filter(isAnswerable)),
    auc: silence(heldOut).auc,
    falseShare: shown / Math.max(1, unanswerable),
  }
}

function fitness(outcomes: readonly Outcome[]): number {
  const { recall3, mrr10 } = quality(outcomes.filter(isAnswerable))
  return recall3 + mrr10
}

function varied(random: () => number): Tuning {
  const tuning = { ...shippedTuning }
  for (const weight of TUNED) tuning[weight] *= 2 ** (2 * random() - 1)
  return tuning
}

function shuffledFolds(count: number, random: () => number): Set<number>[] {
  const order = Array.from({ length: count }, (_, at) => ({ at, key: random() })).toSorted((a, b) => a.key - b.key)
  return Array.from(
    { length: FOLDS },
    (_, fold) => new Set(order.filter((_one, place) => place % FOLDS === fold).map(({ at }) => at)),
  )
}
