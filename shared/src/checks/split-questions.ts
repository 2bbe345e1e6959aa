// R16: one question, one ticket.
import type { PartialDraft } from '../ticket.ts'

/**
 * The drafts that a draft with several questions would make, each with its text and the steps and pictures carried over;
 * undefined when it is one question as far as can be told. A guess: advice only.
 */
export function splitQuestions(draft: PartialDraft): PartialDraft[] | undefined {
  const numbered = (draft.description ?? '')
    .split(/\n\s*(?=\d{1,2}[.)]\s)/)
    .filter((part) => /^\s*\d{1,2}[.)]\s/.test(part))
  if (numbered.length < 2) return undefined
  return numbered.map((description) => ({ ...draft, description }))
}
