// How likely each department is for a text (R9–R11).
import { departmentFeatureNames, departmentFeatures } from './department-features.ts'
import type { Weights, WeightTable } from './linear-model.ts'
import { scoreOf, toTable } from './linear-model.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

export const departmentIds = ['technical', 'consultations', 'sales'] as const
export type DepartmentId = (typeof departmentIds)[number]

export type DepartmentRating = {
  id: DepartmentId
  /** Probability that the department is right, 0 to 1. */
  confidence: number
}

/** Weights of each department, in the order of their ids. */
export const departmentTables = (weights: Record<DepartmentId, Weights>): WeightTable[] =>
  departmentIds.map((id) => toTable(weights[id], departmentFeatureNames))

/** The likeliest department, however little speaks for it; where nothing does, each is as likely. `words` are their sums. */
export function rateDepartments(
  draft: AnalyzedDraft,
  tables: readonly WeightTable[],
  words: readonly number[],
): DepartmentRating {
  const features = departmentFeatures(draft)
  if (features.length === 0) return { id: departmentIds[0], confidence: 1 / departmentIds.length }
  const scores = tables.map((table, at) => scoreOf(table, features, words[at]))
  const most = Math.max(...scores)
  // Beside the likeliest: a word said a thousand times is beyond what a number can be raised to.
  const odds = scores.map((score) => Math.exp(score - most))
  const sum = odds.reduce((a, b) => a + b)
  const best = scores.indexOf(most)
  return { id: departmentIds[best]!, confidence: odds[best]! / sum }
}

/** Below this a suggestion would be wrong too often to be worth reading. */
const departmentBar = 0.53

/** Whether a rating is sure enough to be told. */
export const isSureDepartment = ({ confidence }: DepartmentRating) => confidence >= departmentBar
