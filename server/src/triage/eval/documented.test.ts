// What words alone tell of whether documentation answers a question, on documentation of which no question was learned.
import { beforeAll, describe, expect, it } from 'vitest'
import { assessDraft, shipped, toTables } from '../assess-draft.ts'
import { learnDocumented } from '../train/learn.ts'
import type { Question } from '../train/questions.ts'
import { readQuestions } from '../train/questions.ts'

type Told = Question & { documented: number }

/** Each question of a documentation by weights learned from all others. */
function toldOf(questions: readonly Question[], of: string): Told[] {
  const documented = learnDocumented(questions.filter((one) => one.of !== of))
  const tables = toTables({ ...shipped, documented })
  return questions
    .filter((one) => one.of === of)
    .map((one) => ({ ...one, documented: assessDraft({ description: one.q }, tables).documented }))
}

/** The share of pairs of an answered and an unanswered question that words put in the right order. */
function ordered(told: readonly Told[]): number {
  const of = (wanted: boolean) => told.filter(({ isAnswered }) => isAnswered === wanted)
  const pairs = of(true).flatMap((one) => of(false).map((other) => Math.sign(one.documented - other.documented)))
  return pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length
}

/** A language by its letters. */
const languages: [name: string, isIn: (question: string) => boolean, atLeast: number][] = [
  ['Russian', (question) => /[а-яё]/i.test(question) && !/[іїєґ]/i.test(question), 0.69],
  ['Ukrainian', (question) => /[іїєґ]/i.test(question), 0.68],
  ['English', (question) => !/[а-яёіїєґ]/i.test(question), 0.65],
]

describe('words put more pairs of questions in order than chance does, on documentation not learned from', () => {
  let byDocumentation: Told[][]
  beforeAll(() => {
    const questions = readQuestions()
    const names = [...new Set(questions.map(({ of }) => of))]
    byDocumentation = names.map((name) => toldOf(questions, name))
  }, 300_000)

  it.each(languages)('in %s', (_language, isIn, atLeast) => {
    const shares = byDocumentation.map((told) => ordered(told.filter(({ q }) => isIn(q))))
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(atLeast)
  })
})
