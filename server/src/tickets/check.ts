// Help before sending: the same rules as law, and what only the server can know (R17).
import type { Caller } from '@bilet/shared/caller'
import { assessDraft } from '../triage/assess-draft.ts'
import { checkDraft } from '../triage/check-draft.ts'
import { sameRequests } from '../triage/duplicates/same-requests.ts'
import { splitQuestions } from '../triage/segments/split-questions.ts'
import { suggestDepartment } from '../triage/classifiers/suggest-department.ts'
import { withoutNeedlessWaysOut } from '@bilet/shared/rules/ways-out'
import { reactionDueAt } from '@bilet/shared/policy/reaction'
import type { CheckReply } from '@bilet/shared/replies'
import type { PartialDraft } from '@bilet/shared/ticket'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { toTime } from '../util/time.ts'
import { ownerKey } from './requester.ts'
import type { TicketStore } from './ticket-store.ts'

type Desk = { tickets: Pick<TicketStore, 'openOf'>; policy: SupportPolicy; clock: () => number }

const maxDuplicates = 3
/** Bytes of the parts that a letter is split into: a longer one is told to hold several questions, and not given back. */
const maxSplit = 48 * 1024

/** Everything there is to say about a draft, however incomplete; writes nothing. */
export async function checkTicket(desk: Desk, given: PartialDraft, caller: Caller): Promise<CheckReply> {
  const draft = withoutNeedlessWaysOut(given, desk.policy)
  const assessment = assessDraft(draft)
  const suggested = suggestDepartment(draft, assessment)
  const split = splitQuestions(draft, assessment)
  return {
    findings: checkDraft(draft, desk.policy, caller, assessment),
    department: suggested ? { id: suggested.id, confidence: suggested.confidence } : null,
    ...((draft.subject?.trim() || draft.description?.trim()) && { likelyDepartment: assessment.department }),
    ...(split && bytesOf(split) <= maxSplit && { split }),
    duplicates: await duplicatesOf(desk, draft, caller),
    replyBy: toTime(reactionDueAt(desk.policy, caller.kind === 'guest' ? 'guest' : caller.plan, desk.clock())),
  }
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** The owner's open tickets that the draft seems to come back to, likest first (R17). A guest has no tickets that are surely theirs. */
async function duplicatesOf(
  { tickets }: Pick<Desk, 'tickets'>,
  draft: PartialDraft,
  caller: Caller,
): Promise<CheckReply['duplicates']> {
  if (caller.kind === 'guest' || !draft.description) return []
  const open = await tickets.openOf(ownerKey(caller))
  return sameRequests(draft, open)
    .slice(0, maxDuplicates)
    .map(({ id, number, status, draft: { subject } }) => ({ id, number, subject, status }))
}
