import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTally } from './attainment.ts'

function tallied(minutes: readonly number[]) {
  const tally = createTally('calendar')
  for (const value of minutes) tally.add('met', value)
  return tally.result()
}

describe('times of reactions', () => {
  it.each([
    { minutes: [], median: null, p90: null },
    { minutes: [7], median: 7, p90: 7 },
    { minutes: [30, 10, 20], median: 20, p90: 30 },
    { minutes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], median: 5, p90: 9 },
  ])('of $minutes have the median $median and nine tenths within $p90', ({ minutes, median, p90 }) => {
    expect(tallied(minutes)).toMatchObject({ medianMinutes: median, p90Minutes: p90 })
  })

  it('leave at least half within the median and nine tenths within the other, and no fewer would do', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1 }), (minutes) => {
        const { medianMinutes, p90Minutes } = tallied(minutes)
        for (const [value, share] of [[medianMinutes, 0.5] as const, [p90Minutes, 0.9] as const]) {
          const within = minutes.filter((one) => one <= (value ?? -1)).length
          const below = minutes.filter((one) => one < (value ?? -1)).length
          expect(within).toBeGreaterThanOrEqual(share * minutes.length)
          expect(below).toBeLessThan(share * minutes.length)
        }
      }),
    )
  })
})

it('a promise still open is in neither share', () => {
  const tally = createTally('support')
  tally.add('met', 5)
  tally.add('breached', null)
  tally.add('pending', null)
  expect(tally.result()).toMatchObject({ tickets: 3, shareMet: 0.5, medianMinutes: 5, clock: 'support' })
})
