import { sql as raw } from 'kysely'
import type { Database } from '../database/database.ts'
import { sqlFor } from '../database/sql.ts'
import type { TicketQuery } from './full-text.ts'
import type { TicketRow } from './ticket-rows.ts'

/** Tickets, found by this index in SQLite; PostgreSQL has statistics. */
export function ticketsBy(dialect: Database['dialect'], index: string): TicketQuery {
  if (dialect === 'postgres') return sqlFor(dialect).selectFrom('tickets')
  const table = raw<TicketRow>`tickets`.as<'tickets'>(raw`tickets indexed by ${raw.ref(index)}`)
  return sqlFor(dialect).selectFrom(table)
}
