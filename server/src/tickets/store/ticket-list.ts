// Lists of tickets, a page at a time.
import type { Database, Statement } from '../../database/database.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { fullTextOf } from './full-text.ts'
import type { Order, TicketQuery } from './query.ts'
import { isOpen } from './filters.ts'
import { inRange, orders, ownOrder } from './ticket-order.ts'
import { pageStatements } from './ticket-page.ts'
import { readable } from './ticket-rows.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { Ticket } from '../ticket.ts'
import type { Page, TicketStore } from '../ticket-store.ts'
import type { Owner } from '../ticket.ts'
import { questionWords } from './ticket-words.ts'
import { ticketsBy } from './tickets-by.ts'

/** The lists of the store. */
export function createTicketLists(database: Database): Pick<TicketStore, 'list' | 'owned' | 'openOf'> {
  const fullText = fullTextOf(database.dialect)
  const ownedBy = ({ requesterId, shop }: Owner) =>
    ticketsBy(database.dialect, 'tickets_requester')
      .where('tickets.requester_id', '=', requesterId)
      .where('tickets.shop', shop === null ? 'is' : '=', shop)
  const rowsOf = (query: TicketQuery) => database.query<TicketRow>(query.selectAll('tickets').compile())

  /** Rows of the first statement whose page is full, else of the last. */
  async function firstFull([statement, ...others]: Statement[], limit: number): Promise<TicketRow[]> {
    const found = statement ? await database.query<TicketRow>(statement) : []
    return found.length >= limit || others.length === 0 ? found : firstFull(others, limit)
  }

  return {
    async list(filter, { sort, now, cursor, limit }) {
      const order = orders[sort]
      const range = { order, from: keysOf(order, cursor), limit: limit + 1 }
      if (filter.q === undefined)
        return toPage(await firstFull(pageStatements(database.dialect, filter, now, range), range.limit), order, limit)
      const stems = questionWords(filter.q)
      if (stems.length === 0) return { items: [], nextCursor: null }
      return toPage(await database.query<TicketRow>(fullText.page(filter, stems, now, range)), order, limit)
    },
    async owned(owner, { cursor, limit }) {
      const range = { order: ownOrder, from: keysOf(ownOrder, cursor), limit: limit + 1 }
      return toPage(await rowsOf(inRange(ownedBy(owner), range)), ownOrder, limit)
    },
    async openOf(owner) {
      const range = { order: ownOrder, from: undefined, limit: openOfMost }
      return toPage(await rowsOf(inRange(ownedBy(owner).where(isOpen), range)), ownOrder, openOfMost).items
    },
  }
}

const openOfMost = 50

const keysOf = (order: Order, cursor: string | undefined) =>
  cursor === undefined ? undefined : fromCursor(order.name, order.columns.length, cursor)

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
