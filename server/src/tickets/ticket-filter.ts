// Staff filters as conditions. Which tickets are open is told in the very words of the indexes, so that they serve.
import { openStatuses } from '@bilet/shared/statuses'
import type { TicketStatus } from '@bilet/shared/ticket'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql as raw } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { TicketFilter } from './ticket-store.ts'

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

function inStatus(build: Build, statuses: readonly TicketStatus[]): Condition[] {
  const isAnyOf = build('tickets.status', 'in', [...statuses])
  if (openStatuses.every((status) => statuses.includes(status)))
    return statuses.length === openStatuses.length ? [isOpen] : [isAnyOf]
  return statuses.every((status) => openStatuses.some((open) => open === status)) ? [isOpen, isAnyOf] : [isAnyOf]
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
  const lowest = build
    .selectFrom('arrival_days')
    .select(({ fn }) => fn.min('first_number').as('number'))
    .where('day', '>=', Math.floor(from / dayMs))
  return [build('tickets.number', '>=', lowest), build('tickets.submitted_at', '>=', from)]
}

function acceptedBefore(build: Build, to: number): Condition[] {
  const highest = build
    .selectFrom('arrival_days')
    .select(({ fn }) => fn.max('last_number').as('number'))
    .where('day', '<=', Math.floor(to / dayMs))
  return [build('tickets.number', '<=', highest), build('tickets.submitted_at', '<', to)]
}
