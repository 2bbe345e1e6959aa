// The clock against a slow model that is obviously right: it walks minute by minute and asks the wall what it shows.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SupportPolicy } from './policy.ts'
import { premSite } from './prem-site.ts'
import { reactionDueAt } from './reaction.ts'
import type { Timetable } from './support-hours.ts'
import { addSupportTime, isOpen, nextClosing, nextOpening } from './support-hours.ts'
import { day, hour, minute } from './wall-clock.ts'

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Seven days each, chosen for what the clocks do in them. */
const windows = [
  { zone: 'Europe/Moscow', from: '2026-03-09', why: 'nothing' },
  { zone: 'Europe/Moscow', from: '2028-02-26', why: 'a leap day' },
  { zone: 'Europe/Berlin', from: '2026-03-26', why: 'spring forward' },
  { zone: 'Europe/Berlin', from: '2026-10-22', why: 'autumn back' },
  { zone: 'America/New_York', from: '2026-03-05', why: 'spring forward in the evening of UTC' },
  { zone: 'Australia/Lord_Howe', from: '2026-04-02', why: 'half an hour back' },
  { zone: 'Asia/Kathmandu', from: '2026-12-28', why: 'an offset with 45 minutes, and a new year' },
  { zone: 'Africa/Casablanca', from: '2026-02-12', why: 'a change for Ramadan' },
  { zone: 'Pacific/Apia', from: '2011-12-27', why: 'a day that never was' },
].map(({ zone, from }) => ({
  zone,
  start: Date.parse(`${from}T00:00Z`),
  wall: wallOf(zone, Date.parse(`${from}T00:00Z`)),
}))

type Window = (typeof windows)[number]

/** What the wall shows in each minute of a window: a date, and minutes since its midnight. */
function wallOf(zone: string, start: number): { date: string; minutes: number }[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return Array.from({ length: 7 * 24 * 60 }, (_, index) => {
    const [date = '', time = ''] = format.format(start + index * minute).split(' ')
    return { date, minutes: minutesOf(time) }
  })
}

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const dateBefore = (date: string) => new Date(Date.parse(date) - day).toISOString().slice(0, 10)

/** Intervals that the wall shows as open on a date, those from the evening before among them. */
function shownOn({ hours, closedDates }: Timetable, date: string): [from: number, to: number][] {
  const startedOn = (started: string, later: number) =>
    closedDates.includes(started)
      ? []
      : hours[names[new Date(started).getUTCDay()]!].map(([opens, closes]): [number, number] => {
          const [from, to] = [minutesOf(opens), minutesOf(closes)]
          return [from - later, (to > from ? to : to + 24 * 60) - later]
        })
  return [...startedOn(date, 0), ...startedOn(dateBefore(date), 24 * 60)]
}

/** Open or not in any minute of the window, each asked of the wall by itself. */
type Model = { length: number; isOpen(index: number): boolean }

function model({ wall }: Window, timetable: Timetable): Model {
  const dates = new Map<string, [number, number][]>()
  const shown = (date: string) => {
    const intervals = dates.get(date) ?? shownOn(timetable, date)
    dates.set(date, intervals)
    return intervals
  }
  return {
    length: wall.length,
    isOpen(index) {
      const { date, minutes } = wall[index]!
      return shown(date).some(([from, to]) => from <= minutes && minutes < to)
    },
  }
}

/** Counts open time minute by minute; undefined when the window ends first. */
function walk(open: Model, start: number, from: number, span: number): number | undefined {
  let left = span
  let now = from
  for (let index = Math.floor((from - start) / minute); index < open.length; index++) {
    const end = start + (index + 1) * minute
    const isOpenNow = open.isOpen(index)
    if (isOpenNow && end - now >= left) return now + left
    if (isOpenNow) left -= end - now
    now = end
  }
  return undefined
}

