// The filters of the queue, one entry a filter: what it asks of a ticket, the index that finds its tickets, and the
// words that stand for it in SQLite's full text. A new filter is an entry here and one in `staff-filters.ts`.
import { isOpenStatus, openStatuses } from '@bilet/shared/statuses'
import { TicketStatus } from '@bilet/shared/ticket'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql as raw } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { memoize } from '../../util/memoize.ts'
import type { TicketFilter } from '../staff-filters.ts'
import type { Order } from './query.ts'
import { orders } from './ticket-order.ts'

type Build = ExpressionBuilder<Schema, 'tickets'>
type Condition = Expression<SqlBool>

/** Ways to find a page, see `ticket-page.ts`. */
export type Index =
  | 'number'
  | 'tickets_requester'
  | 'tickets_shop'
  | 'ticket_tags'
  | 'tickets_assignee'
  | 'tickets_unreacted'
  | 'tickets_late'
  | 'tickets_open'
  | 'tickets_updated'
  | 'tickets_unverified'
  | 'tickets_facets'

/** What decides on an index beside the filter itself. */
type Asked = { onlyOpen: boolean; order: Order }

type Filter<Asks> = {
  where(build: Build, value: Asks, now: number): Condition[]
  /** None where tickets are better found by something else that is asked. */
  index?(value: Asks, asked: Asked): Index | undefined
  words?(value: Asks): string[]
}

export type FilterName = Exclude<keyof TicketFilter, 'q'>
type Value<Name extends FilterName> = Exclude<TicketFilter[Name], undefined>

export const isOpen = raw<SqlBool>`tickets.status in ('new', 'in_progress', 'waiting_for_customer')`

const isUnverified = raw<SqlBool>`tickets.verified = 0`

const ifOpen =
  (open: Index, else_: Index | undefined) =>
  (_value: unknown, { onlyOpen }: Asked) =>
    onlyOpen ? open : else_

/** The first one given that names an index finds the page: those that leave fewest come first. */
const filters: { [Name in FilterName]: Filter<Value<Name>> } = {
  number: { where: (build, number) => [build('tickets.number', '=', number)], index: () => 'number' },
  requester: {
    where: (build, id) => [build('tickets.requester_id', '=', id)],
    index: () => 'tickets_requester',
  },
  shop: {
    where: (build, shop) => [build('tickets.shop', '=', shop)],
    index: () => 'tickets_shop',
    words: (shop) => [facetWord('shop', shop)],
  },
  extendedUntilFrom: {
    where: (build, from) => [isOpen, build('tickets.extended_until', '>=', from)],
    index: () => 'tickets_open',
  },
  extendedUntilTo: {
    where: (build, to) => [isOpen, build('tickets.extended_until', '<', to)],
    index: () => 'tickets_open',
  },
  awaiting: { where: (build, whom) => [isOpen, build('tickets.awaiting', '=', whom)], index: () => 'tickets_open' },
  tag: { where: (_build, tag) => [bears(tag)], index: ifOpen('tickets_open', 'ticket_tags') },
  assignee: {
    where: (build, name) => [build('tickets.assignee', name === null ? 'is' : '=', name)],
    index: ifOpen('tickets_open', 'tickets_assignee'),
    words: (name) => (name === null ? [] : [facetWord('assignee', name)]),
  },
  reaction: {
    where: (build, reaction, now) => [inReaction(build, reaction, now)],
    index(reaction, { order, onlyOpen }) {
      if ('dueWithinMs' in reaction || reaction.state === 'pending' || reaction.state === 'due')
        return 'tickets_unreacted'
      if (onlyOpen) return 'tickets_open'
      return reaction.state === 'breached' && order !== orders.reactionDueAt ? 'tickets_late' : undefined
    },
  },
  status: {
    where: inStatus,
    index: (statuses) => (statuses.length < TicketStatus.options.length ? 'tickets_facets' : undefined),
    words: (statuses) => statuses.map(statusWord),
  },
  department: {
    where: (build, departments) => [build('tickets.department', 'in', departments)],
    index: () => 'tickets_facets',
    words: (departments) => departments.map((department) => facetWord('department', department)),
  },
  plan: {
    where: (build, plans) => [build('tickets.plan', 'in', plans)],
    index: () => 'tickets_facets',
    words: (plans) => plans.map((plan) => facetWord('plan', plan)),
  },
  verified: {
    where: (build, isVerified) => [isVerified ? build('tickets.verified', '=', 1) : isUnverified],
    index: (isVerified, { onlyOpen }) => (isVerified || onlyOpen ? undefined : 'tickets_unverified'),
  },
  // Lists are in order of number, so a time is turned into a range of numbers first, then asked exactly.
  submittedFrom: {
    where: (build, from) => [raw`tickets.number >= ${lowestNumber(from)}`, build('tickets.submitted_at', '>=', from)],
  },
  submittedTo: {
    where: (build, to) => [raw`tickets.number <= ${highestNumber(to)}`, build('tickets.submitted_at', '<', to)],
  },
}

