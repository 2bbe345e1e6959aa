// What words alone tell of whether documentation answers a question, on documentation of which no question was learned.
import { beforeAll, describe, expect, it } from 'vitest'
import { documentedIn } from '../assess-draft.ts'
import { toTables } from '../tables.ts'
import { learn } from '../train/learn.ts'
import type { Question } from '../train/questions.ts'
import { readQuestions } from '../train/questions.ts'

type Told = Question & { documented: number }

/** Each question of some documentations by weights learned from the others. */
function toldOf(questions: readonly Question[], some: ReadonlySet<string>): Told[] {
  const tables = toTables(
    learn(
      [],
      [],
      questions.filter(({ of }) => !some.has(of)),
    ),
  )
  return questions
    .filter(({ of }) => some.has(of))
    .map((one) => ({ ...one, documented: documentedIn([one.q], tables) }))
}

/** In so many parts documentations are asked without having been learned from. */
const PARTS = 7

/** The share of pairs of an answered and an unanswered question that words put in the right order. */
function ordered(told: readonly Told[]): number {
  const of = (wanted: boolean) => told.filter(({ isAnswered }) => isAnswered === wanted)
  const pairs = of(true).flatMap((one) => of(false).map((other) => Math.sign(one.documented - other.documented)))
  return pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length
}

/** A language by its letters. */
const languages: [name: string, isIn: (question: string) => boolean, atLeast: number][] = [
  ['Russian', (question) => /[а-яё]/i.test(question) && !/[іїєґ]/i.test(question), 0.7],
  ['Ukrainian', (question) => /[іїєґ]/i.test(question), 0.7],
  ['English', (question) => !/[а-яёіїєґ]/i.test(question), 0.68],
]

describe('words put more pairs of questions in order than chance does, on documentation not learned from', () => {
  let byDocumentation: Told[][]
  beforeAll(() => {
    const questions = readQuestions()
    const names = [...new Set(questions.map(({ of }) => of))]
    const told = Array.from({ length: PARTS }, (_, part) =>
      toldOf(questions, new Set(names.filter((_name, at) => at % PARTS === part))),
    ).flat()
    byDocumentation = names.map((name) => told.filter(({ of }) => of === name))
  }, 300_000)

  it.each(languages)('in %s', (_language, isIn, atLeast) => {
    const shares = byDocumentation.map((told) => ordered(told.filter(({ q }) => isIn(q))))
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(atLeast)
  })
})
