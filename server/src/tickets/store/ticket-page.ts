// A page by the index that `filters.ts` names: such that it is found without reading past what is not on it. No engine's
// statistics know that nobody on the free plan writes to the technicians, or that open tickets are the latest.
import { sql as raw } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import type { TicketFilter } from '../staff-filters.ts'
import { assigneeStatus, facetPage, statusDepartmentPlan } from './facet-page.ts'
import { conditions, indexFor, isOpen, withoutFacets } from './filters.ts'
import type { Index } from './filters.ts'
import type { Range, TicketQuery } from './query.ts'
import { tagPage } from './tag-page.ts'
import type { TicketRow } from './ticket-rows.ts'
import { inOrder, inRange, orders } from './ticket-order.ts'
import { foundFirst, isNumberIn, ticketsBy } from './tickets-by.ts'

type Dialect = Database['dialect']

/**
 * Statements that read the page of tickets that the filter lets through: the first whose page is full has it, else the
 * last. `filter.q` is not looked at.
 */
export function pageStatements(dialect: Dialect, filter: TicketFilter, now: number, range: Range): Statement[] {
  const meets = (query: TicketQuery, asked = filter) => query.where((build) => build.and(conditions(build, asked, now)))
  const rows = (query: TicketQuery) => inRange(query, range).selectAll('tickets').compile()
  const by = (index: string) => rows(meets(ticketsBy(dialect, index)))
  const unreacted = (asked: TicketFilter) =>
    foundFirst(dialect, meets(ticketsBy(dialect, 'tickets_unreacted'), asked).where('tickets.reacted_at', 'is', null))
  const facets = () =>
    facetPage(dialect, statusDepartmentPlan(dialect, filter, range), range, (query) =>
      meets(query, withoutFacets(filter)),
    )
  const isByNumber = range.order.columns.length === 1

  /** Numbers first, from the index alone: only the tickets on the page are read. */
  const byNumbers = (numbers: RawBuilder<unknown>) =>
    rows(sqlFor(dialect).selectFrom('tickets').where(isNumberIn(dialect, numbers)))

  const open = () => {
    const found = meets(ticketsBy(dialect, 'tickets_open').where(isOpen))
    const page = isByNumber ? inRange(found, range) : inRange(foundFirst(dialect, found), range)
    return byNumbers(raw`${page.select('tickets.number')}`)
  }

  const late = () => {
    const { reaction: _, ...others } = filter
    const index = range.order === orders['-updatedAt'] ? 'tickets_late_updated' : 'tickets_late'
    const found = ticketsBy(dialect, index).where(raw<SqlBool>`tickets.reacted_at > tickets.reaction_due_at`)
    return byNumbers(raw`
      select number from (${numbersOf(meets(found, others), range)}) as late
      union all select number from (${numbersOf(unreacted(filter), range)}) as overdue`)
  }

  const assigned = () =>
    isByNumber
      ? facetPage(dialect, assigneeStatus(dialect, filter.assignee ?? null, filter), range, meets)
      : by('tickets_assignee')

  const pages: Record<Index, () => Statement> = {
    number: () => rows(meets(sqlFor(dialect).selectFrom('tickets'))),
    tickets_requester: () => by('tickets_requester'),
    tickets_shop: () => by('tickets_shop'),
    ticket_tags: () => tagPage(dialect, filter, range, meets),
    tickets_assignee: assigned,
    tickets_unreacted: () => rows(unreacted(filter)),
    tickets_late: late,
    tickets_open: open,
    tickets_updated: () => byNumbers(near(dialect, range, (query) => meets(query))),
    tickets_unverified: () => by('tickets_unverified'),
    tickets_facets: facets,
  }
  const index = indexFor(filter, range.order)
  if (index !== 'tickets_updated') return [pages[index]()]
  const others = indexFor(filter, orders['-submittedAt'])
  if (others === 'number') return [rows(meets(ticketsBy(dialect, index)))]
  return isCovered(filter) ? [pages[index](), pages[others]()] : [pages[others]()]
}

const numbersOf = (query: TicketQuery, range: Range) => inRange(query, range).select('tickets.number')

/** Rows that are looked through in order before a filter's own index is asked: a microsecond each. */
const lookedThrough = 10_000

/** What `tickets_updated` tells by itself. */
const covered = ['updated_at', 'number', 'status', 'department', 'plan', 'assignee', 'verified'] as const

/** Whether the index tells all that is asked. */
const isCovered = ({ reaction, submittedFrom, submittedTo }: TicketFilter) =>
  reaction === undefined && submittedFrom === undefined && submittedTo === undefined

/** Numbers of the page, if the next rows in order hold it: what is common is soon met, what is rare not looked for for long. */
function near(dialect: Dialect, range: Range, meets: (query: TicketQuery) => TicketQuery): RawBuilder<unknown> {
  const next = inRange(ticketsBy(dialect, 'tickets_updated'), { ...range, limit: lookedThrough })
  const source = raw<TicketRow>`(${next.select(covered.map((column) => `tickets.${column}` as const))})`.as('tickets')
  const found = meets(sqlFor(dialect).selectFrom(source))
  return raw`${found.select('tickets.number').orderBy(inOrder(range.order, 'tickets')).limit(range.limit)}`
}