type AnyFilter = { name: FilterName; value: unknown; filter: Filter<unknown> }

/** The filters given, in the order of the table. */
function given(filter: TicketFilter): AnyFilter[] {
  const names = Object.keys(filters).filter((name): name is FilterName => Reflect.get(filter, name) !== undefined)
  return names.map((name) => ({ name, value: filter[name], filter: Reflect.get(filters, name) }))
}

/** One condition or more for each filter given; all must hold. */
export const conditions = (build: Build, filter: TicketFilter, now: number): Condition[] =>
  given(filter).flatMap((one) => one.filter.where(build, one.value, now))

/** What finds the page: the first index that a filter names, else the order's own. */
export function indexFor(filter: TicketFilter, order: Order): Index {
  const asked = { onlyOpen: isOpenOnly(filter), order }
  if (order === orders.extendedUntil) return 'tickets_open'
  const named = given(filter).flatMap((one) => one.filter.index?.(one.value, asked) ?? [])
  const isFew = named.find((index) => index !== 'tickets_facets')
  if (order === orders['-updatedAt']) {
    if (asked.onlyOpen && isFew === undefined) return 'tickets_open'
    // Of an agent there may be five tickets or half of all.
    if (isFew === 'tickets_assignee') return 'tickets_updated'
    return isFew ?? named[0] ?? 'tickets_updated'
  }
  return isFew ?? (order === orders.reactionDueAt ? 'tickets_facets' : (named[0] ?? 'number'))
}

/** Words of SQLite's full text for what is asked, any of each list. Filters without words are `rest`. */
export function wordsFor(filter: TicketFilter): { words: string[][]; rest: TicketFilter } {
  const asked = given(filter).map((one) => ({ name: one.name, words: one.filter.words?.(one.value) ?? [] }))
  const told = asked.filter(({ words }) => words.length > 0)
  const rest = Object.entries(filter).filter(([name]) => !told.some((one) => one.name === name))
  return { words: told.map(({ words }) => words), rest: Object.fromEntries(rest) }
}

/** A status as a word that no text can hold: stems are letters and digits. */
export const statusWord = (status: TicketStatus) => `_status_${status}`

const coded = memoize((value) =>
  value.replaceAll(/[^a-z0-9]/gu, (sign) => `_${sign.codePointAt(0)?.toString(36) ?? ''}_`),
)

/** The same of what a ticket has besides. */
export const facetWord = (facet: 'shop' | 'assignee' | 'department' | 'plan', value: string) =>
  `_${facet}_${coded(value)}`

/** Whether only tickets are asked for that somebody still works on. */
export const isOpenOnly = ({ status, awaiting, extendedUntilFrom, extendedUntilTo }: TicketFilter): boolean =>
  awaiting !== undefined ||
  extendedUntilFrom !== undefined ||
  extendedUntilTo !== undefined ||
  (status?.every((asked) => isOpenStatus(asked)) ?? false)

/** What is left to ask when the index of facets has done its part. */
export function withoutFacets(filter: TicketFilter): TicketFilter {
  const { status: _status, department: _department, plan: _plan, ...others } = filter
  return others
}

// Which tickets are open is told in the very words of the indexes, so that they serve.
function inStatus(build: Build, statuses: TicketStatus[]): Condition[] {
  if (statuses.length === TicketStatus.options.length) return []
  const isAnyOf = build('tickets.status', 'in', statuses)
  if (!statuses.every(isOpenStatus)) return [isAnyOf]
  return statuses.length === openStatuses.length ? [isOpen] : [isOpen, isAnyOf]
}

const bears = (tag: string) =>
  raw<SqlBool>`exists (select 1 from ticket_tags where ticket_tags.tag = ${tag} and ticket_tags.number = tickets.number)`

/** The rule of `reactionState` (R6) in SQL. */
function inReaction(build: Build, reaction: Value<'reaction'>, now: number): Condition {
  const unreacted = build('tickets.reacted_at', 'is', null)
  const due = build.ref('tickets.reaction_due_at')
  if ('dueWithinMs' in reaction)
    return build.and([unreacted, build(due, '>=', now), build(due, '<=', now + reaction.dueWithinMs)])
  if (reaction.state === 'due') return unreacted
  if (reaction.state === 'pending') return build.and([unreacted, build(due, '>=', now)])
  if (reaction.state === 'met') return build('tickets.reacted_at', '<=', due)
  return build.or([build('tickets.reacted_at', '>', due), build.and([unreacted, build(due, '<', now)])])
}

const dayMs = 86_400_000

/** No ticket accepted at this time or later has a lower number. */
export const lowestNumber = (from: number) =>
  raw<number>`(select min(first_number) from arrival_days where day >= ${Math.floor(from / dayMs)})`

/** No ticket accepted by this time has a higher number. */
export const highestNumber = (to: number) =>
  raw<number>`(select max(last_number) from arrival_days where day <= ${Math.floor(to / dayMs)})`
