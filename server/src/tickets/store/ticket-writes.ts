// The statements of a write. A batch cannot read, so each statement asks whether those before it did their part:
// batches come one after another, nothing gets in between.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import { sql as raw } from 'kysely'
import type { Insertable } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { integer, text } from '../../database/insert-where.ts'
import type { TicketsTable } from '../../database/schema.ts'
import { prepared } from '../../database/sql.ts'
import { toColumns } from '../../staff/audit.ts'
import type { Deed } from '../../staff/audit.ts'
import { fullTextOf } from './full-text.ts'
import type { Facets } from './query.ts'
import type { Claim } from '../ticket.ts'
import { holdsNewEvents } from './written-events.ts'
import type { Write } from './written-events.ts'

/** What events may change of a row. */
export type RowState = Pick<
  Insertable<TicketsTable>,
  | 'status'
  | 'department'
  | 'assignee'
  | 'tags'
  | 'reacted_at'
  | 'updated_at'
  | 'awaiting'
  | 'last_owner_at'
  | 'last_staff_at'
  | 'unread_by_staff'
  | 'extended_until'
>

/** What a new row holds beside its first state. */
type NewRow = Omit<Insertable<TicketsTable>, 'number' | 'queue_position' | keyof FirstState>
type FirstState = Omit<RowState, 'updated_at'>

/** The place behind every open ticket of the department: whatever is in already was accepted earlier (R18). */
const lastPlace = (department: string) =>
  raw<number>`(select coalesce(sum(n), 0) + 1 from ticket_counts where department = ${department} and bucket >= 0)`

export type TicketWrites = {
  /** The ticket, unless its claim is taken; returns `number` and `queue_position`. */
  insert(row: NewRow, state: FirstState): Statement
  /** An event, if the ticket is in at `version` and the claim is free; returns its `seq`. */
  append(write: Write, event: TicketEvent, claim: Claim | null): Statement
  /** One more event of the same write, if the first is in; returns its `seq`. */
  follow(write: Write, event: TicketEvent): Statement
  /** What staff did, for the record, if its event is in. */
  record(write: Write, deed: Deed): Statement
  /** The ticket's words, if its events are in. */
  index(write: Write, words: readonly string[], facets: Facets): Statement
  /** The row's next state, if its events are in. */
  update(write: Write, state: RowState): Statement
}

export function ticketWrites(dialect: Database['dialect']): TicketWrites {
  const insert = prepared<NewRow, FirstState>(dialect, (row, sql) =>
    sql
      .insertInto('tickets')
      .values({
        id: row.id,
        version: row.version,
        status: row.status,
        department: row.department,
        plan: row.plan,
        verified: row.verified,
        shop: row.shop ?? null,
        requester_id: row.requester_id,
        issuer: row.issuer ?? null,
        subject: row.subject ?? null,
        assignee: row.assignee ?? null,
        submitted_at: row.submitted_at,
        reaction_due_at: row.reaction_due_at,
        reacted_at: row.reacted_at ?? null,
        updated_at: row.updated_at,
        awaiting: row.awaiting ?? null,
        last_owner_at: row.last_owner_at,
        last_staff_at: row.last_staff_at ?? null,
        unread_by_staff: row.unread_by_staff,
        extended_until: row.extended_until ?? null,
        queue_position: lastPlace(row.department),
        email: row.email ?? null,
        name: row.name ?? null,
        tags: row.tags,
        suggested_department: row.suggested_department ?? null,
        claim_scope: row.claim_scope,
        claim_key: row.claim_key,
        fingerprint: row.fingerprint,
        findings: row.findings,
        draft: row.draft,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(['number', 'queue_position']),
  )

  const append = prepared<Write, { at: number; event: string } & ClaimColumns>(
    dialect,
    ({ ticketId, version, next, at, event, scope, key, fingerprint }) => raw`
      insert into ticket_events (ticket_number, version, at, event, claim_scope, claim_key, fingerprint)
      select number, ${integer(next)}, ${integer(at)}, ${text(event)}, ${text(scope)}, ${text(key)}, ${text(fingerprint)}
      from tickets where id = ${ticketId} and version = ${version}
      on conflict do nothing
      returning seq`,
  )

  const follow = prepared<Write, { at: number; event: string }>(
    dialect,
    (values) => raw`
      insert into ticket_events (ticket_number, version, at, event)
      select number, ${integer(values.next)}, ${integer(values.at)}, ${text(values.event)}
      from tickets where ${holdsNewEvents(values)}
      returning seq`,
  )

  const record = prepared<Write, ReturnType<typeof toColumns>>(
    dialect,
    (values) => raw`
      insert into audit (at, actor, action, object, before, after)
      select ${integer(values.at)}, ${text(values.actor)}, ${text(values.action)}, ${text(values.object)},
        ${text(values.before)}, ${text(values.after)}
      from tickets where ${holdsNewEvents(values)}`,
  )

  const update = prepared<Write, RowState>(dialect, (values, sql) =>
    sql
      .updateTable('tickets')
      .set({
        status: values.status,
        department: values.department,
        assignee: values.assignee ?? null,
        tags: values.tags,
        reacted_at: values.reacted_at ?? null,
        updated_at: values.updated_at,
        awaiting: values.awaiting ?? null,
        last_owner_at: values.last_owner_at,
        last_staff_at: values.last_staff_at ?? null,
        unread_by_staff: values.unread_by_staff,
        extended_until: values.extended_until ?? null,
        version: values.next,
      })
      .where(holdsNewEvents(values)),
  )

  const fullText = fullTextOf(dialect)
  return {
    insert,
    append: (write, event, claim) =>
      append(write, {
        at: event.at,
        event: JSON.stringify(event),
        scope: claim?.scope ?? null,
        key: claim?.key ?? null,
        fingerprint: claim?.fingerprint ?? null,
      }),
    follow: (write, event) => follow(write, { at: event.at, event: JSON.stringify(event) }),
    record: (write, deed) => record(write, toColumns(deed)),
    index: (write, words, facets) => fullText.put(write, words, facets),
    update,
  }
}

type ClaimColumns = { scope: string | null; key: string | null; fingerprint: string | null }
