// What the labels have reached on labelled tickets, cross-validated, they keep.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, JudgedLabel } from './evaluate.ts'
import { crossValidated, departmentFigures, figuresOf } from './evaluate.ts'
import { lettersBesides, readLabelled, taughtBy } from '../train/labelled.ts'
import { learn } from '../train/learn.ts'
import { learnPlaces } from '../train/learn-places.ts'
import { taughtPairs } from '../train/taught-pairs.ts'
import { readQuestions } from '../train/questions.ts'
import { saidTogether } from '../train/said.ts'
import { placesFile, tablesFile } from '../train/to-files.ts'

describe('on labelled tickets that it has not learned from', () => {
  let answers: Answer[] = []

  beforeAll(() => {
    answers = crossValidated(readLabelled())
  }, 300_000)

  it('R16: several questions are found with precision 0.95 and recall 0.97', () => {
    const { precision, recall } = figuresOf(answers, 'severalQuestions')
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.97)
  })

  it('R9–R12: 92 in 100 suggested departments are right, and at most 10 in 100 are left without', () => {
    const { accuracy, silent } = departmentFigures(answers)
    expect(accuracy).toBeGreaterThanOrEqual(0.92)
    expect(silent).toBeLessThanOrEqual(0.1)
  })

  it.each<[JudgedLabel, number, string]>([
    ['fillerSteps', 0.95, 'R14'],
    ['unclear', 0.85, 'R13'],
    ['personalManager', 0.9, 'R12'],
    ['layoutQuestion', 0.85, 'R21'],
    ['thirdParty', 0.85, 'R20'],
    ['templateModified', 0.9, 'R20'],
    ['accountChange', 0.85, 'R8'],
  ])('R8, R12–R14, R20, R21: %s has an F1 of %d at least (%s)', (label, floor) => {
    expect(figuresOf(answers, label).f1).toBeGreaterThanOrEqual(floor)
  })
})

it('the learned tables are what training gives, to the byte', () => {
  const learned = learn(taughtBy(readLabelled()), lettersBesides(), readQuestions(), taughtPairs())
  const { name, text } = tablesFile(learned)
  expect(text).toBe(readFileSync(new URL(`../learned/${name}`, import.meta.url), 'utf8'))
}, 300_000)

it('where words stand is what training gives, to the byte', () => {
  const { name, text } = placesFile(learnPlaces(saidTogether()))
  expect(text).toBe(readFileSync(new URL(`../learned/${name}`, import.meta.url), 'utf8'))
}, 300_000)
