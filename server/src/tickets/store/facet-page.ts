// Pages by an index whose first columns may each take several values: one short seek for each combination asked for,
// whichever of them are empty, then the best of what they found.
import { Plan } from '@bilet/shared/caller'
import { TicketStatus } from '@bilet/shared/ticket'
import { sql as raw } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import type { Range, TicketQuery } from './query.ts'
import { inOrder, inRange, orders } from './ticket-order.ts'
import type { TicketFilter } from '../staff-filters.ts'
import { isNumberIn, ticketsBy } from './tickets-by.ts'

type Dialect = Database['dialect']

/** An index, the combinations to look for in it, and what a ticket of such a combination is. */
type Facets = { index: string; combinations: RawBuilder<unknown>; isOne: RawBuilder<SqlBool> }

/** By status, department and plan. */
export const statusDepartmentPlan = (
  dialect: Dialect,
  { status, department, plan }: TicketFilter,
  { order }: Range,
): Facets => ({
  index: order === orders.reactionDueAt ? 'tickets_facets_due' : 'tickets_facets',
  combinations: raw`
    select statuses.value as status, departments.value as department, plans.value as plan
    from (${each(dialect, status ?? TicketStatus.options)}) as statuses
    cross join (${department ? each(dialect, department) : knownDepartments}) as departments
    cross join (${each(dialect, plan ?? plans)}) as plans`,
  isOne: raw`tickets.status = facet.status and tickets.department = facet.department and tickets.plan = facet.plan`,
})

/** By assignee and status. */
export const assigneeStatus = (dialect: Dialect, assignee: string | null, { status }: TicketFilter): Facets => ({
  index: 'tickets_assignee',
  combinations: raw`select statuses.value as status from (${each(dialect, status ?? TicketStatus.options)}) as statuses`,
  isOne: raw`${assignee === null ? raw`tickets.assignee is null` : raw`tickets.assignee = ${assignee}`} and tickets.status = facet.status`,
})

/** The page; `meets` asks what the facets do not. */
export function facetPage(
  dialect: Dialect,
  { index, combinations, isOne }: Facets,
  range: Range,
  meets: (query: TicketQuery) => TicketQuery,
): Statement {
  const page = inRange(meets(ticketsBy(dialect, index).where(isOne)), range)
  const { order, limit } = range
  // The numbers first, from the index: whole tickets would be read, fed to a sorter and dropped, all but a page of them.
  const found =
    dialect === 'sqlite'
      ? raw`tickets as found where found.number in (${page.select('tickets.number')})`
      : raw`lateral (${page.select(['tickets.number', 'tickets.reaction_due_at', 'tickets.updated_at'])}) as found`
  const numbers = raw`
    select found.number from (${combinations}) as facet cross join ${found}
    order by ${inOrder(order, 'found')} limit ${limit}`
  return sqlFor(dialect)
    .selectFrom('tickets')
    .selectAll()
    .where(isNumberIn(dialect, numbers))
    .orderBy(inOrder(order, 'tickets'))
    .compile()
}

export const plans = [...Plan.options, 'guest'] as const

const knownDepartments = raw`select distinct department as value from ticket_counts`

/** A table of one column, `value`. */
const each = (dialect: Dialect, values: readonly string[]) =>
  dialect === 'sqlite'
    ? raw`select value from json_each(${JSON.stringify(values)})`
    : raw`select value from json_array_elements_text(cast(${JSON.stringify(values)} as json)) as items (value)`
