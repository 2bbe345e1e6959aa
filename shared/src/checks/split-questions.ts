// R16: one question, one ticket. A guess, so it only ever advises; the owner may say that it is one question.
import type { PartialDraft } from '../ticket.ts'
import { boundariesOf } from './boundaries.ts'
import type { Finding } from './finding.ts'
import { questionWeights } from './learned/question-weights.ts'
import type { Weights } from './learned/score.ts'
import { scoreOf } from './learned/score.ts'
import { withoutMarkers } from './list-markers.ts'
import type { ReadDraft } from './reading/draft.ts'
import { readDraft } from './reading/draft.ts'

/** Log-odds from which a further part is taken for another question. */
export const questionThreshold = 0.1

const subjectLength = 80

/** The first sentence of a part, no longer than a subject should be. */
function subjectOf(part: string): string {
  const line = part.split(/[\n?!]|\.\s/)[0]!.trim()
  if (line.length <= subjectLength) return line
  const cut = line.slice(0, subjectLength)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || subjectLength).trimEnd()}…`
}

/** Where further questions begin in the description, in order. */
export function questionStarts(read: ReadDraft, weights: Weights = questionWeights): number[] {
  return boundariesOf(read)
    .filter(({ seen }) => scoreOf(weights, seen) >= questionThreshold)
    .map(({ at }) => at)
}

/**
 * The drafts that a draft with several questions would make: each its part of the text, the steps and pictures carried
 * over to every one. The first keeps the subject. Undefined when it is one question as far as can be told (R16).
 */
export function splitQuestions(draft: PartialDraft): PartialDraft[] | undefined {
  const starts = questionStarts(readDraft(draft))
  if (starts.length === 0) return undefined
  const text = draft.description ?? ''
  return [0, ...starts].map((start, index) => {
    const description = withoutMarkers(text.slice(start, starts[index]))
    return { ...draft, description, ...(index > 0 && { subject: subjectOf(description) }) }
  })
}

/** Advises to split a draft with several questions. */
export function checkOneQuestion(draft: PartialDraft, read = readDraft(draft)): Finding[] {
  const parts = questionStarts(read).length + 1
  if (parts === 1) return []
  return [{ code: 'several_questions', severity: 'advice', path: 'description', params: { parts } }]
}
