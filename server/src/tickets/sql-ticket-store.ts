// The store of tickets over the database port: once for SQLite, PostgreSQL and D1.
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { createAppends } from './append.ts'
import { createErasure } from './erase.ts'
import { createSubmissions } from './submit.ts'
import { createTicketCounts } from './ticket-counts.ts'
import { createTicketLists } from './ticket-list.ts'
import { toEvent, toTicket } from './ticket-rows.ts'
import type { EventRow, TicketRow } from './ticket-rows.ts'
import type { TicketStore } from './ticket-store.ts'

const eventColumns = ['seq', 'id', 'ticket_id', 'event'] as const

/** The database must have been migrated. `newId` gives ids of at least 128 random bits. */
export function createTicketStore(database: Database, { newId }: { newId: () => string }): TicketStore {
  const reads = createReads(database)
  return {
    ...reads,
    ...createSubmissions(database, { newId }),
    ...createAppends(database, { newId, ...reads }),
    ...createTicketLists(database),
    ...createTicketCounts(database),
    ...createErasure(database, reads),
  }
}

function createReads(database: Database): Pick<TicketStore, 'find' | 'history' | 'eventsAfter' | 'lastSeq'> {
  const byId = prepared<{ id: string }>(database.dialect, ({ id }, sql) =>
    sql.selectFrom('tickets').selectAll().where('id', '=', id),
  )
  const ofTicket = prepared<{ ticketId: string }>(database.dialect, ({ ticketId }, sql) =>
    sql.selectFrom('ticket_events').select(eventColumns).where('ticket_id', '=', ticketId).orderBy('seq'),
  )
  const after = prepared<{ seq: number; limit: number }>(database.dialect, ({ seq, limit }, sql) =>
    sql.selectFrom('ticket_events').select(eventColumns).where('seq', '>', seq).orderBy('seq').limit(limit),
  )
  const latest = prepared<object>(database.dialect, (_, sql) =>
    sql.selectFrom('ticket_events').select('seq').orderBy('seq', 'desc').limit(1),
  )
  return {
    async find(id) {
      const [row] = await database.query<TicketRow>(byId({ id }))
      return row ? toTicket(row) : null
    },
    async history(ticketId) {
      const rows = await database.query<EventRow>(ofTicket({ ticketId }))
      return rows.map(toEvent)
    },
    async eventsAfter(seq, limit) {
      const rows = await database.query<EventRow>(after({ seq, limit }))
      return rows.map(toEvent)
    },
    async lastSeq() {
      const [row] = await database.query<{ seq: number }>(latest({}))
      return row?.seq ?? 0
    },
  }
}
