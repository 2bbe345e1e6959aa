// A ticket's history, read by pages from its end: a page costs the same however long it is.
import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import type { Sql } from '../../database/sql.ts'
import type { HistoryPage, TicketStore } from '../ticket-store.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { toEvent } from './ticket-rows.ts'
import type { EventRow } from './ticket-rows.ts'

/** Rows of events with the id of their ticket. */
export const eventRows = (sql: Sql) =>
  sql
    .selectFrom('ticket_events')
    .innerJoin('tickets', 'tickets.number', 'ticket_events.ticket_number')
    .select(['seq', 'tickets.id as ticket_id', 'ticket_events.version', 'event'])

type Page = { ticketId: string; version: number; seq: number; limit: number }

/** After every event that there can be. */
const theEnd = [2 ** 31 - 1, Number.MAX_SAFE_INTEGER] as const

// Quotes within a string are escaped in JSON: these stand for a field of the event itself, whatever somebody wrote.
const isPublic = raw<SqlBool>`event not like '%"visibility":"internal"%'
  and (event not like '%"kind":"changed"%' or event like '%"status":"%')`

/** The part of the store that reads histories. */
export function createHistories(database: Database): Pick<TicketStore, 'history' | 'together'> {
  const { dialect } = database
  // The order of versions is the order of time within a ticket.
  const pageOf = (isWanted: typeof isPublic | undefined) =>
    prepared<Page>(dialect, ({ ticketId, version, seq, limit }, sql) => {
      const all = eventRows(sql).where('tickets.id', '=', ticketId)
      return (isWanted ? all.where(isWanted) : all)
        .where((build) => build(build.refTuple('ticket_events.version', 'seq'), '<', build.tuple(version, seq)))
        .orderBy('ticket_events.version', 'desc')
        .orderBy('seq', 'desc')
        .limit(limit)
    })
  const [pageOfAll, pageOfPublic] = [pageOf(undefined), pageOf(isPublic)]
  const withEvent = prepared<{ seq: number }>(dialect, ({ seq }, sql) =>
    eventRows(sql)
      .where((build) =>
        build(
          build.refTuple('ticket_events.ticket_number', 'ticket_events.version'),
          '=',
          build
            .selectFrom('ticket_events as one')
            .select(['one.ticket_number', 'one.version'])
            .where('one.seq', '=', seq)
            .$asTuple('ticket_number', 'version'),
        ),
      )
      .orderBy('seq'),
  )

  return {
    async history(ticketId, { limit, before, isPublic: isForOwner = false }): Promise<HistoryPage> {
      const [version = 0, seq = 0] = before === undefined ? theEnd : fromCursor('history', 2, before)
      const page = { ticketId, version, seq, limit: limit + 1 }
      const rows = await database.query<EventRow>((isForOwner ? pageOfPublic : pageOfAll)(page))
      const shown = rows.slice(0, limit)
      const oldest = shown.at(-1)
      const hasMore = rows.length > limit && oldest !== undefined
      return {
        events: shown.map(toEvent).toReversed(),
        earlier: hasMore ? toCursor('history', [oldest.version, oldest.seq]) : null,
      }
    },
    async together(seq) {
      return (await database.query<EventRow>(withEvent({ seq }))).map(toEvent)
    },
  }
}
