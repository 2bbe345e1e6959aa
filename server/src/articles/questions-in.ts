// What a letter asks, question by question (R16, R22).
import { limits } from '@bilet/shared/limits'
import type { PartialDraft } from '@bilet/shared/ticket'
import type { Draft } from '../search/query/draft.ts'
import { assessDraft, documentedIn } from '../triage/assess-draft.ts'
import { partsOf } from '../triage/segments/split-questions.ts'

/** What of a draft asks one thing, and log-odds that documentation tells what is asked in such words. */
export type Asked = { draft: Draft; documented: number }

/** The same for one question of several: `subject` is the owner's own sentence that asks it. */
export type OneOfSeveral = Asked & { subject: string }

/** No more can be shown. */
const MOST = 5

/** A draft as a whole, and the questions that it holds, in order: none where it is one as far as can be told. */
export function questionsIn(draft: Draft): { whole: Asked; several: OneOfSeveral[] } {
  const { subject = '', description = '', steps = [] } = draft
  const isTitled = description.trim() !== '' && subject.length < limits.subject
  const text = isTitled ? { subject, description } : { description: `${subject}${description}` }
  const letter: PartialDraft = { ...text, ...(steps.length > 0 && { steps: [...steps] }) }
  const assessment = assessDraft(letter)
  const several = partsOf(letter, assessment)
    .slice(0, MOST)
    .map((part, at) => ({
      subject: part.asking,
      draft: {
        subject: isTitled && at === 0 ? subject : '',
        description: part.description,
        steps: part.evidence.steps,
      },
      documented: documentedIn([part.title, part.description, (part.evidence.steps ?? []).join('\n')]),
    }))
  return { whole: { draft, documented: assessment.documented }, several }
}
