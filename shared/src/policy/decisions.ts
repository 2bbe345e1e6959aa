// What a ticket's history adds up to. The stored row is a cache of this: replayed from its events, it must be the same.
import type { Issue } from '../problem.ts'
import { isOpenStatus } from '../statuses.ts'
import type { Decision, DecisionKind, Submitted, TicketEvent } from '../ticket-events.ts'
import type { TicketStatus } from '../ticket.ts'
import type { SupportPolicy } from './policy.ts'

export type TicketState = {
  status: TicketStatus
  department: string
  assignee: string | null
  tags: string[]
  /** The first public answer or decision by a person on the staff (R6), epoch milliseconds. */
  reactedAt: number | null
  reactionDueAt: number
  /** Whose turn it is; null once closed. */
  awaiting: 'staff' | 'owner' | null
  /** The last words of each to the other, epoch milliseconds. */
  lastOwnerAt: number
  lastStaffAt: number | null
  /** Whether nobody on the staff has touched it since the owner last wrote. */
  unreadByStaff: boolean
  /** What time was extended to (R19); null where it was not, and once closed. */
  extendedUntil: number | null
  /** The latest decision and when it was taken (R19). */
  decision: (Decision & { at: number }) | null
}

/** Which decisions may follow a status (R19). What is closed is opened again first; a refusal may turn out solved. */
const decisionsAfter: Record<TicketStatus, readonly DecisionKind[]> = {
  new: ['extend', 'refuse', 'resolve'],
  in_progress: ['extend', 'refuse', 'resolve'],
  waiting_for_customer: ['extend', 'refuse', 'resolve'],
  resolved: [],
  refused: ['resolve'],
}

/** Whether the decision may be taken on a ticket in this status (R19). */
export const mayDecide = (kind: DecisionKind, status: TicketStatus): boolean => decisionsAfter[status].includes(kind)

/**
 * Whether the event is a reaction (R6): notes, automatic mail and reassignment are not. Closing is: in histories of old
 * it may have gone without a decision.
 */
export function isReaction(event: TicketEvent): boolean {
  if (event.by.kind !== 'staff') return false
  if (event.kind === 'changed') return event.status !== undefined && !isOpenStatus(event.status)
  return event.kind === 'decision' || isWordToOwner(event)
}

const isWordToOwner = (event: TicketEvent) =>
  event.kind === 'message' && event.visibility === 'public' && event.by.kind !== 'owner'

const statusAfterDecision: Record<DecisionKind, TicketStatus | undefined> = {
  extend: undefined,
  refuse: 'refused',
  resolve: 'resolved',
}

/** A new ticket that is worked on is in progress; an owner who writes again brings a waiting or closed one back. */
function statusAfter(status: TicketStatus, event: TicketEvent): TicketStatus {
  if (event.kind === 'changed') return event.status ?? status
  const decided = event.kind === 'decision' ? statusAfterDecision[event.decision.kind] : undefined
  if (decided) return decided
  if (isReaction(event)) return status === 'new' ? 'in_progress' : status
  const ownerWrote = event.kind === 'message' && event.by.kind === 'owner'
  return ownerWrote && status !== 'new' ? 'in_progress' : status
}

/** A word of the staff passes the turn to the owner; an extension says that it stays with the staff. */
function turnAfter(state: TicketState, status: TicketStatus, event: TicketEvent): TicketState['awaiting'] {
  if (!isOpenStatus(status)) return null
  if (event.kind === 'changed') {
    if (event.status === undefined) return state.awaiting
    return status === 'waiting_for_customer' ? 'owner' : 'staff'
  }
  if (event.kind === 'message' && event.visibility === 'internal') return state.awaiting
  return isWordToOwner(event) ? 'owner' : 'staff'
}

/** State of a ticket that has just been accepted. */
export function firstState({ department, reactionDueAt, at, by }: Submitted): TicketState {
  return {
    status: 'new',
    department,
    assignee: null,
    tags: [],
    reactedAt: null,
    reactionDueAt,
    awaiting: 'staff',
    lastOwnerAt: at,
    lastStaffAt: null,
    unreadByStaff: by.kind !== 'staff',
    extendedUntil: null,
    decision: null,
  }
}

/** State after one more event. The reaction is set once and by nothing else; its deadline never moves (R6). */
export function applyEvent(state: TicketState, event: TicketEvent): TicketState {
  const status = statusAfter(state.status, event)
  const next = { ...state, status, awaiting: turnAfter(state, status, event) }
  if (isReaction(event)) next.reactedAt ??= event.at
  if (event.by.kind === 'staff') next.unreadByStaff = false
  if (event.kind === 'message' && event.by.kind === 'owner') {
    next.lastOwnerAt = event.at
    next.unreadByStaff = true
  }
  if (event.by.kind === 'staff' && (event.kind === 'decision' || isWordToOwner(event))) next.lastStaffAt = event.at
  if (event.kind === 'decision') {
    next.decision = { ...event.decision, at: event.at }
    if (event.decision.kind === 'extend') next.extendedUntil = event.decision.until ?? null
  }
  if (!isOpenStatus(status)) next.extendedUntil = null
  if (event.kind === 'changed') {
    next.department = event.department ?? state.department
    next.tags = event.tags ?? state.tags
    if (event.assignee !== undefined) next.assignee = event.assignee
  }
  return next
}

/** State that a history, oldest first, adds up to; undefined when it does not begin with the submission. */
export function replay(events: readonly TicketEvent[]): TicketState | undefined {
  const [first, ...rest] = events
  return first?.kind === 'submitted' ? rest.reduce(applyEvent, firstState(first)) : undefined
}

/** What is wrong with a decision (R19): extending and refusing need one of the policy's reasons, `until` lies after `now`. */
export function checkDecision(
  decision: Decision,
  policy: Pick<SupportPolicy, 'decisionReasons'>,
  now: number,
): Issue[] {
  const issues: Issue[] = []
  const { kind, reason, until } = decision
  if (reason === undefined && kind !== 'resolve') issues.push({ path: 'reason', code: 'reason_required' })
  if (reason !== undefined && !policy.decisionReasons.some(({ id }) => id === reason))
    issues.push({ path: 'reason', code: 'unknown_reason' })
  if (until !== undefined && until <= now) issues.push({ path: 'until', code: 'until_in_past' })
  return issues
}
