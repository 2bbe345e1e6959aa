import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import { prepared, sqlFor } from '../database/sql.ts'
import type { FullText } from './full-text.ts'
import { conditions, isOpenOnly } from './ticket-filter.ts'
import { inOrder, inRange, orders } from './ticket-order.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { TicketFilter } from './ticket-store.ts'
import { foundFirst } from './tickets-by.ts'
import { statusWord } from './ticket-words.ts'
import { holdsNewEvents } from './written-events.ts'
import type { Write } from './written-events.ts'

const put = prepared<Write & { words: string }>(
  'postgres',
  (values) =>
    raw`insert into ticket_search (number, words)
      select number, array_to_tsvector(string_to_array(cast(${values.words} as text), ' '))
      from tickets where ${holdsNewEvents(values)}
      on conflict (number) do update set words = excluded.words`,
)

const remove = prepared<{ ticketId: string; version: number }>(
  'postgres',
  ({ ticketId, version }) =>
    raw`delete from ticket_search
      where number in (select number from tickets where id = ${ticketId} and version = ${version})`,
)

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`)

/** Every stem, and any of the statuses: a common word is in most tickets, an open ticket is one of few. */
const questionOf = ({ status = [] }: TicketFilter, stems: readonly string[]) =>
  [...quoted(stems), ...(status.length > 0 ? [`(${quoted(status.map(statusWord)).join(' | ')})`] : [])].join(' & ')

/** Full text in PostgreSQL. Words are letters, digits and underlines, so they need no escaping in a query. */
export const tsvector: FullText = {
  put: (write, words, { status }) => put({ ...write, words: [...words, statusWord(status)].join(' ') }),
  remove,
  page(filter, stems, now, range) {
    const isFound = raw<SqlBool>`words @@ cast(${questionOf(filter, stems)} as tsquery)`
    const sql = sqlFor('postgres')
    if (isInIndex(filter) && !isOpenOnly(filter) && range.order !== orders.reactionDueAt) {
      // The numbers first: few columns to sort, however many tickets hold the words.
      const numbers = sql.selectFrom(raw<TicketRow>`ticket_search`.as('tickets')).where(isFound)
      const page = sql
        .selectFrom('tickets')
        .where('tickets.number', 'in', inRange(numbers, range).select('tickets.number'))
      return page.orderBy(inOrder(range.order, 'tickets')).selectAll('tickets').compile()
    }
    const found = sql
      .selectFrom('tickets')
      .innerJoin('ticket_search', 'ticket_search.number', 'tickets.number')
      .where(isFound)
      .where((build) => build.and(conditions(build, filter, now)))
    // Open tickets are few and the latest: in order of number they come after all the closed ones.
    const ready = isOpenOnly(filter) ? foundFirst('postgres', found) : found
    return inRange(ready, range).selectAll('tickets').compile()
  },
}

/** Whether the words of the index tell all that is asked. */
const isInIndex = ({ q: _q, status: _status, ...others }: TicketFilter) =>
  Object.values(others).every((value) => value === undefined)
