// When support is open (R1). The wall decides: an instant is open when the clock in the policy's zone shows an open time,
// so an hour that the autumn repeats is open twice and one that the spring skips is not open at all.
import type { SupportPolicy } from './policy.ts'
import { day, hour, minute, offsetChange, zoneOffset } from './wall-clock.ts'

/** The part of a policy that tells its hours. */
export type Timetable = Pick<SupportPolicy, 'zone' | 'hours' | 'closedDates'>

/** A stretch of time, `[from, to)` in epoch milliseconds, that is open or closed throughout. */
type Stretch = { from: number; to: number; open: boolean }

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

const clockTime = (time: string) => Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute

/** Open intervals that start on the day whose wall midnight is `midnight`, in wall milliseconds. */
function intervalsOf(timetable: Timetable, midnight: number): [from: number, to: number][] {
  const date = new Date(midnight)
  if (timetable.closedDates.includes(date.toISOString().slice(0, 10))) return []
  return timetable.hours[weekdays[date.getUTCDay()]!].map(([opens, closes]) => {
    const [from, to] = [clockTime(opens), clockTime(closes)]
    return [midnight + from, midnight + (to > from ? to : to + day)]
  })
}

/** State at wall time `wall`, and the wall time until which it surely lasts: the next edge of an interval or midnight. */
function wallState(timetable: Timetable, wall: number): { open: boolean; until: number } {
  const midnight = Math.floor(wall / day) * day
  const intervals = [...intervalsOf(timetable, midnight - day), ...intervalsOf(timetable, midnight)]
  const edges = intervals.flat().filter((edge) => edge > wall)
  return {
    open: intervals.some(([from, to]) => from <= wall && wall < to),
    until: Math.min(midnight + day, ...edges),
  }
}

/** Every stretch from `from` on, without end; neighbours may be in the same state. */
function* stretches(timetable: Timetable, from: number): Generator<Stretch, never> {
  for (let now = { at: from, offset: zoneOffset(timetable.zone, from) }; ;) {
    const wall = now.at + now.offset
    const { open, until } = wallState(timetable, wall)
    const next = offsetChange(timetable.zone, now.offset, now.at, now.at + until - wall)
    yield { from: now.at, to: next.at, open }
    now = next
  }
}

/** How long a desk may stay closed before it is closed for good: a closed date puts a weekday off by a week at most. */
const patience = (timetable: Timetable) => (timetable.closedDates.length + 2) * 7 * day

/** When the timetable has nothing new to show: after its last closed date every week is like the one before. */
const routineFrom = (timetable: Timetable, at: number) =>
  Math.max(at, ...timetable.closedDates.map((date) => Date.parse(date))) + 2 * 7 * day

function firstWith(timetable: Timetable, open: boolean, at: number, end: number): number | null {
  for (const stretch of stretches(timetable, at)) {
    if (stretch.open === open) return stretch.from
    if (stretch.to > end) break
  }
  return null
}

/** Whether support is open at `at` (R1): the opening minute is in, the closing minute is out. */
export function isOpen(timetable: Timetable, at: number): boolean {
  return wallState(timetable, at + zoneOffset(timetable.zone, at)).open
}

/** The first instant from `at` on at which support is open, `at` itself if it is; null when it never opens (R1). */
export const nextOpening = (timetable: Timetable, at: number): number | null =>
  firstWith(timetable, true, at, at + patience(timetable))

/** The first instant from `at` on at which support is closed, `at` itself if it is; null when it never closes (R1). */
export const nextClosing = (timetable: Timetable, at: number): number | null =>
  firstWith(timetable, false, at, routineFrom(timetable, at))

/**
 * The instant by which `span` milliseconds of open support time have passed since `from` (R5).
 * Looks no further than `horizon`; null when the time does not pass by then, or ever.
 */
export function addSupportTime(
  timetable: Timetable,
  from: number,
  span: number,
  horizon = Number.POSITIVE_INFINITY,
): number | null {
  let left = span
  let lastOpen = from
  if (left <= 0) return from
  for (const stretch of stretches(timetable, from)) {
    if (stretch.from >= horizon || stretch.from - lastOpen > patience(timetable)) break
    if (!stretch.open) continue
    if (stretch.to - stretch.from >= left) return stretch.from + left
    left -= stretch.to - stretch.from
    lastOpen = stretch.to
  }
  return null
}

/**
 * When support opens on the day that is so many support days after `from`; null when it does not open so often. A
 * support day is one that support opens on.
 */
export function supportDaysLater(timetable: Timetable, from: number, days: number): number | null {
  let at: number | null = from
  for (let left = days; left > 0 && at !== null; left--) {
    const wall: number = at + zoneOffset(timetable.zone, at)
    at = nextOpening(timetable, at + (Math.floor(wall / day) + 1) * day - wall)
  }
  return at
}
