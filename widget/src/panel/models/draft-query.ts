import { limits } from '@bilet/shared/limits'
import type { Language } from '@bilet/shared/locale'
import type { DraftFields } from './draft-fields.ts'
import type { Query } from './suggestions.ts'

/** What suggestions are asked by: a question longer than a subject goes on in the description. */
export const toQuery = ({ subject, description, steps }: DraftFields, locale: Language): Query => ({
  subject: subject.slice(0, limits.subject),
  description: `${subject.slice(limits.subject)} ${description}`.trim().slice(0, limits.description),
  steps: steps.slice(0, limits.steps),
  locale,
})
