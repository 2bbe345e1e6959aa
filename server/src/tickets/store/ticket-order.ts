// The orders of lists, and pages by keyset: a page costs the same however deep it lies.
import { sql as raw } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Order, Range, TicketQuery } from './query.ts'
import type { TicketSort } from '../ticket-store.ts'

// Order of arrival is the order of numbers: the clocks of two processes may differ by a hair, the numbers never.
const arrival: Order = {
  name: 'submittedAt',
  keys: ({ number }) => [number],
  after: (query, [number = 0]) => query.where('tickets.number', '>', number),
  columns: ['number'],
  direction: 'asc',
}

const latestFirst: Order = {
  name: '-submittedAt',
  keys: ({ number }) => [number],
  after: (query, [number = 0]) => query.where('tickets.number', '<', number),
  columns: ['number'],
  direction: 'desc',
}

const due: Order = {
  name: 'reactionDueAt',
  keys: (row) => [row.reaction_due_at, row.number],
  after: (query, [at = 0, number = 0]) =>
    query.where((build) =>
      build(build.refTuple('tickets.reaction_due_at', 'tickets.number'), '>', build.tuple(at, number)),
    ),
  columns: ['reaction_due_at', 'number'],
  direction: 'asc',
}

const updated: Order = {
  name: '-updatedAt',
  keys: (row) => [row.updated_at, row.number],
  after: (query, [at = 0, number = 0]) =>
    query.where((build) => build(build.refTuple('tickets.updated_at', 'tickets.number'), '<', build.tuple(at, number))),
  columns: ['updated_at', 'number'],
  direction: 'desc',
}

/** Those whose time was extended, and no others. */
const extended: Order = {
  name: 'extendedUntil',
  keys: (row) => [row.extended_until ?? 0, row.number],
  after: (query, [at = 0, number = 0]) =>
    query.where((build) =>
      build(build.refTuple('tickets.extended_until', 'tickets.number'), '>', build.tuple(at, number)),
    ),
  columns: ['extended_until', 'number'],
  direction: 'asc',
}

export const orders: Record<TicketSort, Order> = {
  submittedAt: arrival,
  '-submittedAt': latestFirst,
  reactionDueAt: due,
  '-updatedAt': updated,
  extendedUntil: extended,
}

/** An owner's own tickets: in the order of `-submittedAt`, but with cursors of its own. */
export const ownOrder: Order = { ...latestFirst, name: 'owned' }

/** The rows of the page, nothing selected yet. */
export function inRange(query: TicketQuery, { order, from, limit }: Range): TicketQuery {
  const within = order === extended ? query.where('tickets.extended_until', 'is not', null) : query
  const rest = from ? order.after(within, from) : within
  return rest.orderBy(inOrder(order, 'tickets')).limit(limit)
}

/** What follows ORDER BY, for the columns of this table. */
export function inOrder({ columns, direction }: Order, table: string): RawBuilder<unknown> {
  return raw.join(columns.map((column) => raw`${raw.ref(`${table}.${column}`)} ${raw.raw(direction)}`))
}
