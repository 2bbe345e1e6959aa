// Everything that only can be guessed of a draft, read once. It needs the learned tables, which are too large for a page:
// it is made on the server, and what is told of a draft (findings, department, split) is told from it.
import type { PartialDraft } from '@bilet/shared/ticket'
import type { GuessName } from './guess-names.ts'
import { guessesOf, guessTables } from './guesses.ts'
import { departmentWeights } from './learned/department-weights.ts'
import { guessWeights } from './learned/guess-weights.ts'
import { questionWeights } from './learned/question-weights.ts'
import type { Weights, WeightTable } from './learned/score.ts'
import type { DepartmentId, DepartmentRating } from './rate-departments.ts'
import { departmentTables, rateDepartments } from './rate-departments.ts'
import { readDraft } from './reading/draft.ts'
import { questionStarts, questionTable } from './question-starts.ts'

/** What is learned, by name. */
export type Learned = {
  questions: Weights
  guesses: Record<GuessName, Weights>
  departments: Record<DepartmentId, Weights>
}

type Tables = { questions: WeightTable; guesses: WeightTable[]; departments: WeightTable[] }

/** What is learned, as it is used. */
export const toTables = ({ questions, guesses, departments }: Learned): Tables => ({
  questions: questionTable(questions),
  guesses: guessTables(guesses),
  departments: departmentTables(departments),
})

/** What the product has learned. */
export const shipped: Learned = { questions: questionWeights, guesses: guessWeights, departments: departmentWeights }

const shippedTables = toTables(shipped)

export type Assessment = {
  /** Where further questions begin in the description, in order (R16). */
  starts: number[]
  guesses: GuessName[]
  /** The likeliest department, however unlikely (R9–R11). */
  department: DepartmentRating
}

/** Reads a draft and guesses what can be guessed. */
export function assessDraft(draft: PartialDraft, tables = shippedTables): Assessment {
  const read = readDraft(draft)
  return {
    starts: questionStarts(read, tables.questions),
    guesses: guessesOf(read, tables.guesses),
    department: rateDepartments(read, tables.departments),
  }
}
