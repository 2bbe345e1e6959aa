// Pages by an index whose first columns may each take several values: one short seek for each combination asked for,
// whichever of them are empty, then the best of what they found.
import { TicketStatus } from '@bilet/shared/ticket'
import { sql as raw } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import type { Order, Range, TicketQuery } from './query.ts'
import { inOrder, inRange, orders } from './ticket-order.ts'
import type { TicketFilter } from '../staff-filters.ts'
import { isNumberIn, ticketsBy } from './tickets-by.ts'

type Dialect = Database['dialect']

/**
 * An index, the combinations to look for in it, and what a ticket of such a combination is. `led` is a column that all of
 * them have empty: PostgreSQL takes the index for sorted behind it only where it is asked to sort by it.
 */
type Facets = { index: string; combinations: RawBuilder<unknown>; isOne: RawBuilder<SqlBool>; led?: 'assignee' }

/** The index of facets that has its tickets in this order. */
const indexIn = (order: Order) => {
  if (order === orders.reactionDueAt) return 'tickets_facets_due'
  return order === orders['-updatedAt'] ? 'tickets_facets_updated' : 'tickets_facets'
}

/** By status, department and plan. */
export const statusDepartmentPlan = (
  dialect: Dialect,
  { plan, ...others }: TicketFilter,
  { order }: Range,
): Facets => ({
  index: indexIn(order),
  combinations: plan
    ? raw`
      select statuses.value as status, departments.value as department, plans.value as plan
      from ${statusesAndDepartments(dialect, others)}
      cross join (${each(dialect, plan)}) as plans`
    : raw`
      with recursive facet (status, department, plan) as (
        select statuses.value, departments.value, (${nextPlan(dialect, raw`statuses.value`, raw`departments.value`, raw`''`)})
        from ${statusesAndDepartments(dialect, others)}
        union all
        select status, department, (${nextPlan(dialect, raw`facet.status`, raw`facet.department`, raw`facet.plan`)})
        from facet where plan is not null
      )
      select status, department, plan from facet where plan is not null`,
  isOne: raw`tickets.status = facet.status and tickets.department = facet.department and tickets.plan = facet.plan`,
})

/** By assignee and status. */
export const assigneeStatus = (dialect: Dialect, assignee: string | null, { status }: TicketFilter): Facets => ({
  index: 'tickets_assignee',
  combinations: raw`select statuses.value as status from (${each(dialect, status ?? TicketStatus.options)}) as statuses`,
  isOne: raw`${assignee === null ? raw`tickets.assignee is null` : raw`tickets.assignee = ${assignee}`} and tickets.status = facet.status`,
  ...(assignee === null && { led: 'assignee' }),
})

/** The page; `meets` asks what the facets do not. */
export function facetPage(
  dialect: Dialect,
  { index, combinations, isOne, led }: Facets,
  range: Range,
  meets: (query: TicketQuery) => TicketQuery,
): Statement {
  const { order, limit } = range
  const ofOne = meets(ticketsBy(dialect, index).where(isOne))
  const page = inRange(led ? ofOne.orderBy(`tickets.${led}`, order.direction) : ofOne, range)
  // The numbers first, from the index: whole tickets would be read, fed to a sorter and dropped, all but a page of them.
  const found =
    dialect === 'sqlite'
      ? raw`tickets as found where found.number in (${page.select('tickets.number')})`
      : raw`lateral (${page.select(order.columns.map((column) => `tickets.${column}` as const))}) as found`
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

const knownDepartments = raw`select distinct department as value from ticket_counts`

const statusesAndDepartments = (dialect: Dialect, { status, department }: TicketFilter) => raw`
  (${each(dialect, status ?? TicketStatus.options)}) as statuses
  cross join (${department ? each(dialect, department) : knownDepartments}) as departments`

/** The next plan that a ticket of these has, an earlier policy's too: one seek in the index. */
const nextPlan = (
  dialect: Dialect,
  status: RawBuilder<unknown>,
  department: RawBuilder<unknown>,
  after: RawBuilder<unknown>,
) =>
  ticketsBy(dialect, 'tickets_facets')
    .select(({ fn }) => fn.min('tickets.plan').as('plan'))
    .where(raw<SqlBool>`tickets.status = ${status} and tickets.department = ${department} and tickets.plan > ${after}`)

/** A table of one column, `value`. */
const each = (dialect: Dialect, values: readonly string[]) =>
  dialect === 'sqlite'
    ? raw`select value from json_each(${JSON.stringify(values)})`
    : raw`select value from json_array_elements_text(cast(${JSON.stringify(values)} as json)) as items (value)`
