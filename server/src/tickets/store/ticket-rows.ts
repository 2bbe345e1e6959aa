// From rows to tickets and events.
import type { TicketState } from '@bilet/shared/policy/decisions'
import type { Selectable } from 'kysely'
import type { TicketEventsTable, TicketsTable } from '../../database/schema.ts'
import type { Ticket } from '../ticket.ts'
import type { StoredEvent } from '../ticket-store.ts'

/** What the row keeps of what events add up to. */
type KeptState = Omit<TicketState, 'decision' | 'reactionDueAt'>

export type TicketRow = Selectable<TicketsTable>
export type EventRow = Pick<Selectable<TicketEventsTable>, 'seq' | 'version' | 'event'> & { ticket_id: string }

/** A row whose JSON cannot be read: told by its id, never by what it holds. */
export class DamagedRow extends Error {
  readonly id: string
  constructor(table: string, id: string, cause: unknown) {
    super(`damaged row ${id} of ${table}`, { cause })
    this.id = id
  }
}

function reading<T>(table: string, id: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new DamagedRow(table, id, error)
  }
}

/** What we wrote ourselves after checking it: parsed, not checked again. Throws `DamagedRow`. */
export function toTicket(row: TicketRow): Ticket {
  const { id, draft, findings, tags, suggested_department: suggested } = row
  return reading('tickets', id, () => ({
    id,
    number: row.number,
    version: row.version,
    status: row.status,
    department: row.department,
    suggestedDepartment: suggested === null ? null : JSON.parse(suggested),
    assignee: row.assignee,
    tags: JSON.parse(tags),
    requester: requesterOf(row),
    draft: JSON.parse(draft),
    findings: JSON.parse(findings),
    submittedAt: row.submitted_at,
    reactionDueAt: row.reaction_due_at,
    reactedAt: row.reacted_at,
    updatedAt: row.updated_at,
    ownerReadAt: row.owner_read_at,
    awaiting: row.awaiting,
    lastOwnerAt: row.last_owner_at,
    lastStaffAt: row.last_staff_at,
    unreadByStaff: row.unread_by_staff === 1,
    extendedUntil: row.extended_until,
  }))
}

/** The ticket; where its row is damaged, nothing, and its id among `damaged`. */
export function readable(row: TicketRow, damaged: string[]): Ticket[] {
  try {
    return [toTicket(row)]
  } catch (error) {
    if (!(error instanceof DamagedRow)) throw error
    damaged.push(error.id)
    return []
  }
}

const requesterOf = (row: TicketRow): Ticket['requester'] => ({
  id: row.requester_id,
  issuer: row.issuer,
  subject: row.subject,
  shop: row.shop,
  plan: row.plan,
  verified: row.verified === 1,
  email: row.email,
  name: row.name,
})

/** The columns that a ticket's state is kept in. */
export const toStateColumns = (state: KeptState) => ({
  status: state.status,
  department: state.department,
  assignee: state.assignee,
  tags: JSON.stringify(state.tags),
  reacted_at: state.reactedAt,
  awaiting: state.awaiting,
  last_owner_at: state.lastOwnerAt,
  last_staff_at: state.lastStaffAt,
  unread_by_staff: state.unreadByStaff ? 1 : 0,
  extended_until: state.extendedUntil,
})

/** Throws `DamagedRow`. */
export const toEvent = ({ seq, ticket_id: ticketId, version, event }: EventRow): StoredEvent => {
  const id = String(seq)
  return reading('ticket_events', id, () => ({ seq, id, ticketId, version, event: JSON.parse(event) }))
}
