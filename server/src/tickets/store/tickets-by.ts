import { sql as raw } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Database } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import type { TicketQuery } from './query.ts'
import type { TicketRow } from './ticket-rows.ts'

/** Tickets, found by this index in SQLite; PostgreSQL has statistics. */
export function ticketsBy(dialect: Database['dialect'], index: string): TicketQuery {
  if (dialect === 'postgres') return sqlFor(dialect).selectFrom('tickets')
  const table = raw<TicketRow>`tickets`.as<'tickets'>(raw`tickets indexed by ${raw.ref(index)}`)
  return sqlFor(dialect).selectFrom(table)
}

/**
 * Whether a ticket's number is among these few. PostgreSQL reads an array before it plans around it; how many rows a
 * subquery gives it guesses, and may read every ticket in order for the sake of a page.
 */
export const isNumberIn = (dialect: Database['dialect'], numbers: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  dialect === 'sqlite' ? raw`tickets.number in (${numbers})` : raw`tickets.number = any(array(${numbers}))`

/**
 * The query, to be run to its end before its rows are put in order: for few rows. PostgreSQL would rather read all
 * tickets in that order until it has met enough of them; OFFSET 0 keeps it from that.
 */
export const foundFirst = (dialect: Database['dialect'], query: TicketQuery): TicketQuery =>
  dialect === 'sqlite' ? query : sqlFor(dialect).selectFrom(query.selectAll('tickets').offset(0).as('tickets'))
