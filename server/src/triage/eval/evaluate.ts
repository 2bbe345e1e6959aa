// How well the labels do on labelled tickets: as shipped, and cross-validated (learned on four fifths, asked on the fifth).
import { assessDraft } from '../assess-draft.ts'
import type { Tables } from '../tables.ts'
import { toTables } from '../tables.ts'
import { labelNames } from '../classifiers/labels.ts'
import { isSureDepartment } from '../classifiers/rate-departments.ts'
import { checkEchoes } from '../filler-steps.ts'
import { checkSteps, givenSteps } from '@bilet/shared/rules/steps'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { PartialDraft } from '@bilet/shared/ticket'
import type { Labelled } from '../train/labelled.ts'
import { besides, draftOf, lettersBesides } from '../train/labelled.ts'
import { learn } from '../train/learn.ts'

export const judgedLabels = ['severalQuestions', 'fillerSteps', ...labelNames] as const
export type JudgedLabel = (typeof judgedLabels)[number]

/** What was said of one ticket. `department` is undefined when nothing was suggested. */
export type Answer = { ticket: Labelled; said: ReadonlySet<JudgedLabel>; department: string | undefined }

function hasFiller(draft: PartialDraft): boolean {
  const given = givenSteps(draft)
  return [...checkSteps(draft, premSite, given), ...checkEchoes(draft, given)].some(
    ({ code }) => code === 'steps_filler',
  )
}

/** Answers of what has been learned. */
export function answersOf(tickets: Labelled[], tables: Tables): Answer[] {
  return tickets.map((ticket) => {
    const draft = draftOf(ticket)
    const { starts, labels, department } = assessDraft(draft, tables)
    const said = new Set<JudgedLabel>(labels)
    if (starts.length > 0) said.add('severalQuestions')
    if (hasFiller(draft)) said.add('fillerSteps')
    return { ticket, said, department: isSureDepartment(department) ? department.id : undefined }
  })
}

/** Answers on each fold of tables that have not seen it. Folds by position: the same file, the same figures. */
export function crossValidated(tickets: Labelled[], folds = 5): Answer[] {
  const beside = besides(tickets)
  const letters = lettersBesides(tickets)
  return Array.from({ length: folds }, (_, fold) => {
    const learned = learn([...tickets.filter((_ticket, at) => at % folds !== fold), ...beside], letters)
    return answersOf(
      tickets.filter((_ticket, at) => at % folds === fold),
      toTables(learned),
    )
  }).flat()
}

export type Figures = { count: number; precision: number; recall: number; f1: number }

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

/** Precision, recall and F1 of one label; 1 where there was nothing to find and nothing was said. */
export function figuresOf(answers: Answer[], label: JudgedLabel): Figures {
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
