// How likely each department is for a text (R9–R11).
import { departmentWeights } from './learned/department-weights.ts'
import type { Weights } from './learned/score.ts'
import { scoreOf } from './learned/score.ts'
import type { ReadDraft } from './reading/draft.ts'
import { departmentTraits } from './traits.ts'

export const departmentIds = ['technical', 'consultations', 'sales'] as const
export type DepartmentId = (typeof departmentIds)[number]

export type DepartmentRating = {
  id: DepartmentId
  /** Probability that the department is right, 0 to 1. */
  confidence: number
}

/** The likeliest department, however little speaks for it. */
export function rateDepartments(
  draft: ReadDraft,
  weights: Record<DepartmentId, Weights> = departmentWeights,
): DepartmentRating {
  const traits = departmentTraits(draft)
  const odds = departmentIds.map((id) => Math.exp(scoreOf(weights[id], traits)))
  const sum = odds.reduce((a, b) => a + b)
  const best = odds.indexOf(Math.max(...odds))
  return { id: departmentIds[best]!, confidence: odds[best]! / sum }
}

/** Below this a suggestion would be wrong too often to be worth reading. */
const departmentBar = 0.5

/** Whether a rating is sure enough to be told. */
export const isSureDepartment = ({ confidence }: DepartmentRating) => confidence >= departmentBar
