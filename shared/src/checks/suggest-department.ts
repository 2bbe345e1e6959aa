// R9–R12: which department a draft is for, guessed from its text. The owner's choice stands.
import type { PartialDraft } from '../ticket.ts'
import { guessesOf } from './guesses.ts'
import type { DepartmentRating } from './rate-departments.ts'
import { isSureDepartment, rateDepartments } from './rate-departments.ts'
import { readDraft } from './reading/draft.ts'

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
): DepartmentSuggestion | undefined {
  if (!draft.subject?.trim() && !draft.description?.trim()) return undefined
  const read = readDraft(draft)
  const best = rateDepartments(read)
  if (!isSureDepartment(best)) return undefined
  return { ...best, personalManager: best.id === 'sales' && guessesOf(read).includes('personalManager') }
}
