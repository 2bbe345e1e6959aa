// Tickets labelled by hand, a JSON line each, as the evaluation and the training read them.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DepartmentId } from '../src/checks/rate-departments.ts'
import type { GuessName } from '../src/checks/guess-names.ts'

export type Labelled = Record<GuessName, boolean> & {
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

/** The labelled file beside the repository; absent where only the code is. */
export const defaultFile = fileURLToPath(new URL('../../../shared/fixtures/tickets.dev.jsonl', import.meta.url))

/** Tickets of our own, learned from beside the development file. */
const ownFile = fileURLToPath(new URL('own-tickets.jsonl', import.meta.url))

export const hasLabelled = (file = defaultFile) => existsSync(file)

/** Reads a file of labelled tickets. The types are the file's promise; a field that is missing counts as false. */
export function readLabelled(file = defaultFile): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line): Labelled => JSON.parse(line))
}

/** What the shipped tables are learned from: the given tickets and our own. */
export const taughtBy = (tickets: Labelled[]) => [...tickets, ...readLabelled(ownFile)]

/** Tickets that may be learned from when others are asked about: all that there are but those. */
export function besides(asked: Labelled[]): Labelled[] {
  const known = taughtBy(hasLabelled() ? readLabelled() : [])
  const texts = new Set(asked.map(({ description }) => description))
  return known.filter(({ description }) => !texts.has(description))
}

/** What a detector may see of a labelled ticket: its words, never its labels or notes. */
export const draftOf = ({ subject, description, steps }: Labelled) => ({ subject, description, steps })
