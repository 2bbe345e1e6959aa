// The store of tickets over the database port: once for SQLite, PostgreSQL and D1.
import type { Database } from '../../database/database.ts'
import { prepared, sqlFor } from '../../database/sql.ts'
import { createAdoption } from './adopt.ts'
import { createAppends } from './append.ts'
import { createErasure } from './erase.ts'
import { createHistories, eventRows } from './histories.ts'
import { isOwnerId } from '../requester.ts'
import { createOwnerReads } from './owner-reads.ts'
import { createSubmissions } from './submit.ts'
import { createTicketCounts } from './ticket-counts.ts'
import { createTicketLists } from './ticket-list.ts'
import { readable, toEvent, toTicket } from './ticket-rows.ts'
import type { EventRow, TicketRow } from './ticket-rows.ts'
import type { Ticket } from '../ticket.ts'
import type { TicketStore } from '../ticket-store.ts'

/** The database must have been migrated. */
export function createTicketStore(database: Database): TicketStore {
  const reads = { ...createReads(database), ...createHistories(database) }
  return {
    ...reads,
    ...createSubmissions(database),
    ...createAppends(database, reads),
    ...createTicketLists(database),
    ...createTicketCounts(database),
    ...createOwnerReads(database),
    ...createErasure(database, reads),
    adopt: createAdoption(database),
  }
}

function createReads(database: Database): Pick<TicketStore, 'find' | 'eventsAfter' | 'lastSeq' | 'hasAttachment'> {
  const { dialect } = database
  const byId = prepared<{ id: string }>(dialect, ({ id }, sql) =>
    sql.selectFrom('tickets').selectAll().where('id', '=', id),
  )
  const after = prepared<{ seq: number; limit: number }>(dialect, ({ seq, limit }, sql) =>
    eventRows(sql).where('seq', '>', seq).orderBy('seq').limit(limit),
  )
  const latest = prepared<object>(dialect, (_, sql) =>
    sql.selectFrom('ticket_events').select('seq').orderBy('seq', 'desc').limit(1),
  )
  const naming = (column: 'requester_id' | 'shop') =>
    prepared<{ whose: string; name: string }>(dialect, ({ whose, name }, sql) =>
      sql
        .selectFrom('tickets')
        .select('number')
        .where(column, '=', whose)
        .where((build) => {
          const messages = build
            .selectFrom('ticket_events')
            .select('seq')
            .whereRef('ticket_number', '=', 'tickets.number')
            .where('event', 'like', name)
          return build.or([build('draft', 'like', name), build.exists(messages)])
        })
        .limit(1),
    )
  const [namedByPerson, namedInShop] = [naming('requester_id'), naming('shop')]
  async function byIds(ids: readonly string[]): Promise<Map<string, Ticket>> {
    if (ids.length === 0) return new Map()
    const query = sqlFor(dialect).selectFrom('tickets').selectAll().where('id', 'in', ids)
    const rows = await database.query<TicketRow>(query.compile())
    return new Map(rows.flatMap((row) => readable(row, [])).map((ticket) => [ticket.id, ticket]))
  }

  return {
    async find(id) {
      const [row] = await database.query<TicketRow>(byId({ id }))
      return row ? toTicket(row) : null
    },
    async eventsAfter(seq, limit) {
      const rows = await database.query<EventRow>(after({ seq, limit }))
      const found = rows.map(toEvent)
      const tickets = await byIds([...new Set(found.map(({ ticketId }) => ticketId))])
      return found.flatMap((event) => {
        const ticket = tickets.get(event.ticketId)
        return ticket ? [{ ...event, ticket }] : [] // Erased since, or damaged: nobody can be told of it.
      })
    },
    async lastSeq() {
      const [row] = await database.query<{ seq: number }>(latest({}))
      return row?.seq ?? 0
    },
    // Of a picture from before issuers were kept the ticket's owner may have got another id: the shop is the same.
    async hasAttachment({ requesterId, shop }, attachmentId) {
      const name = `%"${attachmentId}"%`
      const isKnown = isOwnerId(requesterId) || shop === null
      const found = await database.query(
        isKnown ? namedByPerson({ whose: requesterId, name }) : namedInShop({ whose: shop, name }),
      )
      return found.length > 0
    },
  }
}
