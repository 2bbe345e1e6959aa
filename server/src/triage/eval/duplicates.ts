// How well follow-ups are told from new questions (R17).
import type { Tables } from '../tables.ts'
import { shipped, toTables } from '../tables.ts'
import { readRequest } from '../duplicates/read-request.ts'
import { sameFrom, sameRequest } from '../duplicates/same-request.ts'
import { learn } from '../train/learn.ts'
import type { Pair } from '../train/pairs.ts'

/** A pair as it was judged by hand, and the log-odds that were told of it. */
export type JudgedPair = { same: boolean; told: number }

/** What is told of pairs. */
export const judge = (pairs: readonly Pair[], tables: Tables = shipped): JudgedPair[] =>
  pairs.map(({ same, open, draft }) => ({ same, told: sameRequest(readRequest(draft), readRequest(open), tables) }))

/** What is told of each hand's pairs by what was learned from the others of those given. */
export const judgeAcross = (pairs: readonly Pair[], hands: readonly string[]): JudgedPair[] =>
  hands.flatMap((hand) =>
    judge(
      pairs.filter(({ of }) => of === hand),
      toTables(
        learn(
          [],
          [],
          [],
          pairs.filter(({ of }) => of !== hand),
        ),
      ),
    ),
  )

/** Precision, recall, the share of pairs judged right; and the share of pairs of one of each kind that are put in order. */
export function duplicateFigures(pairs: readonly JudgedPair[]) {
  const count = (is: (one: JudgedPair) => boolean) => pairs.filter(is).length
  const right = count(({ same, told }) => same && told >= sameFrom)
  const others = pairs.filter(({ same }) => !same)
  const inOrder = pairs
    .filter(({ same }) => same)
    .flatMap(({ told }) => others.map((other) => (told > other.told ? 1 : told === other.told ? 0.5 : 0)))
  return {
    precision: right / count(({ told }) => told >= sameFrom),
    recall: right / count(({ same }) => same),
    accuracy: count(({ same, told }) => same === told >= sameFrom) / pairs.length,
    auc: inOrder.reduce<number>((sum, one) => sum + one, 0) / inOrder.length,
  }
}
