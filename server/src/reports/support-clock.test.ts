import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import { addSupportTime } from '@bilet/shared/policy/support-hours'
import { createSupportClock } from './support-clock.ts'

const hour = 3_600_000
const since = Date.parse('2026-03-01T00:00:00Z')
const at = (time: string) => Date.parse(`${time}+03:00`)

const everyDay = (intervals: [string, string][]) => ({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
})

describe('open support time', () => {
  const openTime = createSupportClock(premSite, since)

  it.each([
    ['2026-03-10T12:00', '2026-03-10T12:45', 0.75],
    ['2026-03-10T19:30', '2026-03-11T11:15', 0.75],
    ['2026-03-10T20:00', '2026-03-11T11:00', 0],
    ['2026-03-10T22:00', '2026-03-10T23:00', 0],
    ['2026-03-10T10:00', '2026-03-13T10:00', 27],
  ])('from %s to %s is %d hours', (from, to, hours) => {
    expect(openTime(at(from), at(to))).toBe(hours * hour)
  })

  it('is what deadlines are made of: by a deadline exactly the promised time has passed (R5)', () => {
    const moment = fc.integer({ min: since, max: since + 400 * 24 * hour })
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 100 * hour }), (from, span) => {
        expect(openTime(from, addSupportTime(premSite, from, span) ?? Number.NaN)).toBe(span)
      }),
    )
  })

  it('is none where support never opens, and all where it never closes', () => {
    const never = createSupportClock({ ...premSite, hours: everyDay([]) }, since)
    const always = createSupportClock({ ...premSite, hours: everyDay([['00:00', '24:00']]) }, since)
    expect(never(since, since + 100 * hour)).toBe(0)
    expect(always(since + hour, since + 100 * hour)).toBe(99 * hour)
  })
})
