// Lists of tickets, a page at a time.
import type { Database, Statement } from '../../database/database.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { fullTextOf } from './full-text.ts'
import type { Order, Range, TicketQuery } from './query.ts'
import { comparedLetters } from '../../triage/duplicates/read-request.ts'
import { isOpen } from './filters.ts'
import { inRange, orders, ownOrder } from './ticket-order.ts'
import { inLines } from './ticket-lines.ts'
import { pageStatements } from './ticket-page.ts'
import { readable } from './ticket-rows.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { TicketFilter } from '../staff-filters.ts'
import type { Ticket } from '../ticket.ts'
import type { ListPage, Page, TicketStore } from '../ticket-store.ts'
import type { Owner } from '../ticket.ts'
import { questionWords } from './ticket-words.ts'
import { ticketsBy } from './tickets-by.ts'

/** The lists of the store. */
export function createTicketLists(database: Database): Pick<TicketStore, 'list' | 'listWhole' | 'owned' | 'openOf'> {
  const { dialect } = database
  const fullText = fullTextOf(dialect)
  const ownedBy = ({ requesterId, shop }: Owner) =>
    ticketsBy(dialect, 'tickets_requester')
      .where('tickets.requester_id', '=', requesterId)
      .where('tickets.shop', shop === null ? 'is' : '=', shop)
  /** Rows of the first statement whose page is full, else of the last. */
  async function firstFull([statement, ...others]: Statement[], limit: number): Promise<TicketRow[]> {
    const found = statement ? await database.query<TicketRow>(statement) : []
    return found.length >= limit || others.length === 0 ? found : firstFull(others, limit)
  }

  /** Ways to find a page, the cheapest first; none for a question without a word. */
  function waysTo(filter: TicketFilter, range: Range, now: number): Statement[] {
    if (filter.q === undefined) return pageStatements(dialect, filter, now, range)
    const stems = questionWords(filter.q)
    return stems.length === 0 ? [] : [fullText.page(filter, stems, now, range)]
  }

  async function listAs(
    filter: TicketFilter,
    { sort, now, cursor, limit }: ListPage,
    shown: (statement: Statement) => Statement,
  ): Promise<Page<Ticket>> {
    const order = orders[sort]
    const range = { order, from: keysOf(order, cursor), limit: limit + 1 }
    return toPage(await firstFull(waysTo(filter, range, now).map(shown), range.limit), order, limit)
  }

  return {
    list: (filter, page) => listAs(filter, page, (statement) => inLines(dialect, statement)),
    listWhole: (filter, page) => listAs(filter, page, (statement) => statement),
    async owned(owner, { cursor, limit }) {
      const range = { order: ownOrder, from: keysOf(ownOrder, cursor), limit: limit + 1 }
      const statement = inLines(dialect, statementOf(inRange(ownedBy(owner), range)))
      return toPage(await database.query<TicketRow>(statement), ownOrder, limit)
    },
    async openOf(owner) {
      const range = { order: ownOrder, from: undefined, limit: openOfMost }
      const statement = statementOf(inRange(ownedBy(owner).where(isOpen), range))
      const rows = await database.query<TicketRow>(inLines(dialect, statement, comparedLetters))
      return toPage(rows, ownOrder, openOfMost).items
    },
  }
}

const openOfMost = 50

const statementOf = (query: TicketQuery): Statement => query.selectAll('tickets').compile()

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
