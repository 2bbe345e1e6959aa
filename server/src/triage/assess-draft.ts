// Everything that only can be found of a draft, read once. It needs the learned tables, which are too large for a page:
// it is made on the server, and what is told of a draft (findings, department, split) is told from it.
import type { PartialDraft } from '@bilet/shared/ticket'
import type { Label } from './classifiers/labels.ts'
import { labelNames } from './classifiers/labels.ts'
import { labelsOf, labelTables } from './classifiers/classify.ts'
import documentedWeights from './learned/documented-weights.json' with { type: 'json' }
import departmentWeights from './learned/department-weights.json' with { type: 'json' }
import labelWeights from './learned/label-weights.json' with { type: 'json' }
import questionWeights from './learned/question-weights.json' with { type: 'json' }
import type { Weights, WeightTable } from './classifiers/linear-model.ts'
import type { DepartmentId, DepartmentRating } from './classifiers/rate-departments.ts'
import { departmentIds, departmentTables, rateDepartments } from './classifiers/rate-departments.ts'
import type { WordTable } from './classifiers/word-weights.ts'
import { sumOfAll, sumOfWords, toWordTable, weighWords } from './classifiers/word-weights.ts'
import { analyzeDraft } from './text/analyze-draft.ts'
import { sentencesOf } from './text/sentences.ts'
import type { QuestionTable } from './segments/question-starts.ts'
import { questionStarts, questionTable } from './segments/question-starts.ts'

/** What is learned, by name. */
export type Learned = {
  questions: Weights
  labels: Record<Label, Weights>
  departments: Record<DepartmentId, Weights>
  documented: Weights
}

type Tables = { questions: QuestionTable; labels: WeightTable[]; departments: WeightTable[]; words: WordTable }

/** What is learned, as it is used. */
export const toTables = ({ questions, labels, departments, documented }: Learned): Tables => ({
  questions: questionTable(questions),
  labels: labelTables(labels),
  departments: departmentTables(departments),
  words: toWordTable([
    ...labelNames.map((name) => labels[name]),
    ...departmentIds.map((id) => departments[id]),
    documented,
  ]),
})

/** What the product has learned. */
export const shipped: Learned = {
  questions: questionWeights,
  labels: labelWeights,
  departments: departmentWeights,
  documented: documentedWeights,
}

const shippedTables = toTables(shipped)

/** The place among the guesses of words of whether documentation tells it. */
const documentedPlace = labelNames.length + departmentIds.length

export type Assessment = {
  /** Where further questions begin in the description, in order (R16). */
  starts: number[]
  labels: Label[]
  /** The likeliest department, however unlikely (R9–R11). */
  department: DepartmentRating
  /** Log-odds that documentation tells what is asked in such words, beside what is usual. */
  documented: number
}

/** Reads a draft and labels what can be found. */
export function assessDraft(draft: PartialDraft, tables = shippedTables): Assessment {
  const read = analyzeDraft(draft)
  const words = weighWords(read, tables.words)
  const wordsOfDepartments = departmentIds.map((_id, at) => sumOfAll(words, labelNames.length + at))
  return {
    starts: questionStarts(read, tables.questions),
    labels: labelsOf(read, tables.labels, words),
    department: rateDepartments(read, tables.departments, wordsOfDepartments),
    documented: sumOfAll(words, documentedPlace) / 10,
  }
}

/** `documented` of some texts alone, for who asks nothing else of them. */
export const documentedIn = (texts: readonly string[], { words } = shippedTables): number =>
  texts.flatMap(sentencesOf).reduce((sum, sentence) => sum + sumOfWords(sentence.words, words, documentedPlace), 0) / 10
