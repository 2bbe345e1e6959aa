// Everything that the regulation says of a draft. The widget runs the rules among it by itself (check-rules.ts) and asks
// the server for the rest: the learned tables are too large for a page. Same code, same findings (R23).
import type { Caller } from '../caller.ts'
import type { Doors } from '../policy/departments.ts'
import type { SupportPolicy } from '../policy/policy.ts'
import type { PartialDraft } from '../ticket.ts'
import { adviseDraft } from './advise-draft.ts'
import { assessDraft } from './assess-draft.ts'
import { checkRules } from './check-rules.ts'
import { checkEchoes } from './echoes.ts'
import type { Finding } from './finding.ts'
import { checkOneQuestion } from './split-questions.ts'

export type Draft = PartialDraft

/** The part of a policy that drafts are checked against: enough for the widget, which is not sent the rest. */
export type CheckTerms = Doors & Pick<SupportPolicy, 'ticket' | 'limits'>

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
  const findings = [
    ...checkRules(draft, policy, caller),
    ...checkEchoes(draft),
    ...checkOneQuestion(draft, assessment),
    ...adviseDraft(draft, assessment),
  ]
  return [...findings.filter(isBlock), ...findings.filter((finding) => !isBlock(finding))]
}

/** Whether the finding stops sending. */
export const isBlock = ({ severity }: Finding) => severity === 'block'
