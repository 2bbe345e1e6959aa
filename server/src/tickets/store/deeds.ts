// What staff do to tickets, for the record: what became of the ticket, and none of the words.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { Deed } from '../../staff/audit.ts'
import type { Ticket } from '../ticket.ts'

type State = Pick<Ticket, 'status' | 'department' | 'assignee' | 'tags'>

const told = ['status', 'department', 'assignee', 'tags'] as const

/** What the event did to the ticket; null for what nobody on the staff did. */
export function deedOf(event: TicketEvent, ticketId: string, from: State, to: State): Deed | null {
  if (event.by.kind === 'owner') return null
  const actor = event.by.kind === 'system' ? 'system' : (event.by.name ?? event.by.id ?? 'staff')
  const changed = told.filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
  const of = (state: State) => Object.fromEntries(changed.map((name) => [name, state[name]]))
  return {
    at: event.at,
    actor,
    action: actionOf(event),
    object: `ticket:${ticketId}`,
    ...(changed.length > 0 && { before: of(from), after: of(to) }),
  }
}

function actionOf(event: TicketEvent): string {
  if (event.kind === 'submitted') return 'ticket.opened'
  if (event.kind === 'changed') return 'ticket.changed'
  if (event.kind === 'decision') return `ticket.${event.decision.duplicateOf ? 'duplicate' : event.decision.kind}`
  return event.visibility === 'public' ? 'ticket.answered' : 'ticket.noted'
}
