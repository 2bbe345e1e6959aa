// R16: one question, one ticket. A guess, so it only ever advises; the owner may say that it is one question.
import type { PartialDraft } from '@bilet/shared/ticket'
import { assessDraft } from '../assess-draft.ts'
import type { Finding } from '@bilet/shared/rules/finding'
import { likeness } from '../likeness.ts'
import { askingSentence } from './asking-sentence.ts'
import { withoutMarkers } from './list-markers.ts'
import { suggestDepartment } from '../classifiers/suggest-department.ts'

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

/**
 * The drafts that a draft with several questions would make: each its part of the text and a department by it; steps and
 * pictures go with the part that they tell of. The first keeps the subject, unless that is the text itself. Undefined when
 * it is one question as far as can be told (R16).
 */
export function splitQuestions(draft: PartialDraft, { starts } = assessDraft(draft)): PartialDraft[] | undefined {
  if (starts.length === 0) return undefined
  const { description: text = '', subject = '', steps, noSteps, screenshot, department: _whole, ...common } = draft
  const parts = [0, ...starts].map((start, index) => withoutMarkers(text.slice(start, starts[index])))
  const home = homeOfSteps(parts, draft)
  const isTitled = subject.trim() !== '' && !text.startsWith(subject.trim().replace(/…$/, ''))
  return parts.map((description, index) => {
    const title = index === 0 && isTitled ? subject : askingSentence(description)
    const guess = suggestDepartment({ subject: title, description })
    return {
      ...common,
      subject: title,
      description,
      ...(guess && { department: guess.id }),
      ...(index === home && evidence({ steps, noSteps, screenshot })),
    }
  })
}

/** Advises to split a draft with several questions. */
export function checkOneQuestion(draft: PartialDraft, { starts } = assessDraft(draft)): Finding[] {
  const parts = starts.length + 1
  if (parts === 1) return []
  return [{ code: 'several_questions', severity: 'advice', path: 'description', params: { parts } }]
}
