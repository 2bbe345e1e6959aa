// Full text on each engine: FTS5 in SQLite and D1, tsvector in PostgreSQL. Both hold stems that we made, nothing else.
import type { SelectQueryBuilder } from 'kysely'
import type { Database, Statement } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { fts5 } from './fts5.ts'
import type { Range } from './ticket-order.ts'
import type { Ticket } from './ticket.ts'
import type { TicketFilter } from './ticket-store.ts'
import { tsvector } from './tsvector.ts'
import type { Write } from './written-events.ts'

/** A query over tickets that nothing is selected from yet. */
export type TicketQuery = SelectQueryBuilder<Schema, 'tickets', object>

/** What of a ticket is indexed beside its words. */
export type Facets = Pick<Ticket, 'status' | 'department' | 'assignee'> & {
  requester: Pick<Ticket['requester'], 'id' | 'shop' | 'plan'>
}

export type FullText = {
  /** Indexes the ticket, or indexes it again, if the events of the write are in. */
  put(write: Write, words: readonly string[], facets: Facets): Statement
  /** Takes the ticket out, where `version` still holds. */
  remove(ticket: { ticketId: string; version: number }): Statement
  /** Reads the page of tickets that hold every one of the stems and that the filter lets through. */
  page(filter: TicketFilter, stems: readonly string[], now: number, range: Range): Statement
}

const engines: Record<Database['dialect'], FullText> = { sqlite: fts5, postgres: tsvector }

export const fullTextOf = (dialect: Database['dialect']): FullText => engines[dialect]
