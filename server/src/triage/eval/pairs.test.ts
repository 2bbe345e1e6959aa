// Pairs by hands of which nothing was learned (R17), written when all that is told of a pair had been chosen; which pairs are
// learned from was chosen with their totals in view. And pairs of the hands that are learned from, each by what was learned
// from the others. This holds what is reached.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readPairs } from '../train/pairs.ts'
import { taughtPairs } from '../train/taught-pairs.ts'
import { duplicateFigures, judge, judgeAcross } from './duplicates.ts'

it('R17: of pairs by other hands, 90 in 100 are judged right', () => {
  const { precision, recall, accuracy, auc } = duplicateFigures(
    judge(readPairs(fileURLToPath(new URL('blind-pairs.jsonl', import.meta.url)))),
  )
  expect(accuracy).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.92)
  expect(recall).toBeGreaterThanOrEqual(0.86)
  expect(auc).toBeGreaterThanOrEqual(0.95)
})

it('R17: of pairs by hands that are learned from in turn, so are 84 in 100', () => {
  const { accuracy, auc } = duplicateFigures(judgeAcross(taughtPairs(), ['own', 'p1', 'n2', 'n4', 'n6']))
  expect(accuracy).toBeGreaterThanOrEqual(0.84)
  expect(auc).toBeGreaterThanOrEqual(0.91)
}, 300_000)
