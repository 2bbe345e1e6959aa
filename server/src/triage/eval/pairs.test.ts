// Pairs by hands of which nothing was learned (R17) and of which none that failed was read. Their totals were in view while it
// was chosen which pairs are learned from, what of a subject is compared and how sure it must be. And pairs of the hands that
// are learned from, each by what was learned from the others. This holds what is reached.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { sameFrom } from '../duplicates/same-request.ts'
import { readLabelled } from '../train/labelled.ts'
import { readPairs } from '../train/pairs.ts'
import { taughtPairs } from '../train/taught-pairs.ts'
import { duplicateFigures, judge, judgeAcross } from './duplicates.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

it('R17: of pairs by other hands, 87 in 100 are judged right', () => {
  const { precision, recall, accuracy, auc } = duplicateFigures(judge(readPairs(path('blind-pairs.jsonl'))))
  expect(accuracy).toBeGreaterThanOrEqual(0.87)
  expect(precision).toBeGreaterThanOrEqual(0.94)
  expect(recall).toBeGreaterThanOrEqual(0.8)
  expect(auc).toBeGreaterThanOrEqual(0.94)
})

it('R17: of pairs by hands that are learned from in turn, so are 84 in 100', () => {
  const { accuracy, auc } = duplicateFigures(judgeAcross(taughtPairs(), ['own', 'p1', 'n2', 'n4', 'n6']))
  expect(accuracy).toBeGreaterThanOrEqual(0.84)
  expect(auc).toBeGreaterThanOrEqual(0.92)
}, 300_000)

it('R17: 2 in 100 letters at most are taken for a follow-up to another’s', () => {
  const drafts = readLabelled(path('remembered-tickets.jsonl')).filter(({ unclear }) => !unclear)
  const open = readLabelled(path('blind-tickets.jsonl'))
  const pairs = open.map((one, at) => ({ of: '', same: false, open: one, draft: drafts[at % drafts.length]! }))
  const taken = judge(pairs).filter(({ told }) => told >= sameFrom)
  expect(taken.length / pairs.length).toBeLessThanOrEqual(0.02)
})
