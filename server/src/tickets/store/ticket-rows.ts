// From rows to tickets and events.
import type { Selectable } from 'kysely'
import type { TicketEventsTable, TicketsTable } from '../../database/schema.ts'
import type { Ticket } from '../ticket.ts'
import type { StoredEvent } from '../ticket-store.ts'

export type TicketRow = Selectable<TicketsTable>
export type EventRow = Pick<Selectable<TicketEventsTable>, 'seq' | 'event'> & { ticket_id: string }

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
  }))
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

/** Throws `DamagedRow`. */
export const toEvent = ({ seq, ticket_id: ticketId, event }: EventRow): StoredEvent => {
  const id = String(seq)
  return reading('ticket_events', id, () => ({ seq, id, ticketId, event: JSON.parse(event) }))
}
