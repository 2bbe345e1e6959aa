import { describe, expect, it } from 'vitest'
import { hoursFaults } from './hours-faults.ts'

type Intervals = [string, string][]

const week = (some: Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', Intervals>>) => ({
  mon: [] as Intervals,
  tue: [] as Intervals,
  wed: [] as Intervals,
  thu: [] as Intervals,
  fri: [] as Intervals,
  sat: [] as Intervals,
  sun: [] as Intervals,
  ...some,
})

describe('R1: a week of support hours', () => {
  it.each([
    ['one day', week({ mon: [['09:00', '18:00']] })],
    [
      'a break for lunch',
      week({
        mon: [
          ['09:00', '13:00'],
          ['14:00', '18:00'],
        ],
      }),
    ],
    [
      'intervals that meet',
      week({
        mon: [
          ['09:00', '13:00'],
          ['13:00', '18:00'],
        ],
      }),
    ],
    ['a night', week({ mon: [['22:00', '06:00']], tue: [['06:00', '10:00']] })],
    ['a day and a night that is the only interval', week({ sun: [['00:00', '24:00']] })],
  ])('R1: may have %s', (_case, hours) => {
    expect(hoursFaults(hours)).toEqual([])
  })

  it('R1: is never without an open hour', () => {
    expect(hoursFaults(week({}))).toEqual([{ path: ['hours'], message: 'never_open' }])
  })

  it.each([
    [
      'within a day',
      week({
        mon: [
          ['09:00', '13:00'],
          ['12:00', '18:00'],
        ],
      }),
      ['hours', 'mon', 1],
    ],
    [
      'in whatever order',
      week({
        mon: [
          ['12:00', '18:00'],
          ['09:00', '13:00'],
        ],
      }),
      ['hours', 'mon', 0],
    ],
    ['over midnight', week({ mon: [['22:00', '06:00']], tue: [['05:00', '10:00']] }), ['hours', 'tue', 0]],
    ['over the end of the week', week({ sun: [['22:00', '06:00']], mon: [['05:00', '10:00']] }), ['hours', 'mon', 0]],
    [
      'twice the same',
      week({
        fri: [
          ['09:00', '18:00'],
          ['09:00', '18:00'],
        ],
      }),
      ['hours', 'fri', 1],
    ],
  ])('R1: is never open twice at once, %s', (_case, hours, path) => {
    expect(hoursFaults(hours)).toEqual([{ path, message: 'overlapping_hours' }])
  })
})
