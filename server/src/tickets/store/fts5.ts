import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import { prepared, sqlFor } from '../../database/sql.ts'
import type { Facets, FullText, Range, TicketQuery } from './query.ts'
import { conditions, facetWord, highestNumber, lowestNumber, statusWord, wordsFor } from './filters.ts'
import { inRange, orders } from './ticket-order.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { TicketFilter } from '../staff-filters.ts'
import { ticketsBy } from './tickets-by.ts'
import { holdsNewEvents } from './written-events.ts'
import type { Write } from './written-events.ts'

// FTS5 gives rows in order of number and intersects its own lists only. So what a list narrows by is in the index too,
// as words that no text can hold: without them every match of a common word would be read from the table.
const facetsOf = ({ status, department, assignee, requester: { plan, shop } }: Facets): string[] => [
  statusWord(status),
  facetWord('department', department),
  facetWord('plan', plan),
  ...(shop === null ? [] : [facetWord('shop', shop)]),
  ...(assignee === null ? [] : [facetWord('assignee', assignee)]),
]

const put = prepared<Write, { words: string }>(
  'sqlite',
  (values) =>
    raw`insert or replace into ticket_search (rowid, words)
      select number, ${values.words} || ' ' || number from tickets where ${holdsNewEvents(values)}`,
)

const remove = prepared<{ ticketId: string; version: number }>(
  'sqlite',
  ({ ticketId, version }) =>
    raw`delete from ticket_search
      where rowid in (select number from tickets where id = ${ticketId} and version = ${version})`,
)

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`)

function matchOf(filter: TicketFilter, stems: readonly string[]): string {
  const anyOf = wordsFor(filter).words.map((words) => `(${quoted(words).join(' OR ')})`)
  return [...quoted(stems), ...anyOf].join(' AND ')
}

/** Full text in SQLite and D1. */
export const fts5: FullText = {
  put: (write, words, facets) => put(write, { words: `${words.join(' ')} ${facetsOf(facets).join(' ')}` }),
  remove,
  page(filter, stems, now, range) {
    if (filter.requester !== undefined)
      return inRange(ofPerson(filter, stems, now), range)
        .selectAll('tickets')
        .compile()
    const others = wordsFor(filter).rest
    // CROSS JOIN keeps SQLite from turning the loops round. Rows come in order of number: FTS5 keeps them so.
    const found = sqlFor('sqlite')
      .selectFrom(raw<TicketRow>`ticket_search cross join tickets`.as('tickets'))
      .where(raw<SqlBool>`tickets.number = ticket_search.rowid`)
      .where(raw<SqlBool>`ticket_search match ${matchOf(filter, stems)}`)
      .where((build) => build.and([...acceptedBetween(filter), ...conditions(build, others, now)]))
    const page = range.order.columns.length > 1 ? inRange(found, range) : inRowRange(found, range)
    return page.selectAll('tickets').compile()
  },
}

/** A person's tickets are few: each is looked up in the index, which does not know of people. */
const ofPerson = (filter: TicketFilter, stems: readonly string[], now: number): TicketQuery =>
  ticketsBy('sqlite', 'tickets_requester')
    .where((build) => build.and(conditions(build, filter, now)))
    .where(
      raw<SqlBool>`exists (
        select 1 from ticket_search
        where ticket_search.rowid = tickets.number and ticket_search match ${quoted(stems).join(' AND ')})`,
    )

/** Times as ranges of rows: what was accepted earlier or later is not even looked at. */
const acceptedBetween = ({ submittedFrom: from, submittedTo: to }: TicketFilter) => [
  ...(from === undefined ? [] : [raw<SqlBool>`ticket_search.rowid >= ${lowestNumber(from)}`]),
  ...(to === undefined ? [] : [raw<SqlBool>`ticket_search.rowid <= ${highestNumber(to)}`]),
]

/** A page in order of number, told by the index's own rows: then nothing needs to be sorted. */
function inRowRange(query: TicketQuery, { order, from, limit }: Range): TicketQuery {
  const [number] = from ?? []
  const isLatestFirst = order === orders['-submittedAt']
  const rest =
    number === undefined ? [] : [raw<SqlBool>`ticket_search.rowid ${isLatestFirst ? raw`<` : raw`>`} ${number}`]
  return query
    .where((build) => build.and(rest))
    .orderBy(raw`ticket_search.rowid`, isLatestFirst ? 'desc' : 'asc')
    .limit(limit)
}
