// R9–R12: which department a draft is for, found from its text. The owner's choice stands.
import type { PartialDraft } from '@bilet/shared/ticket'
import { assessDraft } from '../assess-draft.ts'
import type { DepartmentRating } from './rate-departments.ts'
import { isSureDepartment } from './rate-departments.ts'

export type DepartmentSuggestion = DepartmentRating & {
  /** SEO, advertising, growth: a personal manager answers (R12). */
  personalManager: boolean
}

/**
 * The department that a text is for: `technical`, `consultations` or `sales`, the ids of the default policy; undefined
 * when too little speaks for any. A desk with other departments gets no use of it.
 */
export function suggestDepartment(
  draft: Pick<PartialDraft, 'subject' | 'description' | 'steps'>,
  { department, labels } = assessDraft(draft),
): DepartmentSuggestion | undefined {
  if (!draft.subject?.trim() && !draft.description?.trim()) return undefined
  if (!isSureDepartment(department)) return undefined
  return { ...department, personalManager: department.id === 'sales' && labels.includes('personalManager') }
}
