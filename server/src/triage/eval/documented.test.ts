// What words alone tell of whether documentation answers a question, on documentation of which no question was learned.
import { expect, it } from 'vitest'
import { assessDraft, shipped, toTables } from '../assess-draft.ts'
import { learnDocumented } from '../train/learn.ts'
import type { Question } from '../train/questions.ts'
import { readQuestions } from '../train/questions.ts'

/** The share of pairs of an answered and an unanswered question that words put in the right order. */
function ordered(questions: readonly Question[], taught: readonly Question[]): number {
  const tables = toTables({ ...shipped, documented: learnDocumented(taught) })
  const told = questions.map(({ q, isAnswered }) => ({
    isAnswered,
    documented: assessDraft({ description: q }, tables).documented,
  }))
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

it.each(languages)(
  '%s words put more pairs of questions in order than chance does, on documentation that they were not learned from',
  (_language, isIn, atLeast) => {
    const questions = readQuestions()
    const names = [...new Set(questions.map(({ of }) => of))]
    const shares = names.map((name) =>
      ordered(
        questions.filter(({ of, q }) => of === name && isIn(q)),
        questions.filter(({ of }) => of !== name),
      ),
    )
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThanOrEqual(atLeast)
  },
  300_000,
)
