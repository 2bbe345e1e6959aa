// Pages of tickets by keyset: a page costs the same however deep it lies.
import type { Database, Statement } from '../database/database.ts'
import { sqlFor } from '../database/sql.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { fullTextOf } from './full-text.ts'
import type { TicketQuery } from './full-text.ts'
import { conditions, isOpen } from './ticket-filter.ts'
import { DamagedRow, toTicket } from './ticket-rows.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { Ticket } from './ticket.ts'
import type { Owner, Page, TicketSort, TicketStore } from './ticket-store.ts'
import { stemsOf } from './ticket-words.ts'

type Order = {
  name: string
  /** How many keys it has. */
  count: number
  keys: (row: TicketRow) => number[]
  after: (query: TicketQuery, keys: number[]) => TicketQuery
  by: (query: TicketQuery) => TicketQuery
}

// Order of arrival is the order of numbers: the clocks of two processes may differ by a hair, the numbers never.
const arrival: Order = {
  name: 'submittedAt',
  count: 1,
  keys: ({ number }) => [number],
  after: (query, [number = 0]) => query.where('tickets.number', '>', number),
  by: (query) => query.orderBy('tickets.number'),
}

const latestFirst: Order = {
  name: '-submittedAt',
  count: 1,
  keys: ({ number }) => [number],
  after: (query, [number = 0]) => query.where('tickets.number', '<', number),
  by: (query) => query.orderBy('tickets.number', 'desc'),
}

const due: Order = {
  name: 'reactionDueAt',
  count: 2,
  keys: (row) => [row.reaction_due_at, row.number],
  after: (query, [at = 0, number = 0]) =>
    query.where((build) =>
      build(build.refTuple('tickets.reaction_due_at', 'tickets.number'), '>', build.tuple(at, number)),
    ),
  by: (query) => query.orderBy('tickets.reaction_due_at').orderBy('tickets.number'),
}

const orders: Record<TicketSort, Order> = { submittedAt: arrival, '-submittedAt': latestFirst, reactionDueAt: due }

const owned: Order = { ...latestFirst, name: 'owned' }

const openOfMost = 50

/** The lists of the store. */
export function createTicketLists(database: Database): Pick<TicketStore, 'list' | 'owned' | 'openOf'> {
  const fullText = fullTextOf(database.dialect)
  const tickets = (): TicketQuery => sqlFor(database.dialect).selectFrom('tickets')
  const ownedBy = ({ requesterId, shop }: Owner) =>
    tickets()
      .where('tickets.requester_id', '=', requesterId)
      .where('tickets.shop', shop === null ? 'is' : '=', shop)

  async function page(query: TicketQuery, order: Order, { cursor, limit }: { cursor?: string; limit: number }) {
    const from = cursor === undefined ? undefined : fromCursor(order.name, order.count, cursor)
    const rows = await database.query<TicketRow>(firstOf(query, order, from, limit + 1))
    return toPage(rows, order, limit)
  }

  return {
    async list(filter, { sort, now, ...range }) {
      const stems = filter.q === undefined ? undefined : stemsOf([filter.q])
      if (stems?.length === 0) return { items: [], nextCursor: null }
      const found = stems ? fullText.select(filter, stems) : tickets()
      return page(
        found.where((build) => build.and(conditions(build, filter, now))),
        orders[sort],
        range,
      )
    },
    owned: (owner, range) => page(ownedBy(owner), owned, range),
    async openOf(owner) {
      const rows = await database.query<TicketRow>(
        firstOf(ownedBy(owner).where(isOpen), latestFirst, undefined, openOfMost),
      )
      return toPage(rows, latestFirst, openOfMost).items
    },
  }
}

function firstOf(query: TicketQuery, order: Order, from: number[] | undefined, limit: number): Statement {
  const rest = from ? order.after(query, from) : query
  return order.by(rest).selectAll('tickets').limit(limit).compile()
}

/** A row that cannot be read is left out of the page and named: one bad row must not hide the others. */
function toPage(rows: readonly TicketRow[], order: Order, limit: number): Page<Ticket> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const damaged: string[] = []
  const items = shown.flatMap((row) => readable(row, damaged))
  return {
    items,
    nextCursor: last ? toCursor(order.name, order.keys(last)) : null,
    ...(damaged.length > 0 && { damaged }),
  }
}

function readable(row: TicketRow, damaged: string[]): Ticket[] {
  try {
    return [toTicket(row)]
  } catch (error) {
    if (!(error instanceof DamagedRow)) throw error
    damaged.push(error.id)
    return []
  }
}
