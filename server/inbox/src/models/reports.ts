// What the desk achieves: promises kept week by week, questions that articles spared, questions that nothing answers.
import { signal } from '@preact/signals'
import { createResource } from '@bilet/widget/resource'
import { succeed } from '@bilet/widget/answer'
import type { Attainment, ReactionReport } from '@bilet/shared/report-replies'
import type { Api } from '../api.ts'
import type { Route } from './route.ts'

const day = 86_400_000
const weeksShown = 8

export type Week = { from: number; to: number; report: ReactionReport }

/** Mondays at midnight UTC, oldest first, the last of them of the week that `now` is in. */
export function mondays(now: number): number[] {
  const today = Math.floor(now / day)
  // The epoch began on a Thursday.
  const monday = (today - ((today + 3) % 7)) * day
  return Array.from({ length: weeksShown }, (_, index) => monday - (weeksShown - 1 - index) * 7 * day)
}

const iso = (at: number) => new Date(at).toISOString()

/** One line of the plots: the same plan or department in every week; null where a week has none. */
export type Series = { id: string; points: (Attainment | null)[] }

export function seriesOf(weeks: Week[], kind: 'plans' | 'departments'): Series[] {
  const rowsOf = ({ report }: Week) =>
    kind === 'plans'
      ? report.plans.map(({ plan, ...attained }) => ({ id: plan, ...attained }))
      : report.departments.map(({ department, ...attained }) => ({ id: department, ...attained }))
  const all = weeks.map((week) => new Map(rowsOf(week).map((row) => [row.id, row])))
  const ids = [...new Set(all.flatMap((rows) => [...rows.keys()]))]
  return ids.map((id) => ({ id, points: all.map((rows) => rows.get(id) ?? null) }))
}

/** Where the tickets of all these weeks are whose promise was broken. */
export const lateTickets = (
  weeks: readonly Pick<Week, 'from' | 'to'>[],
  by: 'plan' | 'department',
  id: string,
): Route => ({
  name: 'queue',
  tab: 'all',
  filters: {
    [by]: id,
    reaction: 'breached',
    submittedFrom: iso(weeks[0]?.from ?? 0),
    submittedTo: iso(weeks.at(-1)?.to ?? 0),
  },
})

export function createReports(api: Pick<Api, 'reaction' | 'deflection' | 'unanswered'>, now: () => number) {
  const range = () => ({ from: iso(mondays(now())[0] ?? now()), to: iso(now()) })
  const weeks = createResource(async () => {
    const loaded: Week[] = []
    for (const from of mondays(now())) {
      const to = from + 7 * day
      const answer = await api.reaction({ from: iso(from), to: iso(to) })
      if (!answer.ok) return answer
      loaded.push({ from, to, report: answer.value })
    }
    return succeed(loaded)
  })
  const deflection = createResource(() => api.deflection({ ...range(), limit: 10 }))
  const unanswered = createResource(() => api.unanswered({ ...range(), limit: 12 }))
  return {
    weeks,
    deflection,
    unanswered,
    /** The question that an article is being written for. */
    writing: signal<string | null>(null),
    load: () => Promise.all([weeks.load(), deflection.load(), unanswered.load()]),
  }
}
export type Reports = ReturnType<typeof createReports>
