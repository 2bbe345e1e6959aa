// Everything that only can be found of a draft, read once. It needs the learned tables, which are too large for a page:
// it is made on the server, and what is told of a draft (findings, department, split) is told from it.
import type { PartialDraft } from '@bilet/shared/ticket'
import type { Label } from './classifiers/labels.ts'
import { labelsOf } from './classifiers/classify.ts'
import type { DepartmentRating } from './classifiers/rate-departments.ts'
import { departmentIds, rateDepartments } from './classifiers/rate-departments.ts'
import { sumOfAll, sumOfWords, weighWords } from './classifiers/word-weights.ts'
import { analyzeDraft } from './text/analyze-draft.ts'
import { sentencesOf } from './text/sentences.ts'
import { questionStarts } from './segments/question-starts.ts'
import { departmentPlace, documentedPlace, questionsPlace, shipped } from './tables.ts'

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
export function assessDraft(draft: PartialDraft, tables = shipped): Assessment {
  const read = analyzeDraft(draft)
  const words = weighWords(read, tables.words)
  const wordsOfDepartments = departmentIds.map((_id, at) => sumOfAll(words, departmentPlace(at)))
  return {
    starts: questionStarts(read, tables.questions, tables.words, questionsPlace),
    labels: labelsOf(read, tables.labels, words),
    department: rateDepartments(read, tables.departments, wordsOfDepartments),
    documented: sumOfAll(words, documentedPlace) / 10,
  }
}

/** `documented` of some texts alone, for who asks nothing else of them. */
export const documentedIn = (texts: readonly string[], { words } = shipped): number =>
  texts.flatMap(sentencesOf).reduce((sum, sentence) => sum + sumOfWords(sentence.words, words, documentedPlace), 0) / 10
