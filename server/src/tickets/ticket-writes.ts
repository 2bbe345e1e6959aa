// The statements of a write. Each after the first is guarded by what the first left behind, so that a batch of them
// does all or nothing without reading.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { Insertable } from 'kysely'
import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Database, Statement } from '../database/database.ts'
import { insertWhere, integer, text } from '../database/insert-where.ts'
import type { TicketsTable } from '../database/schema.ts'
import { prepared } from '../database/sql.ts'
import type { Claim } from './ticket.ts'

/** An event on its way into history. `claim` is the idempotency key that brought it. */
export type NewEvent = { id: string; ticketId: string; event: TicketEvent; claim: Claim | null }

/** What events may change of a row. */
export type RowState = Pick<
  Insertable<TicketsTable>,
  'status' | 'department' | 'assignee' | 'tags' | 'reacted_at' | 'updated_at'
>

type NewRow = Omit<Insertable<TicketsTable>, 'number' | 'queue_position'>

type EventRow = {
  id: string
  ticketId: string
  event: string
  scope: string | null
  key: string | null
  fingerprint: string | null
}

type RowUpdate = RowState & { ticketId: string; version: number; lastId: string } & Pick<EventRow, 'scope' | 'key'>

const toRow = ({ id, ticketId, event, claim }: NewEvent): EventRow => ({
  id,
  ticketId,
  event: JSON.stringify(event),
  scope: claim?.scope ?? null,
  key: claim?.key ?? null,
  fingerprint: claim?.fingerprint ?? null,
})

const exists = (query: ReturnType<typeof raw>) => raw<SqlBool>`exists (${query})`

const eventIsIn = (eventId: string) => exists(raw`select 1 from ticket_events where id = ${eventId}`)

const rowHolds = (ticketId: string, eventId: string) =>
  exists(raw`select 1 from tickets where id = ${ticketId} and last_event_id = ${eventId}`)

const claimIsFree = (scope: string | null, key: string | null) =>
  raw<SqlBool>`not exists (select 1 from ticket_events where claim_scope = ${scope} and claim_key = ${key})`

/** The place behind every open ticket of the department: whatever is in already was accepted earlier (R18). */
const lastPlace = (department: string) =>
  raw<number>`(select coalesce(sum(n), 0) + 1 from ticket_counts where department = ${department} and bucket >= 0)`

export type TicketWrites = ReturnType<typeof ticketWrites>

export function ticketWrites(dialect: Database['dialect']) {
  const claimEvent = prepared<EventRow>(dialect, ({ id, ticketId, event, scope, key, fingerprint }, sql) =>
    sql
      .insertInto('ticket_events')
      .values({ id, ticket_id: ticketId, event, claim_scope: scope, claim_key: key, fingerprint })
      .onConflict((conflict) => conflict.doNothing()),
  )

  const insertTicket = prepared<NewRow>(dialect, (row) =>
    insertWhere(
      'tickets',
      {
        id: text(row.id),
        version: integer(row.version),
        status: text(row.status),
        department: text(row.department),
        plan: text(row.plan),
        verified: integer(row.verified),
        shop: text(row.shop ?? null),
        requester_id: text(row.requester_id),
        assignee: text(row.assignee ?? null),
        submitted_at: integer(row.submitted_at),
        reaction_due_at: integer(row.reaction_due_at),
        reacted_at: integer(row.reacted_at ?? null),
        updated_at: integer(row.updated_at),
        queue_position: lastPlace(row.department),
        last_event_id: text(row.last_event_id),
        email: text(row.email ?? null),
        name: text(row.name ?? null),
        tags: text(row.tags),
        suggested_department: text(row.suggested_department ?? null),
        findings: text(row.findings),
        draft: text(row.draft),
      },
      eventIsIn(row.last_event_id),
    ),
  )

  const insertEvent = prepared<EventRow & { lastId: string }>(dialect, (row) =>
    insertWhere(
      'ticket_events',
      {
        id: text(row.id),
        ticket_id: text(row.ticketId),
        event: text(row.event),
        claim_scope: text(row.scope),
        claim_key: text(row.key),
        fingerprint: text(row.fingerprint),
      },
      rowHolds(row.ticketId, row.lastId),
    ),
  )

  const updateRow = prepared<RowUpdate>(dialect, (values, sql) =>
    sql
      .updateTable('tickets')
      .set(({ eb }) => ({
        status: values.status,
        department: values.department,
        assignee: values.assignee ?? null,
        tags: values.tags,
        reacted_at: values.reacted_at ?? null,
        updated_at: values.updated_at,
        version: eb('version', '+', 1),
        last_event_id: values.lastId,
      }))
      .where('id', '=', values.ticketId)
      .where('version', '=', values.version)
      .where(claimIsFree(values.scope, values.key)),
  )

  const announce = prepared<{
    id: string
    ticketId: string
    eventId: string
    kind: string
    payload: string
    at: number
  }>(dialect, ({ id, ticketId, eventId, kind, payload, at }) =>
    insertWhere(
      'outbox',
      {
        id: text(id),
        ticket_id: text(ticketId),
        kind: text(kind),
        payload: text(payload),
        created_at: integer(at),
        due_at: integer(at),
        attempts: integer(0),
        done_at: integer(null),
      },
      eventIsIn(eventId),
    ),
  )

  return {
    /** Puts the first event in unless its claim is taken. */
    claim: (event: NewEvent) => claimEvent(toRow(event)),
    /** The ticket, if its first event is in. */
    insert: insertTicket,
    /** The row's next state, if `version` still holds and the claim is free. */
    update: (ticketId: string, version: number, state: RowState, lastId: string, claim: Claim | null) =>
      updateRow({ ...state, ticketId, version, lastId, scope: claim?.scope ?? null, key: claim?.key ?? null }),
    /** An event, if the row has just been brought to `lastId`. */
    append: (event: NewEvent, lastId: string) => insertEvent({ ...toRow(event), lastId }),
    /** An outbox row for an event that is in. */
    announce: (id: string, { id: eventId, ticketId, event }: NewEvent): Statement =>
      announce({
        id,
        ticketId,
        eventId,
        kind: `ticket.${event.kind}`,
        payload: JSON.stringify({ eventId }),
        at: event.at,
      }),
  }
}
