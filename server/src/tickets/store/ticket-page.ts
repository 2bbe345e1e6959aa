// Which index finds a page. SQLite keeps no statistics to choose by, and none know that nobody on the free plan writes
// to the technicians: so it is chosen here, such that a page is found without reading past what is not on it.
import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import { assigneeStatus, facetPage, statusDepartmentPlan } from './facet-page.ts'
import type { Range, TicketQuery } from './query.ts'
import { conditions, hasFacets, withoutFacets } from './ticket-filter.ts'
import { inRange, orders } from './ticket-order.ts'
import type { TicketFilter } from '../ticket-store.ts'
import { foundFirst, isNumberIn, ticketsBy } from './tickets-by.ts'

type Dialect = Database['dialect']

/** The statement that reads the page of tickets that the filter lets through; `filter.q` is not looked at. */
export function pageStatement(dialect: Dialect, filter: TicketFilter, now: number, range: Range): Statement {
  const meets = (query: TicketQuery, asked = filter) => query.where((build) => build.and(conditions(build, asked, now)))
  const rows = (query: TicketQuery) => inRange(query, range).selectAll('tickets').compile()
  const by = (index: string) => rows(meets(ticketsBy(dialect, index)))
  const unreacted = (asked: TicketFilter) =>
    foundFirst(dialect, meets(ticketsBy(dialect, 'tickets_unreacted'), asked).where('tickets.reacted_at', 'is', null))
  const isByDue = range.order === orders.reactionDueAt
  const { assignee, reaction } = filter
  if (filter.requester !== undefined) return by('tickets_requester')
  if (filter.shop !== undefined) return by('tickets_shop')
  if (assignee !== undefined && isByDue) return by('tickets_assignee')
  if (assignee !== undefined) return facetPage(dialect, assigneeStatus(dialect, assignee, filter), range, meets)
  if (reaction && ('dueWithinMs' in reaction || reaction.state === 'pending')) return rows(unreacted(filter))
  if (reaction && 'state' in reaction && reaction.state === 'breached' && !isByDue) return breachedPage()
  if (hasFacets(filter) || isByDue)
    return facetPage(dialect, statusDepartmentPlan(dialect, filter, range), range, (query) =>
      meets(query, withoutFacets(filter)),
    )
  return rows(meets(sqlFor(dialect).selectFrom('tickets')))

  /** Reacted to late, or not yet and overdue: two indexes, a page of each. */
  function breachedPage(): Statement {
    const { reaction: _, ...others } = filter
    const late = ticketsBy(dialect, 'tickets_late').where(raw<SqlBool>`tickets.reacted_at > tickets.reaction_due_at`)
    const numbers = raw`
      select number from (${numbersOf(meets(late, others), range)}) as late
      union all select number from (${numbersOf(unreacted(filter), range)}) as overdue`
    return rows(sqlFor(dialect).selectFrom('tickets').where(isNumberIn(dialect, numbers)))
  }
}

const numbersOf = (query: TicketQuery, range: Range) => inRange(query, range).select('tickets.number')
