import { nextClosing, nextOpening } from '@bilet/shared/policy/support-hours'
import type { Timetable } from '@bilet/shared/policy/support-hours'

/** Gives how long support was open between two moments, in milliseconds; epoch milliseconds both. */
export type SupportClock = (from: number, to: number) => number

/**
 * A clock that runs in open support hours (R1) from `since` on. It remembers when the desk was open, so that a million
 * tickets are counted by the look-up.
 */
export function createSupportClock(timetable: Timetable, since: number): SupportClock {
  const openings: { from: number; to: number; before: number }[] = []
  let known = since

  function lookAhead(until: number) {
    while (known <= until) {
      const from = nextOpening(timetable, known)
      const to = from === null ? null : nextClosing(timetable, from)
      const last = openings.at(-1)
      known = to ?? Number.POSITIVE_INFINITY
      if (from !== null) openings.push({ from, to: known, before: last ? last.before + last.to - last.from : 0 })
    }
  }

  /** Open time between `since` and `at`. */
  function passed(at: number): number {
    lookAhead(at)
    let low = 0
    let high = openings.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((openings[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const opening = openings[low - 1]
    return opening ? opening.before + Math.min(at, opening.to) - opening.from : 0
  }

  return (from, to) => passed(to) - passed(from)
}
