// From a draft to a ticket: the regulation as law (R3, R13–R16), then one atomic write.
import { assessDraft } from '../triage/assess-draft.ts'
import { checkDraft } from '../triage/check-draft.ts'
import { isBlock } from '@bilet/shared/rules/finding'
import { suggestDepartment } from '../triage/classifiers/suggest-department.ts'
import { withoutNeedlessWaysOut } from '@bilet/shared/rules/ways-out'
import type { Caller } from '@bilet/shared/caller'
import type { Finding } from '@bilet/shared/rules/finding'
import { mayWriteTo } from '@bilet/shared/policy/departments'
import { reactionDueAt } from '@bilet/shared/policy/reaction'
import type { Issue } from '@bilet/shared/problem'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Attachments } from '../attachments/attachments.ts'
import { languageIssues } from '../speech.ts'
import type { Speech } from '../speech.ts'
import { holdForGuest, ownAttachments } from './attachments-of.ts'
import { fingerprint } from './fingerprint.ts'
import { requesterOf } from './requester.ts'
import type { Claim, NewTicket } from './ticket.ts'
import type { Submitted, TicketStore } from './ticket-store.ts'
import { guestTicketsScope, ticketsScope } from './tickets-scope.ts'
import { timedId } from '../util/random-id.ts'

export type SubmissionResult = Submitted | { outcome: 'closed_department' } | { outcome: 'refused'; issues: Issue[] }

type Desk = {
  tickets: TicketStore
  attachments: Attachments
  policy: SupportPolicy
  speech: Speech
  /** Epoch milliseconds. */
  clock: () => number
  newId: () => string
}

type Submission = { draft: TicketDraft; caller: Caller; idempotencyKey: string; address: string }

/**
 * Accepts a draft or says why not. A repeat of an accepted one is never refused: what was accepted stays accepted,
 * whatever has changed since. A refusal leaves the key unused.
 */
export async function submitTicket(desk: Desk, submission: Submission): Promise<SubmissionResult> {
  const { caller } = submission
  const draft = addressed(withoutNeedlessWaysOut(submission.draft, desk.policy), caller)
  const requester = requesterOf(caller, draft.email)
  const claim: Claim = {
    scope: scopeOf(submission, requester.id),
    key: submission.idempotencyKey,
    fingerprint: fingerprint(submission.draft),
  }
  const assessment = assessDraft(draft)
  const findings = checkDraft(draft, desk.policy, caller, assessment)
  const refusal = await refusalOf(desk, draft, caller, findings)
  if (refusal) return (await desk.tickets.replay(claim)) ?? refusal
  await holdForGuest(desk, requester, caller, draft.screenshot.attachments)
  const now = desk.clock()
  const ticket: NewTicket = {
    id: timedId(desk.newId(), now),
    department: draft.department,
    suggestedDepartment: suggestDepartment(draft, assessment) ?? null,
    requester,
    draft,
    findings,
    submittedAt: now,
    reactionDueAt: reactionDueAt(desk.policy, requester.plan, now),
  }
  return desk.tickets.submit(ticket, claim)
}

/** A signed address is where the owner is written to: what the page says beside it is dropped. */
function addressed(draft: TicketDraft, caller: Caller): TicketDraft {
  if (caller.kind === 'guest' || caller.email === undefined) return draft
  const { email: _unsigned, ...rest } = draft
  return rest
}

/** Why the draft cannot become a ticket: its plan's doors (R3), its form (R13–R16), pictures that are not the owner's. */
async function refusalOf(
  { policy, speech, attachments }: Desk,
  draft: TicketDraft,
  caller: Caller,
  findings: readonly Finding[],
): Promise<SubmissionResult | undefined> {
  const isKnown = policy.departments.some(({ id }) => id === draft.department)
  if (isKnown && !mayWriteTo(policy, caller, draft.department)) return { outcome: 'closed_department' }
  const pictures = await ownAttachments(attachments, draft.screenshot.attachments, caller, 'screenshot.attachments')
  const issues = [...languageIssues(speech, draft.locale), ...findings.filter(isBlock).map(toIssue), ...pictures.issues]
  return issues.length > 0 ? { outcome: 'refused', issues } : undefined
}

const scopeOf = ({ caller, address }: Submission, requesterId: string) =>
  caller.kind === 'guest' ? guestTicketsScope(requesterId, address) : ticketsScope(requesterId)

const toIssue = ({ path, code, params }: Finding): Issue => ({ path, code, params })