const firstMinute = (open: Model, start: number, from: number, wanted: boolean): number | undefined => {
  for (let index = Math.floor((from - start) / minute); index < open.length; index++)
    if (open.isOpen(index) === wanted) return Math.max(from, start + index * minute)
  return undefined
}

/** An instant that the window still shows. */
const within = (open: Model, start: number, at: number | null) =>
  at !== null && at < start + open.length * minute ? at : undefined

/** A span's end that the window still shows: a span may end with the window's last minute. */
const endWithin = (open: Model, start: number, at: number | null) =>
  at !== null && at <= start + open.length * minute ? at : undefined

const pad = (value: number) => String(value).padStart(2, '0')

const clock = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`)
const intervals: fc.Arbitrary<[string, string][]> = fc.array(fc.tuple(clock, clock), { maxLength: 2 })
const hours: fc.Arbitrary<SupportPolicy['hours']> = fc.record({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
})

const cases = fc.record({
  window: fc.integer({ min: 0, max: windows.length - 1 }),
  hours,
  closedDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }),
  seconds: fc.integer({ min: day / 1_000, max: (3 * day) / 1_000 }),
  later: fc.integer({ min: 0, max: 2 * 24 * 3_600 }),
  span: fc.integer({ min: 1, max: 20 }),
})

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

/** A case made whole outside of the generator, so that a counterexample prints as the few numbers that it is. */
function whole({ window: index, hours: week, closedDays, seconds, later, span }: Case) {
  const window = windows[index]!
  const closedDates = closedDays.map((after) => new Date(window.start + after * day).toISOString().slice(0, 10))
  const reaction = { hours: span / 2, clock: 'support' } as const
  const { premium } = premSite.plans
  if (!premium) throw new Error('no such plan')
  const policy: SupportPolicy = {
    ...premSite,
    zone: window.zone,
    hours: week,
    closedDates,
    plans: { ...premSite.plans, premium: { ...premium, reaction } },
  }
  const from = window.start + seconds * 1_000
  const { start } = window
  return { start, policy, open: model(window, policy), from, after: from + later * 1_000, span: (span / 2) * hour }
}

/** Milliseconds that a property may take on a busy machine. */
const slow = 60_000

describe('R1, R4, R5: the clock agrees with walking minute by minute', () => {
  it(
    'R1: on being open, on the next opening and the next closing',
    () => {
      fc.assert(
        fc.property(cases, (some) => {
          const { start, policy, open, from } = whole(some)
          expect(isOpen(policy, from)).toBe(open.isOpen(Math.floor((from - start) / minute)))
          for (const [next, wanted] of [
            [nextOpening, true],
            [nextClosing, false],
          ] as const) {
            const walked = firstMinute(open, start, from, wanted)
            expect(within(open, start, next(policy, from))).toBe(walked)
          }
        }),
        { numRuns: 4_000 },
      )
    },
    slow,
  )

  it(
    'R5: on when open time has passed, and on when a reaction is due',
    () => {
      fc.assert(
        fc.property(cases, (some) => {
          const { start, policy, open, from, span } = whole(some)
          const walked = walk(open, start, from, span)
          expect(endWithin(open, start, addSupportTime(policy, from, span))).toBe(walked)
          expect(reactionDueAt(policy, 'premium', from)).toBe(Math.min(walked ?? Infinity, from + 24 * hour))
        }),
        { numRuns: 6_000 },
      )
    },
    slow,
  )

  it(
    'R4, R5: is due after acceptance, never beyond 24 hours, and never sooner for who came later',
    () => {
      fc.assert(
        fc.property(cases, (some) => {
          const { policy, from, after } = whole(some)
          const due = reactionDueAt(policy, 'premium', from)
          expect(due).toBeGreaterThanOrEqual(from)
          expect(due).toBeLessThanOrEqual(from + 24 * hour)
          expect(reactionDueAt(policy, 'premium', after)).toBeGreaterThanOrEqual(due)
        }),
        { numRuns: 3_000 },
      )
    },
    slow,
  )
})
