// The promise: a reaction, never a solution (R7). A reaction is the first public answer or decision by a person (R6).
import type { Plan } from '../caller.ts'
import type { Span } from './policy.ts'
import type { Timetable } from './support-hours.ts'
import { addSupportTime } from './support-hours.ts'
import { hour } from './wall-clock.ts'

/** The part of a policy that promises. */
export type Promises = Timetable & {
  plans: Record<Plan, { reaction: Span }>
  guest: { reaction: Span }
  reactionCeiling: Span
}

export type ReactionState = 'pending' | 'met' | 'breached'

/** A desk that never opens again has only the calendar to count by. */
function endOf(span: Span, timetable: Timetable, from: number, horizon?: number): number {
  // Moments are whole milliseconds, which a fraction of an hour need not be.
  const length = Math.round(span.hours * hour)
  if (span.clock === 'calendar') return from + length
  return addSupportTime(timetable, from, length, horizon) ?? horizon ?? from + length
}

/**
 * By when an owner of this plan, or a guest, is promised a reaction to a ticket accepted at `acceptedAt` (R4, R5).
 * Epoch milliseconds both; never later than the policy's ceiling, which is all that a plan no longer in it has.
 * @example reactionDueAt(premSite, 'premium', Date.parse('2026-03-10T19:00+03:00')) // 2026-03-11T13:00+03:00
 */
export function reactionDueAt(policy: Promises, plan: Plan, acceptedAt: number): number {
  const { reaction } = plan === 'guest' ? policy.guest : (policy.plans[plan] ?? { reaction: policy.reactionCeiling })
  const ceiling = endOf(policy.reactionCeiling, policy, acceptedAt)
  return Math.min(ceiling, endOf(reaction, policy, acceptedAt, ceiling))
}

/** Where a promise stands at `now` (R6): a reaction at the very moment that it is due is in time. */
export function reactionState(ticket: { dueAt: number; reactedAt?: number | null; now: number }): ReactionState {
  const { dueAt, reactedAt, now } = ticket
  if (reactedAt != null) return reactedAt <= dueAt ? 'met' : 'breached'
  return now <= dueAt ? 'pending' : 'breached'
}
