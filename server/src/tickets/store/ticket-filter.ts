// Staff filters as conditions. Which tickets are open is told in the very words of the indexes, so that they serve.
import { isOpenStatus, openStatuses } from '@bilet/shared/statuses'
import { TicketStatus } from '@bilet/shared/ticket'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql as raw } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import type { TicketFilter } from '../ticket-store.ts'

type Build = ExpressionBuilder<Schema, 'tickets'>
type Condition = Expression<SqlBool>

export const isOpen = raw<SqlBool>`tickets.status in ('new', 'in_progress', 'waiting_for_customer')`

const dayMs = 86_400_000

/** One condition for each filter given; all must hold. */
export function conditions(build: Build, filter: TicketFilter, now: number): Condition[] {
  return [
    ...(filter.status ? inStatus(build, filter.status) : []),
    ...(filter.department ? [build('tickets.department', 'in', filter.department)] : []),
    ...(filter.plan ? [build('tickets.plan', 'in', filter.plan)] : []),
    ...(filter.verified === undefined ? [] : [build('tickets.verified', '=', filter.verified ? 1 : 0)]),
    ...(filter.shop === undefined ? [] : [build('tickets.shop', '=', filter.shop)]),
    ...(filter.requester === undefined ? [] : [build('tickets.requester_id', '=', filter.requester)]),
    ...(filter.assignee === undefined ? [] : [build('tickets.assignee', '=', filter.assignee)]),
    ...(filter.reaction ? [inReaction(build, filter.reaction, now)] : []),
    ...(filter.submittedFrom === undefined ? [] : acceptedFrom(build, filter.submittedFrom)),
    ...(filter.submittedTo === undefined ? [] : acceptedBefore(build, filter.submittedTo)),
  ]
}

/** Whether only tickets are asked for that somebody still works on. */
export const isOpenOnly = ({ status }: TicketFilter) => status?.every((asked) => isOpenStatus(asked)) ?? false

/** Whether the filter is by what the index of facets begins with. */
export const hasFacets = ({ status, department, plan }: TicketFilter) =>
  (status !== undefined && status.length < allStatuses) || department !== undefined || plan !== undefined

/** What is left to ask when the index of facets has done its part. */
export function withoutFacets(filter: TicketFilter): TicketFilter {
  const { status: _status, department: _department, plan: _plan, ...others } = filter
  return others
}

const allStatuses = TicketStatus.options.length

function inStatus(build: Build, statuses: TicketStatus[]): Condition[] {
  if (statuses.length === allStatuses) return []
  const isAnyOf = build('tickets.status', 'in', statuses)
  if (!isOpenOnly({ status: statuses })) return [isAnyOf]
  return statuses.length === openStatuses.length ? [isOpen] : [isOpen, isAnyOf]
}

/** The rule of `reactionState` (R6) in SQL. */
function inReaction(build: Build, reaction: NonNullable<TicketFilter['reaction']>, now: number): Condition {
  const unreacted = build('tickets.reacted_at', 'is', null)
  const due = build.ref('tickets.reaction_due_at')
  if ('dueWithinMs' in reaction)
    return build.and([unreacted, build(due, '>=', now), build(due, '<=', now + reaction.dueWithinMs)])
  if (reaction.state === 'pending') return build.and([unreacted, build(due, '>=', now)])
  if (reaction.state === 'met') return build('tickets.reacted_at', '<=', due)
  return build.or([build('tickets.reacted_at', '>', due), build.and([unreacted, build(due, '<', now)])])
}

// Lists are in order of number, so a time is turned into a range of numbers first, then asked exactly.
function acceptedFrom(build: Build, from: number): Condition[] {
  return [raw`tickets.number >= ${lowestNumber(from)}`, build('tickets.submitted_at', '>=', from)]
}

function acceptedBefore(build: Build, to: number): Condition[] {
  return [raw`tickets.number <= ${highestNumber(to)}`, build('tickets.submitted_at', '<', to)]
}

/** No ticket accepted at this time or later has a lower number. */
export const lowestNumber = (from: number) =>
  raw<number>`(select min(first_number) from arrival_days where day >= ${Math.floor(from / dayMs)})`

/** No ticket accepted by this time has a higher number. */
export const highestNumber = (to: number) =>
  raw<number>`(select max(last_number) from arrival_days where day <= ${Math.floor(to / dayMs)})`
