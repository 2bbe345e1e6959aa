// Everything that the regulation says of a draft. The widget runs the rules among it by itself (check-rules.ts) and asks
// the server for the rest: the learned tables are too large for a page. Same code, same findings (R23).
import type { Caller } from '@bilet/shared/caller'
import { adviseDraft } from './advise-draft.ts'
import { assessDraft } from './assess-draft.ts'
import { checkRules } from '@bilet/shared/rules/check-rules'
import { checkEchoes } from './filler-steps.ts'
import { checkPictureLinks } from './picture-links.ts'
import type { CheckTerms } from '@bilet/shared/rules/terms'
import type { Draft } from '@bilet/shared/rules/draft'
import { givenSteps } from '@bilet/shared/rules/steps'
import { isBlock } from '@bilet/shared/rules/finding'
import type { Finding } from '@bilet/shared/rules/finding'
import { checkOneQuestion } from './segments/split-questions.ts'

/**
 * Findings on a draft, however incomplete: what stops it (`block`) first, advice after it (R24).
 * Certain findings only block; every guess is advice. An empty list: nothing to say. Who has the draft's assessment
 * already passes it on.
 */
export function checkDraft(
  draft: Draft,
  policy: CheckTerms,
  caller: Caller,
  assessment = assessDraft(draft),
): Finding[] {
  const steps = givenSteps(draft)
  const findings = [
    ...checkRules(draft, policy, caller, steps),
    ...checkEchoes(draft, steps),
    ...checkPictureLinks(draft),
    ...checkOneQuestion(draft, assessment),
    ...adviseDraft(draft, assessment),
  ]
  return [...findings.filter(isBlock), ...findings.filter((finding) => !isBlock(finding))]
}
