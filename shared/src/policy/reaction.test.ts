import { describe, expect, it } from 'vitest'
import { premSite } from './prem-site.ts'
import { reactionDueAt, reactionState } from './reaction.ts'
import { hour } from './wall-clock.ts'

const moscow = (time: string) => Date.parse(`${time}+03:00`)

describe('when a reaction is due', () => {
  it.each([
    ['2026-03-10T10:00:00', '2026-03-10T14:00:00'],
    ['2026-03-10T11:00:00', '2026-03-10T14:00:00'],
    ['2026-03-10T17:00:00', '2026-03-10T20:00:00'],
    ['2026-03-10T17:00:30', '2026-03-11T11:00:30'],
    ['2026-03-10T19:00:00', '2026-03-11T13:00:00'],
    ['2026-03-10T19:59:59', '2026-03-11T13:59:59'],
    ['2026-03-10T20:00:00', '2026-03-11T14:00:00'],
    ['2026-03-10T23:59:59', '2026-03-11T14:00:00'],
    ['2026-12-31T19:00:00', '2027-01-01T13:00:00'],
    ['2028-02-28T19:00:00', '2028-02-29T13:00:00'],
  ])('R5: Premium accepted at %s is answered by %s, Moscow time', (accepted, due) => {
    expect(reactionDueAt(premSite, 'premium', moscow(accepted))).toBe(moscow(due))
  })

  it('R4: everyone else has 24 hours by the calendar, at any hour (R2)', () => {
    for (const plan of ['free', 'standard', 'guest'] as const)
      for (const accepted of ['2026-03-10T03:14:15', '2026-03-10T19:59:59', '2026-03-14T12:00:00'])
        expect(reactionDueAt(premSite, plan, moscow(accepted))).toBe(moscow(accepted) + 24 * hour)
  })

  it('R5: Premium is never promised later than R4 would, closed dates or not', () => {
    const holiday = { ...premSite, closedDates: ['2026-05-01', '2026-05-02', '2026-05-03'] }
    const accepted = moscow('2026-04-30T19:00:00')
    expect(reactionDueAt(holiday, 'premium', accepted)).toBe(accepted + 24 * hour)
  })

  it.each(['calendar', 'support'] as const)('a third of an hour ends at a whole millisecond (%s)', (clock) => {
    const guest = { ...premSite.guest, reaction: { hours: 0.333_333_3, clock } }
    const accepted = moscow('2026-03-10T12:00:00')
    expect(reactionDueAt({ ...premSite, guest }, 'guest', accepted)).toBe(accepted + 1_200_000)
  })

  it('R5: which clock a span runs on is the policy’s choice', () => {
    const calendar = {
      ...premSite,
      plans: { ...premSite.plans, premium: { ...premSite.plans.premium, reaction: { hours: 3, clock: 'calendar' } } },
    } as const
    expect(reactionDueAt(calendar, 'premium', moscow('2026-03-10T19:00:00'))).toBe(moscow('2026-03-10T22:00:00'))
  })

  it('R4: a desk that never opens counts by the calendar', () => {
    const hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const closed = { ...premSite, hours, reactionCeiling: { hours: 5, clock: 'support' } } as const
    const accepted = moscow('2026-03-10T12:00:00')
    expect(reactionDueAt(closed, 'premium', accepted)).toBe(accepted + 5 * hour)
  })
})

describe('R6: the state of a promise', () => {
  const dueAt = moscow('2026-03-10T14:00:00')

  it('R6: waits until the moment it is due and is broken after it', () => {
    expect(reactionState({ dueAt, now: dueAt - 1 })).toBe('pending')
    expect(reactionState({ dueAt, reactedAt: null, now: dueAt })).toBe('pending')
    expect(reactionState({ dueAt, now: dueAt + 1 })).toBe('breached')
  })

  it('R6: is kept by a reaction in time, whatever the time is now', () => {
    expect(reactionState({ dueAt, reactedAt: dueAt, now: dueAt + hour })).toBe('met')
    expect(reactionState({ dueAt, reactedAt: dueAt + 1, now: dueAt + hour })).toBe('breached')
  })

  it('R7: promises nothing about a solution: only the reaction moves it', () => {
    expect(reactionState({ dueAt, reactedAt: dueAt - hour, now: dueAt + 1_000 * hour })).toBe('met')
  })
})
