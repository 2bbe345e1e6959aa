import { describe, expect, it } from 'vitest'
import type { SupportPolicy } from './policy.ts'
import { premSite } from './prem-site.ts'
import { addSupportTime, isOpen, nextClosing, nextOpening } from './support-hours.ts'
import { hour, minute } from './wall-clock.ts'

const at = (time: string) => Date.parse(time)
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString())

type Hours = SupportPolicy['hours']
type Intervals = Hours['mon']

const everyDay = (...intervals: Intervals): Hours => ({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
})

const desk = (zone: string, hours: Hours, closedDates: string[] = []) => ({ zone, hours, closedDates })

describe('R1: support hours', () => {
  it.each([
    ['2026-03-10T10:59:59+03:00', false],
    ['2026-03-10T11:00:00+03:00', true],
    ['2026-03-10T19:59:59.999+03:00', true],
    ['2026-03-10T20:00:00+03:00', false],
    ['2026-03-14T12:00:00+03:00', true],
    ['2026-03-15T12:00:00+03:00', true],
  ])('R1: Prem-site at %s: open is %s', (time, open) => {
    expect(isOpen(premSite, at(time))).toBe(open)
  })

  it('R1: tells the next opening and closing, and now where it is so already', () => {
    const evening = at('2026-03-10T21:00+03:00')
    const noon = at('2026-03-10T12:00+03:00')
    expect(iso(nextOpening(premSite, evening))).toBe('2026-03-11T08:00:00.000Z')
    expect(nextOpening(premSite, noon)).toBe(noon)
    expect(iso(nextClosing(premSite, noon))).toBe('2026-03-10T17:00:00.000Z')
    expect(nextClosing(premSite, evening)).toBe(evening)
  })

  it('R1: nothing that starts on a closed date is open, what began the day before runs on', () => {
    const night = desk('Europe/Kyiv', everyDay(['22:00', '06:00']), ['2026-01-01'])
    expect(isOpen(night, at('2026-01-01T05:59+02:00'))).toBe(true)
    expect(isOpen(night, at('2026-01-01T23:00+02:00'))).toBe(false)
    expect(isOpen(night, at('2026-01-02T03:00+02:00'))).toBe(false)
    expect(iso(nextOpening(night, at('2026-01-01T06:00+02:00')))).toBe('2026-01-02T20:00:00.000Z')
  })

  it('R1: has several intervals a day', () => {
    const withLunch = desk('Europe/Moscow', everyDay(['09:00', '13:00'], ['14:00', '18:00']))
    expect(isOpen(withLunch, at('2026-03-10T13:00+03:00'))).toBe(false)
    expect(iso(addSupportTime(withLunch, at('2026-03-10T12:30+03:00'), hour))).toBe('2026-03-10T11:30:00.000Z')
  })

  it('R1: an hour that autumn repeats is open twice, one that spring skips is not open at all', () => {
    const early = desk('Europe/Berlin', everyDay(['02:00', '03:00']))
    const spring = at('2026-03-29T00:30+01:00')
    const autumn = at('2026-10-25T00:30+02:00')
    expect(iso(nextOpening(early, spring))).toBe('2026-03-30T00:00:00.000Z')
    expect(iso(addSupportTime(early, autumn, 2 * hour))).toBe('2026-10-25T02:00:00.000Z')
  })

  it('R1: a night over the change of clocks is as long as it is', () => {
    const night = desk('Europe/Berlin', everyDay(['22:00', '06:00']))
    const length = (evening: string) => nextClosing(night, at(evening))! - at(evening)
    expect(length('2026-03-28T22:00+01:00')).toBe(7 * hour)
    expect(length('2026-10-24T22:00+02:00')).toBe(9 * hour)
    expect(length('2026-06-10T22:00+02:00')).toBe(8 * hour)
  })

  it('R1: knows the leap day', () => {
    expect(iso(addSupportTime(premSite, at('2028-02-28T19:00+03:00'), 2 * hour))).toBe('2028-02-29T09:00:00.000Z')
    const closed = { ...premSite, closedDates: ['2028-02-29'] }
    expect(iso(addSupportTime(closed, at('2028-02-28T19:00+03:00'), 2 * hour))).toBe('2028-03-01T09:00:00.000Z')
  })

  it('R1: a desk that is always open never closes, one that is never open never opens', () => {
    const always = desk('Europe/Moscow', everyDay(['00:00', '24:00']))
    const never = desk('Europe/Moscow', everyDay())
    const now = at('2026-03-10T12:00Z')
    expect(nextClosing(always, now)).toBeNull()
    expect(addSupportTime(always, now, 1_000 * hour)).toBe(now + 1_000 * hour)
    expect(nextOpening(never, now)).toBeNull()
    expect(addSupportTime(never, now, minute)).toBeNull()
  })

  it('R1: an always open desk closes on its closed date, however far off', () => {
    const always = desk('Europe/Moscow', everyDay(['00:00', '24:00']), ['2027-01-01'])
    expect(iso(nextClosing(always, at('2026-03-10T12:00Z')))).toBe('2026-12-31T21:00:00.000Z')
  })

  it('R1: opens after a month of closed dates', () => {
    const dates = Array.from({ length: 31 }, (_, day) => `2026-08-${String(day + 1).padStart(2, '0')}`)
    const holiday = { ...premSite, closedDates: dates }
    expect(iso(nextOpening(holiday, at('2026-08-01T00:00Z')))).toBe('2026-09-01T08:00:00.000Z')
  })

  it('R1: looks no further than it is asked to', () => {
    const evening = at('2026-03-10T20:00+03:00')
    expect(addSupportTime(premSite, evening, hour, evening + hour)).toBeNull()
    expect(addSupportTime(premSite, evening, 0)).toBe(evening)
  })
})
