// R16: one question, one ticket. A guess, so it only ever advises; the owner may say that it is one question.
import type { PartialDraft } from '@bilet/shared/ticket'
import { assessDraft } from '../assess-draft.ts'
import type { Assessment } from '../assess-draft.ts'
import type { Finding } from '@bilet/shared/rules/finding'
import { likeness } from '../likeness.ts'
import { askingSentence } from './asking-sentence.ts'
import { withoutMarkers } from './list-markers.ts'
import { suggestDepartment } from '../classifiers/suggest-department.ts'

/** A quotation that opens with a part belongs to it. */
function beforeQuote(text: string, at: number): number {
  let from = at
  while (from > 0 && '«“„"(['.includes(text[from - 1]!)) from--
  return from
}

/** What belongs to one of the questions only. */
const evidence = ({ steps, noSteps, screenshot }: PartialDraft): PartialDraft => ({
  ...(steps && { steps }),
  ...(noSteps && { noSteps }),
  ...(screenshot && { screenshot }),
})

/** Which part the steps tell of: the one that shares most words with them, else the first. */
function homeOfSteps(parts: readonly string[], { steps = [] }: PartialDraft): number {
  const told = { description: steps.join('\n') }
  const likenesses = parts.map((description) => likeness({ description }, told))
  return likenesses.indexOf(Math.max(...likenesses))
}

/** One question of several: its text, the owner's own sentence that asks it, its title, and the evidence that tells of it. */
type Part = { description: string; asking: string; title: string; evidence: PartialDraft }

/**
 * The questions of a draft, in order; none where it is one as far as can be told (R16). The first keeps the subject, unless
 * that is the text itself; steps and pictures go with the one that they tell of.
 */
export function partsOf(draft: PartialDraft, { starts }: Pick<Assessment, 'starts'>): Part[] {
  if (starts.length === 0) return []
  const { description: text = '', subject = '' } = draft
  const cuts = starts.map((start) => beforeQuote(text, start))
  const parts = [0, ...cuts].map((cut, index) => withoutMarkers(text.slice(cut, cuts[index])))
  const home = homeOfSteps(parts, draft)
  const isTitled = subject.trim() !== '' && !text.startsWith(subject.trim().replace(/…$/, ''))
  return parts.map((description, index) => {
    const asking = askingSentence(description)
    const title = index === 0 && isTitled ? subject : asking
    return { description, asking, title, evidence: index === home ? evidence(draft) : {} }
  })
}

/**
 * The drafts that a draft with several questions would make: each its part of the text and a department by it. Undefined
 * when it is one question as far as can be told (R16).
 */
export function splitQuestions(draft: PartialDraft, assessment = assessDraft(draft)): PartialDraft[] | undefined {
  const parts = partsOf(draft, assessment)
  if (parts.length === 0) return undefined
  const { steps: _steps, noSteps: _noSteps, screenshot: _picture, department: _whole, ...common } = draft
  return parts.map((part) => {
    const asked = { subject: part.title, description: part.description }
    const guess = suggestDepartment(asked)
    return { ...common, ...asked, ...(guess && { department: guess.id }), ...part.evidence }
  })
}

/** Advises to split a draft with several questions. */
export function checkOneQuestion(draft: PartialDraft, { starts } = assessDraft(draft)): Finding[] {
  const parts = starts.length + 1
  if (parts === 1) return []
  return [{ code: 'several_questions', severity: 'advice', path: 'description', params: { parts } }]
}
