// Tickets labelled by hand, a JSON line each, as the evaluation and the training read them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DepartmentId } from '../classifiers/rate-departments.ts'
import type { Label } from '../classifiers/labels.ts'
import { labelNames } from '../classifiers/labels.ts'

export type Labelled = Record<Label, boolean> & {
  id: string
  lang: string
  subject: string
  description: string
  steps: string[]
  department: DepartmentId
  departmentAlso?: DepartmentId[]
  severalQuestions: boolean
  fillerSteps: boolean
}

/** The tickets that figures are told of. */
export const defaultFile = fileURLToPath(new URL('tickets/development.jsonl', import.meta.url))

/** Further tickets that are learned from. */
const ownFiles = ['own', 'further', 'inbox', 'hands'].map((name) =>
  fileURLToPath(new URL(`tickets/${name}.jsonl`, import.meta.url)),
)

/** Letters that are labelled for their number of questions alone, so nothing else is learned from them. */
const lettersFile = fileURLToPath(new URL('tickets/letters.jsonl', import.meta.url))

const unlabelled = {
  ...Object.fromEntries(labelNames.map((name) => [name, false])),
  severalQuestions: false,
  fillerSteps: false,
}

/** Reads a file of labelled tickets. The types are the file's promise; a label that is missing counts as false. */
export function readLabelled(file = defaultFile): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Labelled => ({ ...unlabelled, ...JSON.parse(line) }))
}

/** What the shipped tables are learned from: the given tickets and our own. */
export const taughtBy = (tickets: Labelled[]) => [...tickets, ...ownFiles.flatMap((file) => readLabelled(file))]

/** Tickets that may be learned from when others are asked about: all that there are but those. */
export function besides(asked: Labelled[]): Labelled[] {
  const known = taughtBy(readLabelled())
  const texts = new Set(asked.map(({ description }) => description))
  return known.filter(({ description }) => !texts.has(description))
}

/** Letters from which it is learned where questions end, but those that are asked about. */
export function lettersBesides(asked: Labelled[] = []): Labelled[] {
  const texts = new Set(asked.map(({ description }) => description))
  return readLabelled(lettersFile).filter(({ description }) => !texts.has(description))
}

/** What a detector may see of a labelled ticket: its words, never its labels or notes. */
export const draftOf = ({ subject, description, steps }: Labelled) => ({ subject, description, steps })
