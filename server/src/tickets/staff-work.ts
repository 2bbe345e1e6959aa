// What staff do to a ticket, as events of its history.
import { checkDecision } from '@bilet/shared/policy/decisions'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Issue } from '@bilet/shared/problem'
import type { Actor, Decision, Message, TicketEvent } from '@bilet/shared/ticket-events'
import type { Learning } from '../articles/learning/learning.ts'
import type { Added, Changed, TicketStore } from './ticket-store.ts'

type Refused = { outcome: 'refused'; issues: Issue[] }

export type StaffChange = Omit<Extract<TicketEvent, { kind: 'changed' }>, 'kind' | 'at' | 'by'>
export type StaffMessage = Omit<Message, 'kind' | 'at' | 'by'>

type Desk = { tickets: TicketStore; learning: Pick<Learning, 'record'>; policy: SupportPolicy; clock: () => number }

/** Each function takes who does it. */
export function createStaffWork({ tickets, learning, policy, clock }: Desk) {
  const faultsOf = ({ department }: StaffChange): Issue[] =>
    department && !policy.departments.some(({ id }) => id === department)
      ? [{ path: 'department', code: 'department_unknown' }]
      : []

  const toEvent = (by: Actor, facts: StaffChange): TicketEvent => ({ kind: 'changed', at: clock(), by, ...facts })

  /** Changes the ticket where `version` still holds; null takes whatever version is current. */
  const change = async (
    by: Actor,
    id: string,
    version: number | null,
    facts: StaffChange,
  ): Promise<Changed | Refused> => {
    const issues = faultsOf(facts)
    if (issues.length > 0) return { outcome: 'refused', issues }
    return tickets.change(id, version, [toEvent(by, facts)])
  }

  /** Answers the owner, or leaves a note. An article in an answer teaches suggestions. */
  const answer = async (by: Actor, id: string, message: StaffMessage): Promise<Added> => {
    const added = await tickets.addMessage(id, { kind: 'message', at: clock(), by, ...message }, null)
    const { articleId, visibility } = message
    if ('event' in added && articleId !== undefined && visibility === 'public')
      learning.record({ kind: 'linked', ticket: added.ticket, articleId })
    return added
  }

  /** Extends, refuses or resolves, with a reason (R19). */
  const decide = async (by: Actor, id: string, decision: Decision): Promise<Changed | Refused> => {
    const at = clock()
    const issues = checkDecision(decision, policy, at)
    return issues.length > 0
      ? { outcome: 'refused', issues }
      : tickets.change(id, null, [{ kind: 'decision', at, by, decision }])
  }

  return { change, answer, decide, faultsOf, toEvent }
}
