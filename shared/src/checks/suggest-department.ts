// R9–R12: which department a draft is for, guessed from its text.
import type { PartialDraft } from '../ticket.ts'

export type DepartmentSuggestion = {
  id: 'technical' | 'consultations' | 'sales'
  /** Probability that the suggestion is right, 0 to 1. */
  confidence: number
  /** SEO, advertising, growth: a personal manager answers (R12). */
  personalManager: boolean
}

/** The department that the text is for; undefined when too little speaks for any. */
export function suggestDepartment(
  draft: Pick<PartialDraft, 'subject' | 'description' | 'steps'>,
): DepartmentSuggestion | undefined {
  const personalManager = /\bseo\b|продвижен|просуван|реклам/i.test(`${draft.subject} ${draft.description}`)
  return personalManager ? { id: 'sales', confidence: 0.8, personalManager } : undefined
}
