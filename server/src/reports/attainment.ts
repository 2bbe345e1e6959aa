import type { Attainment } from '@bilet/shared/report-replies'
import type { ReactionState } from '@bilet/shared/policy/reaction'
import type { Span } from '@bilet/shared/policy/policy'

/** Promises of some tickets counted one by one. Grows with the minutes that reactions took, not with the tickets. */
export type Tally = {
  /** `minutes` that the reaction took; null where there was none yet. */
  add(state: ReactionState, minutes: number | null): void
  result(): Attainment
}

export function createTally(clock: Span['clock']): Tally {
  const states = { met: 0, breached: 0, pending: 0 }
  const byMinutes = new Map<number, number>()
  return {
    add(state, minutes) {
      states[state] += 1
      if (minutes !== null) byMinutes.set(minutes, (byMinutes.get(minutes) ?? 0) + 1)
    },
    result() {
      const { met, breached, pending } = states
      const settled = met + breached
      const sorted = [...byMinutes].toSorted(([a], [b]) => a - b)
      return {
        tickets: settled + pending,
        ...states,
        shareMet: settled === 0 ? null : met / settled,
        medianMinutes: quantile(sorted, 0.5),
        p90Minutes: quantile(sorted, 0.9),
        clock,
      }
    },
  }
}

/** The least value that `share` of all are not above (nearest rank); null of nothing. */
function quantile(sorted: readonly (readonly [value: number, count: number])[], share: number): number | null {
  const rank = share * sorted.reduce((sum, [, count]) => sum + count, 0)
  let passed = 0
  for (const [value, count] of sorted) {
    passed += count
    if (passed >= rank) return value
  }
  return null
}
