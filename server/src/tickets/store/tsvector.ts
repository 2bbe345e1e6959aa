import { sql as raw } from 'kysely'
import { TicketStatus } from '@bilet/shared/ticket'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Statement } from '../../database/database.ts'
import { prepared, sqlFor } from '../../database/sql.ts'
import type { FullText, Range, TicketQuery } from './query.ts'
import { conditions, isOpenOnly, statusWord } from './filters.ts'
import { inOrder, inRange } from './ticket-order.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { TicketFilter } from '../staff-filters.ts'
import { foundFirst, isNumberIn } from './tickets-by.ts'
import { holdsNewEvents } from './written-events.ts'
import type { Write } from './written-events.ts'

const put = prepared<Write, { words: string }>(
  'postgres',
  (values) =>
    raw`insert into ticket_search (number, words)
      select number, array_to_tsvector(string_to_array(cast(${values.words} as text) || ' ' || number, ' '))
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
  [...quoted(stems), ...(isSome(status) ? [`(${quoted(status.map(statusWord)).join(' | ')})`] : [])].join(' & ')

const isSome = ({ length }: readonly TicketStatus[]) => length > 0 && length < TicketStatus.options.length

type Table = RawBuilder<unknown>

type IndexedTicket = { number: number; status: TicketStatus; words: readonly string[] }

/** Indexes many tickets whose words were never there. */
export const putTickets = (tickets: readonly IndexedTicket[]): Statement => {
  const rows = tickets.map(({ number, status, words }) => ({
    number,
    words: [...words, statusWord(status), number].join(' '),
  }))
  return raw`
    insert into ticket_search (number, words)
    select number, array_to_tsvector(string_to_array(words, ' '))
    from json_to_recordset(cast(${JSON.stringify(rows)} as json)) as rows (number bigint, words text)`.compile(
    sqlFor('postgres'),
  )
}

/** Full text in PostgreSQL. Words are letters, digits and underlines, so they need no escaping in a query. */
export const tsvector: FullText = {
  put: (write, words, { status }) => put(write, { words: [...words, statusWord(status)].join(' ') }),
  remove,
  page(filter, stems, now, range) {
    const sql = sqlFor('postgres')
    const isFound = raw<SqlBool>`words @@ cast(${questionOf(filter, stems)} as tsquery)`
    const tickets = (table: Table): TicketQuery =>
      sql
        .selectFrom('tickets')
        .innerJoin(raw<{ number: number }>`${table}`.as('found'), 'found.number', 'tickets.number')
        .where(isFound)
        .where((build) => build.and(conditions(build, filter, now)))
    // Open tickets are few and the latest: in order of number they come after all the closed ones.
    if (isOpenOnly(filter))
      return inRange(foundFirst('postgres', tickets(all)), range)
        .selectAll('tickets')
        .compile()
    if (range.order.columns.length > 1) return inRange(tickets(all), range).selectAll('tickets').compile()
    const numbers = (table: Table): TicketQuery => sql.selectFrom(raw<TicketRow>`${table}`.as('tickets')).where(isFound)
    return nearestFirst(isInIndex(filter) ? numbers : tickets, range)
  },
}

/** Whether the words of the index tell all that is asked. */
const isInIndex = ({ q: _q, status: _status, ...others }: TicketFilter) =>
  Object.values(others).every((value) => value === undefined)

const all: Table = raw`ticket_search`

/** Rows that are looked through in order, a microsecond each; each one that the index finds takes up to nine. */
const lookedThrough = 12_000

/**
 * The page from the next rows in order, if they hold one, else by the index. What is common is in many rows: the index
 * would find all of them, to be put in order for the sake of a few.
 */
function nearestFirst(found: (table: Table) => TicketQuery, range: Range): Statement {
  const sql = sqlFor('postgres')
  const next = inRange(sql.selectFrom(raw<TicketRow>`${all}`.as('tickets')), { ...range, limit: lookedThrough })
  const near = inRange(found(raw`(${next.selectAll('tickets')})`), range).select('tickets.number')
  const isShort = raw<SqlBool>`(select count(*) from near) < ${range.limit}`
  // OFFSET 0: of a word that it has never met PostgreSQL guesses that it is common, and would look through every row.
  const others = raw<TicketRow>`(${found(all).where(isShort).select('tickets.number').offset(0)})`.as('tickets')
  const numbers = raw`
    select number from near union all (${inRange(sql.selectFrom(others), range).select('tickets.number')})`
  return sql
    .with('near', () => near)
    .selectFrom('tickets')
    .selectAll()
    .where(isNumberIn('postgres', numbers))
    .orderBy(inOrder(range.order, 'tickets'))
    .limit(range.limit)
    .compile()
}
