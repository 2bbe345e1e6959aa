// Which index finds a page. SQLite keeps no statistics to choose by, and none know that nobody on the free plan writes
// to the technicians: so it is chosen here, such that a page is found without reading past what is not on it.
import { sql as raw } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import type { Database, Statement } from '../database/database.ts'
import { sqlFor } from '../database/sql.ts'
import { assigneeStatus, facetPage, statusDepartmentPlan } from './facet-page.ts'
import type { TicketQuery } from './full-text.ts'
import { conditions, hasFacets, withoutFacets } from './ticket-filter.ts'
import { inRange, orders } from './ticket-order.ts'
import type { Range } from './ticket-order.ts'
import type { TicketFilter } from './ticket-store.ts'
import { ticketsBy } from './tickets-by.ts'

type Dialect = Database['dialect']

/** The statement that reads the page of tickets that the filter lets through; `filter.q` is not looked at. */
export function pageStatement(dialect: Dialect, filter: TicketFilter, now: number, range: Range): Statement {
  const meets = (query: TicketQuery, asked = filter) => query.where((build) => build.and(conditions(build, asked, now)))
  const by = (index: string) =>
    inRange(meets(ticketsBy(dialect, index)), range)
      .selectAll('tickets')
      .compile()

  const isByDue = range.order === orders.reactionDueAt
  const { assignee, reaction } = filter
  if (filter.requester !== undefined) return by('tickets_requester')
  if (filter.shop !== undefined) return by('tickets_shop')
  if (assignee !== undefined && isByDue) return by('tickets_assignee')
  if (assignee !== undefined) return facetPage(dialect, assigneeStatus(dialect, assignee, filter), range, meets)
  if (reaction && ('dueWithinMs' in reaction || reaction.state === 'pending')) return by('tickets_unreacted')
  if (reaction && 'state' in reaction && reaction.state === 'breached' && !isByDue) return breachedPage()
  if (hasFacets(filter) || isByDue)
    return facetPage(dialect, statusDepartmentPlan(dialect, filter, range), range, (query) =>
      meets(query, withoutFacets(filter)),
    )
  return inRange(meets(sqlFor(dialect).selectFrom('tickets')), range)
    .selectAll('tickets')
    .compile()

  /** Reacted to late, or not yet and overdue: two indexes, a page of each. */
  function breachedPage(): Statement {
    const { reaction: _, ...others } = filter
    const page = (index: string, isBreached: Expression<SqlBool>) =>
      inRange(meets(ticketsBy(dialect, index), others).where(isBreached), range).select('tickets.number')
    const late = page('tickets_late', raw`tickets.reacted_at > tickets.reaction_due_at`)
    const overdue = page('tickets_unreacted', raw`tickets.reacted_at is null and tickets.reaction_due_at < ${now}`)
    const isOfEither = raw<SqlBool>`tickets.number in (
      select number from (${late}) as late union all select number from (${overdue}) as overdue
    )`
    return inRange(sqlFor(dialect).selectFrom('tickets').where(isOfEither), range).selectAll('tickets').compile()
  }
}
