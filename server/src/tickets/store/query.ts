// What the queries of this room speak of: tickets to be selected from, an order, a page of it.
import type { SelectQueryBuilder } from 'kysely'
import type { Statement } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Ticket } from '../ticket.ts'
import type { TicketFilter } from '../staff-filters.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { Write } from './written-events.ts'

/** A query over tickets that nothing is selected from yet. */
export type TicketQuery = SelectQueryBuilder<Schema, 'tickets', object>

/** What of a ticket is indexed beside its words. */
export type Facets = Pick<Ticket, 'status' | 'department' | 'assignee'> & {
  requester: Pick<Ticket['requester'], 'shop' | 'plan'>
}

export type Order = {
  name: string
  /** Where a row lies in it. */
  keys: (row: TicketRow) => number[]
  after: (query: TicketQuery, keys: readonly number[]) => TicketQuery
  columns: readonly ('number' | 'reaction_due_at' | 'updated_at' | 'extended_until')[]
  direction: 'asc' | 'desc'
}

/** A page of an order: so many rows, from the start or after these keys. */
export type Range = { order: Order; from: readonly number[] | undefined; limit: number }

export type FullText = {
  /** Indexes the ticket, or indexes it again, if the events of the write are in. */
  put(write: Write, words: readonly string[], facets: Facets): Statement
  /** Takes the ticket out, where `version` still holds. */
  remove(ticket: { ticketId: string; version: number }): Statement
  /** Reads the page of tickets that hold every one of the stems and that the filter lets through. */
  page(filter: TicketFilter, stems: readonly string[], now: number, range: Range): Statement
}
