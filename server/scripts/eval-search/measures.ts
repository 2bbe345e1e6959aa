import type { Hit } from './engine.ts'
import type { JudgedQuery } from './read-sets.ts'

/** What an engine gave for a query: `place` of the first right article (0-based, -1 for none in ten), top score. */
export type Outcome = { query: JudgedQuery; place: number; top: number; ndcg5: number; milliseconds: number }

export type Quality = { count: number; recall1: number; recall3: number; mrr10: number; ndcg5: number }

export type Silence = { auc: number; falseShare: number; threshold: number }

const KEPT = 0.9

export function judge(query: JudgedQuery, hits: readonly Hit[], milliseconds: number): Outcome {
  const place = hits.slice(0, 10).findIndex(({ id }) => query.relevant.includes(id))
  return { query, place, top: hits[0]?.score ?? 0, ndcg5: ndcg(query, hits.slice(0, 5)), milliseconds }
}

const gain = (place: number): number => 1 / Math.log2(place + 2)

/** All right articles count alike. */
function ndcg({ relevant }: JudgedQuery, hits: readonly Hit[]): number {
  const met = hits.reduce((sum, { id }, place) => sum + (relevant.includes(id) ? gain(place) : 0), 0)
  const best = relevant.slice(0, 5).reduce((sum, _, place) => sum + gain(place), 0)
  return best === 0 ? 0 : met / best
}

export const isAnswerable = ({ query }: Outcome): boolean => query.relevant.length > 0
export const isRight = ({ place }: Outcome): boolean => place >= 0 && place < 3

export function quality(outcomes: readonly Outcome[]): Quality {
  const count = outcomes.length
  const share = (value: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / Math.max(1, count)
  return {
    count,
    recall1: share(({ place }) => (place === 0 ? 1 : 0)),
    recall3: share((outcome) => (isRight(outcome) ? 1 : 0)),
    mrr10: share(reciprocalRank),
    ndcg5: share(({ ndcg5 }) => ndcg5),
  }
}

export const reciprocalRank = ({ place }: Outcome): number => (place < 0 ? 0 : 1 / (place + 1))

/**
 * How well the top score tells answerable queries from the others (AUC), and the share of unanswerable queries still
 * answered at the threshold that keeps nine in ten of the right answers.
 */
export function silence(outcomes: readonly Outcome[], kept = KEPT): Silence {
  const answerable = outcomes.filter(isAnswerable).map(({ top }) => top)
  const none = outcomes.filter((outcome) => !isAnswerable(outcome)).map(({ top }) => top)
  const right = outcomes.filter((outcome) => isAnswerable(outcome) && isRight(outcome)).map(({ top }) => top)
  const threshold = thresholdKeeping(right, kept)
  return { auc: aucOf(answerable, none), falseShare: shareAbove(none, threshold), threshold }
}

/** The highest threshold that a share of the values reach. */
export const thresholdKeeping = (values: readonly number[], kept: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * (1 - kept))] ?? 0

export const shareAbove = (values: readonly number[], threshold: number): number =>
  values.filter((value) => value > 0 && value >= threshold).length / Math.max(1, values.length)

function aucOf(higher: readonly number[], lower: readonly number[]): number {
  let won = 0
  for (const a of higher) for (const b of lower) won += a > b ? 1 : a === b ? 0.5 : 0
  return won / Math.max(1, higher.length * lower.length)
}

/** The value under which a share of all lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
