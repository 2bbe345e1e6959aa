// Whether promises were kept (R4–R6), told by plan and by department.
import type { ReactionReport } from '@bilet/shared/report-replies'
import type { Plan } from '@bilet/shared/caller'
import type { Span, SupportPolicy } from '@bilet/shared/policy/policy'
import { reactionState } from '@bilet/shared/policy/reaction'
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { toTime } from '../util/time.ts'
import { createTally } from './attainment.ts'
import type { Tally } from './attainment.ts'
import { nextTurn } from './next-turn.ts'
import type { Range } from './range.ts'
import { createSupportClock } from './support-clock.ts'
import type { SupportClock } from './support-clock.ts'

type Row = {
  number: number
  plan: Plan
  department: string
  submitted_at: number
  reaction_due_at: number
  reacted_at: number | null
}

const columns = ['number', 'plan', 'department', 'submitted_at', 'reaction_due_at', 'reacted_at'] as const

/** Tickets are read a page at a time: no engine has the plans' own clock, and nobody waits for longer than a page. */
const pageSize = 2_000

type Page = Range & { after: number; last: number }

export function createReactionReport(database: Database, policy: SupportPolicy) {
  const numbersIn = prepared<{ firstDay: number; lastDay: number }>(database.dialect, ({ firstDay, lastDay }, sql) =>
    sql
      .selectFrom('arrival_days')
      .select(({ fn }) => [fn.min('first_number').as('first'), fn.max('last_number').as('last')])
      .where('day', '>=', firstDay)
      .where('day', '<=', lastDay),
  )
  const page = prepared<Page>(database.dialect, ({ from, to, after, last }, sql) =>
    sql
      .selectFrom('tickets')
      .select(columns)
      .where('number', '>', after)
      .where('number', '<=', last)
      .where('submitted_at', '>=', from)
      .where('submitted_at', '<', to)
      .orderBy('number')
      .limit(pageSize),
  )

  async function* ticketsIn({ from, to }: Range): AsyncGenerator<Row[]> {
    const days = { firstDay: Math.floor(from / dayMs), lastDay: Math.floor(to / dayMs) }
    const [numbers] = await database.query<{ first: number | null; last: number | null }>(numbersIn(days))
    const last = numbers?.last ?? 0
    for (let after = (numbers?.first ?? 1) - 1; after < last;) {
      const rows = await database.query<Row>(page({ from, to, after, last }))
      yield rows
      after = rows.length < pageSize ? last : (rows.at(-1)?.number ?? last)
    }
  }

  return async (range: Range, now: number): Promise<ReactionReport> => {
    const count = createCount(policy, now)
    for await (const tickets of ticketsIn(range)) {
      for (const ticket of tickets) count.add(ticket)
      await nextTurn()
    }
    return { from: toTime(range.from), to: toTime(range.to), ...count.result() }
  }
}

function createCount(policy: SupportPolicy, now: number) {
  /** A plan that the policy no longer has was promised the ceiling. */
  const clockOf = (plan: Row['plan']) =>
    (plan === 'guest' ? policy.guest : policy.plans[plan])?.reaction.clock ?? policy.reactionCeiling.clock
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
