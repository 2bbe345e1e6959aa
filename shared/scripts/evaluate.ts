// How well the guesses do on labelled tickets: as shipped, and cross-validated (learned on four fifths, asked on the fifth).
import { guessNames } from '../src/checks/guess-names.ts'
import { guessesOf } from '../src/checks/guesses.ts'
import { departmentWeights } from '../src/checks/learned/department-weights.ts'
import { guessWeights } from '../src/checks/learned/guess-weights.ts'
import { questionWeights } from '../src/checks/learned/question-weights.ts'
import { isSureDepartment, rateDepartments } from '../src/checks/rate-departments.ts'
import { questionStarts } from '../src/checks/split-questions.ts'
import { readDraft } from '../src/checks/reading/draft.ts'
import { fillerIn } from '../src/checks/steps.ts'
import type { Labelled } from './labelled.ts'
import { besides, draftOf } from './labelled.ts'
import type { Models } from './models.ts'
import { learn } from './models.ts'

export const labels = ['severalQuestions', 'fillerSteps', ...guessNames] as const
export type Label = (typeof labels)[number]

/** What was said of one ticket. `department` is undefined when nothing was suggested. */
export type Answer = { ticket: Labelled; said: ReadonlySet<Label>; department: string | undefined }

export const shipped: Models = { questions: questionWeights, guesses: guessWeights, departments: departmentWeights }

function answer(ticket: Labelled, models: Models): Answer {
  const draft = draftOf(ticket)
  const read = readDraft(draft)
  const said = new Set<Label>(guessesOf(read, models.guesses))
  if (questionStarts(read, models.questions).length > 0) said.add('severalQuestions')
  if (fillerIn(draft).length > 0) said.add('fillerSteps')
  const best = rateDepartments(read, models.departments)
  return { ticket, said, department: isSureDepartment(best) ? best.id : undefined }
}

/** Answers of the tables as they are. */
export const answersOf = (tickets: Labelled[], models: Models) => tickets.map((ticket) => answer(ticket, models))

/** Answers on each fold of tables that have not seen it. Folds by position: the same file, the same figures. */
export function crossValidated(tickets: Labelled[], folds = 5): Answer[] {
  const beside = besides(tickets)
  return Array.from({ length: folds }, (_, fold) => {
    const models = learn([...tickets.filter((_ticket, at) => at % folds !== fold), ...beside])
    return answersOf(
      tickets.filter((_ticket, at) => at % folds === fold),
      models,
    )
  }).flat()
}

export type Figures = { count: number; precision: number; recall: number; f1: number }

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

/** Precision, recall and F1 of one label; 1 where there was nothing to find and nothing was said. */
export function figuresOf(answers: Answer[], label: Label): Figures {
  const right = answers.filter(({ ticket, said }) => ticket[label] && said.has(label)).length
  const given = answers.filter(({ said }) => said.has(label)).length
  const count = answers.filter(({ ticket }) => ticket[label]).length
  return { count, precision: share(right, given), recall: share(right, count), f1: share(2 * right, given + count) }
}

export type DepartmentFigures = { count: number; accuracy: number; silent: number }

/** Accuracy where a department was suggested, and the share where none was; unclear tickets are left out. */
export function departmentFigures(answers: Answer[]): DepartmentFigures {
  const clear = answers.filter(({ ticket }) => !ticket.unclear)
  const told = clear.filter(({ department }) => department !== undefined)
  const right = told.filter(({ ticket, department }) =>
    [ticket.department, ...(ticket.departmentAlso ?? [])].some((id) => id === department),
  )
  return {
    count: clear.length,
    accuracy: share(right.length, told.length),
    silent: 1 - share(told.length, clear.length),
  }
}
