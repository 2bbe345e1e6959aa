// R16: one question, one ticket. A guess, so it only ever advises; the owner may say that it is one question.
import type { PartialDraft } from '@bilet/shared/ticket'
import { assessDraft } from '../assess-draft.ts'
import type { Finding } from '@bilet/shared/rules/finding'
import { withoutMarkers } from './list-markers.ts'

const subjectLength = 80

/** The first sentence of a part, no longer than a subject should be. */
function subjectOf(part: string): string {
  const line = part.split(/[\n?!]|\.\s/)[0]!.trim()
  if (line.length <= subjectLength) return line
  const cut = line.slice(0, subjectLength)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || subjectLength).trimEnd()}…`
}

/**
 * The drafts that a draft with several questions would make: each its part of the text, the steps and pictures carried
 * over to every one. The first keeps the subject. Undefined when it is one question as far as can be told (R16).
 */
export function splitQuestions(draft: PartialDraft, { starts } = assessDraft(draft)): PartialDraft[] | undefined {
  if (starts.length === 0) return undefined
  const text = draft.description ?? ''
  return [0, ...starts].map((start, index) => {
    const description = withoutMarkers(text.slice(start, starts[index]))
    return { ...draft, description, ...(index > 0 && { subject: subjectOf(description) }) }
  })
}

/** Advises to split a draft with several questions. */
export function checkOneQuestion(draft: PartialDraft, { starts } = assessDraft(draft)): Finding[] {
  const parts = starts.length + 1
  if (parts === 1) return []
  return [{ code: 'several_questions', severity: 'advice', path: 'description', params: { parts } }]
}
