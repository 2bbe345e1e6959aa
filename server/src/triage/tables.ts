// What is learned, by name as it is learned, and by number as it is used: words by the bucket of their beginning.
import type { Label } from './classifiers/labels.ts'
import { labelNames } from './classifiers/labels.ts'
import { labelTables } from './classifiers/classify.ts'
import type { Weights, WeightTable } from './classifiers/linear-model.ts'
import { toTable } from './classifiers/linear-model.ts'
import type { DepartmentId } from './classifiers/rate-departments.ts'
import { departmentIds, departmentTables } from './classifiers/rate-departments.ts'
import type { WordTable } from './classifiers/word-weights.ts'
import { toWordTable, weightsOfWords } from './classifiers/word-weights.ts'
import { duplicateBuckets } from './duplicates/pair-features.ts'
import learned from './learned/tables.json' with { type: 'json' }
import { buckets, readBuckets, readSmallNumbers, smallNumbers } from './learned-text.ts'
import { boundaryFeatureNames } from './segments/boundary-features.ts'

/** What is learned, by name. */
export type Learned = {
  questions: Weights
  labels: Record<Label, Weights>
  departments: Record<DepartmentId, Weights>
  documented: Weights
  duplicates: Weights
}

/** The same as it is used. */
export type Tables = {
  questions: WeightTable
  labels: WeightTable[]
  departments: WeightTable[]
  /** The bias: what tells of them stands among the words. */
  duplicates: number
  words: WordTable
}

/** The place of a guess in the rows of words: labels and departments come first. */
export const departmentPlace = (nth: number) => labelNames.length + nth
export const documentedPlace = departmentPlace(departmentIds.length)
export const questionsPlace = documentedPlace + 1
export const duplicatesPlace = questionsPlace + 1

export const toTables = ({ questions, labels, departments, documented, duplicates }: Learned): Tables => ({
  questions: toTable(questions, boundaryFeatureNames),
  labels: labelTables(labels),
  departments: departmentTables(departments),
  duplicates: duplicates['bias'] ?? 0,
  words: toWordTable([
    ...labelNames.map((name) => weightsOfWords(labels[name])),
    ...departmentIds.map((id) => weightsOfWords(departments[id])),
    weightsOfWords(documented),
    weightsOfWords(questions),
    duplicateBuckets(duplicates),
  ]),
})

type Written = { bias: number; tenths: number[] }

const write = ({ bias, tenths }: WeightTable): Written => ({ bias, tenths: [...tenths] })
const read = ({ bias, tenths }: Written): WeightTable => ({ bias, tenths: Int16Array.from(tenths) })

/** Tables as they are kept. */
export const tablesText = ({ questions, labels, departments, duplicates, words }: Tables): string =>
  `${JSON.stringify({
    questions: write(questions),
    labels: labels.map(write),
    departments: departments.map(write),
    duplicates,
    words: { buckets: buckets(words.buckets), tenths: smallNumbers(words.tenths) },
  })}\n`

/** What the product has learned. */
export const shipped: Tables = {
  questions: read(learned.questions),
  labels: learned.labels.map(read),
  departments: learned.departments.map(read),
  duplicates: learned.duplicates,
  words: {
    buckets: readBuckets(learned.words.buckets),
    tenths: readSmallNumbers(learned.words.tenths),
    guesses: duplicatesPlace + 1,
  },
}
