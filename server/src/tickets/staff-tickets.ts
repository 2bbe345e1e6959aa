// Tickets that staff open: for an owner who called (R8), or out of one that held too many questions (R16).
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { reactionDueAt } from '@bilet/shared/policy/reaction'
import type { Issue } from '@bilet/shared/problem'
import { says } from '@bilet/shared/says'
import type { Actor, TicketLink } from '@bilet/shared/ticket-events'
import type { TicketDraft } from '@bilet/shared/ticket'
import { assessDraft } from '../triage/assess-draft.ts'
import { checkDraft } from '../triage/check-draft.ts'
import { suggestDepartment } from '../triage/classifiers/suggest-department.ts'
import type { Claim, NewTicket, Requester } from './ticket.ts'
import { timedId } from '../util/random-id.ts'
import type { StaffDraft } from './staff-bodies.ts'

export type OpeningDeps = {
  policy: SupportPolicy
  /** Epoch milliseconds. */
  clock: () => number
  newId: () => string
}

export type Opening = {
  draft: TicketDraft
  requester: Requester
  by: Actor
  splitFrom?: TicketLink
  /** A promise that was made before; else one is made now. */
  reactionDueAt?: number
}

/** What staff wrote down, as a draft: what a form would have asked its owner for is left out honestly. */
export function toDraft(written: StaffDraft, usual: Pick<TicketDraft, 'department' | 'locale'>): TicketDraft {
  const { screenshot, steps = [], noSteps, ...words } = written
  const pictures = { attachments: screenshot?.attachments ?? [], links: screenshot?.links ?? [] }
  const isBare = pictures.attachments.length + pictures.links.length === 0
  return {
    ...words,
    department: written.department ?? usual.department,
    locale: written.locale ?? usual.locale,
    steps,
    ...(steps.length === 0 && { noSteps: noSteps ?? 'just_a_question' }),
    screenshot: { ...pictures, ...(isBare && { none: 'nothing_to_show' as const }) },
  }
}

/** What is wrong with a draft of the staff: it says something, and its department exists. Advice binds nobody here. */
export function draftIssues(draft: TicketDraft, policy: Pick<SupportPolicy, 'departments'>, path = ''): Issue[] {
  const blank = (['subject', 'description'] as const).filter((field) => !says(draft[field]))
  const isKnown = policy.departments.some(({ id }) => id === draft.department)
  return [
    ...blank.map((field) => ({ path: `${path}${field}`, code: 'text_missing' })),
    ...(isKnown ? [] : [{ path: `${path}department`, code: 'department_unknown' }]),
  ]
}

/** The ticket to be. */
export function newTicketOf({ policy, clock, newId }: OpeningDeps, opening: Opening): NewTicket {
  const { draft, requester, by, splitFrom } = opening
  const assessment = assessDraft(draft)
  const caller = requester.plan === 'guest' ? { kind: 'guest' as const } : ownerOf(requester)
  const now = clock()
  return {
    id: timedId(newId(), now),
    department: draft.department,
    suggestedDepartment: suggestDepartment(draft, assessment) ?? null,
    requester,
    draft,
    findings: checkDraft(draft, policy, caller, assessment),
    submittedAt: now,
    reactionDueAt: opening.reactionDueAt ?? reactionDueAt(policy, requester.plan, now),
    openedBy: by,
    ...(splitFrom && { splitFrom }),
  }
}

const ownerOf = ({ issuer, subject, shop, plan }: Requester) => ({
  kind: 'owner' as const,
  issuer: issuer ?? '',
  userId: subject ?? '',
  shop: shop ?? '',
  plan,
})

/** The claim of one of several tickets that one key brings. */
export const claimOfPart = (claim: Claim, index: number): Claim => ({ ...claim, key: `${claim.key}#${index}` })
