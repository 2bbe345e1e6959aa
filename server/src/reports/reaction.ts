// Whether promises were kept (R4–R6), told by plan and by department.
import type { ReactionReport } from '@bilet/shared/report-replies'
import type { Plan } from '@bilet/shared/caller'
import type { Span, SupportPolicy } from '@bilet/shared/policy/policy'
import { reactionState } from '@bilet/shared/policy/reaction'
import type { Database } from '../database/database.ts'
import { sqlFor } from '../database/sql.ts'
import { toTime } from '../tickets/owner-view.ts'
import { conditions } from '../tickets/ticket-filter.ts'
import { createTally } from './attainment.ts'
import type { Tally } from './attainment.ts'
import type { Range } from './reports.ts'
import { createSupportClock } from './support-clock.ts'
import type { SupportClock } from './support-clock.ts'

type Row = {
  number: number
  plan: Plan | 'guest'
  department: string
  submitted_at: number
  reaction_due_at: number
  reacted_at: number | null
}

const columns = ['number', 'plan', 'department', 'submitted_at', 'reaction_due_at', 'reacted_at'] as const

/** Tickets are read a page at a time: no engine has the plans' own clock, and none is held up by a page. */
const pageSize = 2_000

export function createReactionReport(database: Database, policy: SupportPolicy) {
  const page = (range: Range, after: number, now: number) =>
    sqlFor(database.dialect)
      .selectFrom('tickets')
      .select(columns)
      .where((build) => build.and(conditions(build, { submittedFrom: range.from, submittedTo: range.to }, now)))
      .where('tickets.number', '>', after)
      .orderBy('tickets.number')
      .limit(pageSize)
      .compile()

  async function* ticketsIn(range: Range, now: number): AsyncGenerator<Row> {
    let after = 0
    for (;;) {
      const rows = await database.query<Row>(page(range, after, now))
      yield* rows
      after = rows.at(-1)?.number ?? 0
      if (rows.length < pageSize) return
    }
  }

  return async (range: Range, now: number): Promise<ReactionReport> => {
    const count = createCount(policy, now)
    for await (const ticket of ticketsIn(range, now)) count.add(ticket)
    return { from: toTime(range.from), to: toTime(range.to), ...count.result() }
  }
}

function createCount(policy: SupportPolicy, now: number) {
  const clockOf = (plan: Row['plan']) => (plan === 'guest' ? policy.guest : policy.plans[plan]).reaction.clock
  const total = createTally('calendar')
  const plans = new Map<string, { plan: Row['plan']; tally: Tally }>()
  const departments = new Map<string, { department: string; tally: Tally }>()
  const items = new Map<string, { plan: Row['plan']; department: string; tally: Tally }>()
  let openTime: SupportClock | undefined

  function minutesOf(ticket: Row, clock: Span['clock']): number | null {
    const { submitted_at: from, reacted_at: to } = ticket
    if (to === null) return null
    openTime ??= createSupportClock(policy, from - dayMs)
    return Math.round((clock === 'calendar' ? to - from : openTime(from, to)) / minuteMs)
  }

  return {
    add(ticket: Row) {
      const { plan, department } = ticket
      const state = reactionState({ dueAt: ticket.reaction_due_at, reactedAt: ticket.reacted_at, now })
      const clock = clockOf(plan)
      const [onCalendar, onOwnClock] = [minutesOf(ticket, 'calendar'), minutesOf(ticket, clock)]
      total.add(state, onCalendar)
      at(departments, department, () => ({ department, tally: createTally('calendar') })).tally.add(state, onCalendar)
      at(plans, plan, () => ({ plan, tally: createTally(clock) })).tally.add(state, onOwnClock)
      const item = at(items, `${plan} ${department}`, () => ({ plan, department, tally: createTally(clock) }))
      item.tally.add(state, onOwnClock)
    },
    result: () => ({
      total: total.result(),
      plans: inOrder(plans),
      departments: inOrder(departments),
      items: inOrder(items),
    }),
  }
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** The entry under a key, made where there is none. */
function at<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const entry = entries.get(key) ?? make()
  entries.set(key, entry)
  return entry
}

const inOrder = <T extends { tally: Tally }>(entries: ReadonlyMap<string, T>) =>
  [...entries]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { tally, ...names }]) => ({ ...names, ...tally.result() }))
