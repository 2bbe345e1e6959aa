// Pages of a tag's tickets. The tag's own rows have their orders and facets, so that a page of a tag that thousands bear
// is found without reading them.
import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import type { TicketFilter } from '../staff-filters.ts'
import { withoutFacets } from './filters.ts'
import type { Order, Range, TicketQuery } from './query.ts'
import type { TicketRow } from './ticket-rows.ts'
import { inOrder, inRange, orders } from './ticket-order.ts'
import { isNumberIn } from './tickets-by.ts'

type Dialect = Database['dialect']

/** Asks of tickets what the filter asks. */
type Meets = (query: TicketQuery, asked: TicketFilter) => TicketQuery

export function tagPage(dialect: Dialect, { tag, ...others }: TicketFilter, range: Range, meets: Meets): Statement {
  const isMore = Object.keys(withoutFacets(others)).length > 0
  if (isMore) return joined(meets(bearing(dialect, tag), others), range)
  const bearers = meets(rowsOfTags(dialect, range.order).where(raw<SqlBool>`tickets.tag = ${tag}`), others)
  const numbers = raw`${inRange(bearers, range).select('tickets.number')}`
  const found = sqlFor(dialect).selectFrom('tickets').where(isNumberIn(dialect, numbers))
  return inRange(found, range).selectAll('tickets').compile()
}

const bearing = (dialect: Dialect, tag: string | undefined): TicketQuery =>
  sqlFor(dialect)
    .selectFrom(raw<never>`ticket_tags cross join tickets`.as('tickets'))
    .where(raw<SqlBool>`ticket_tags.tag = ${tag} and tickets.number = ticket_tags.number`)

/** In the order of the tags' own indexes: the engine does not see that it is that of the tickets too. */
function joined(query: TicketQuery, { order, from, limit }: Range): Statement {
  const keys = raw.join(order.columns.map((column) => raw.ref(`ticket_tags.${column}`)))
  const isBeyond = order.direction === 'desc' ? raw`<` : raw`>`
  const rest = from ? [raw<SqlBool>`(${keys}) ${isBeyond} (${raw.join(from)})`] : []
  return query
    .where((build) => build.and(rest))
    .orderBy(inOrder(order, 'ticket_tags'))
    .limit(limit)
    .selectAll('tickets')
    .compile()
}

/** A tag's rows in place of its tickets: they answer to the same names. */
const rowsOfTags = (dialect: Dialect, order: Order): TicketQuery => {
  const index = raw.ref(indexIn(order))
  const tags = dialect === 'sqlite' ? raw`tickets indexed by ${index}` : raw`tickets`
  return sqlFor(dialect).selectFrom(raw<TicketRow>`ticket_tags`.as<'tickets'>(tags))
}

function indexIn(order: Order): string {
  if (order === orders.reactionDueAt) return 'ticket_tags_due'
  return order === orders['-updatedAt'] ? 'ticket_tags_updated' : 'ticket_tags_arrived'
}
