import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, Submitted, TicketEvent } from '../ticket-events.ts'
import type { TicketStatus } from '../ticket.ts'
import { TicketEvent as TicketEventSchema } from '../ticket-events.ts'
import { applyEvent, checkDecision, firstState, isReaction, mayDecide, replay } from './decisions.ts'
import { premSite } from './prem-site.ts'

const owner = { kind: 'owner' } as const
const staff = { kind: 'staff', name: 'anna' } as const
const system = { kind: 'system' } as const

const submitted: Submitted = { kind: 'submitted', at: 1_000, by: owner, department: 'technical', reactionDueAt: 9_000 }

const after = (...events: TicketEvent[]) => replay([submitted, ...events])

const message = (by: TicketEvent['by'], visibility: 'public' | 'internal', at = 2_000): TicketEvent => ({
  kind: 'message',
  at,
  by,
  visibility,
  text: 'Здравствуйте',
  attachments: [],
})

const decided = (kind: 'extend' | 'refuse' | 'resolve', at = 2_000): TicketEvent => ({
  kind: 'decision',
  at,
  by: staff,
  decision: { kind, reason: 'no_information', text: 'Пришлите, пожалуйста, ссылку' },
})

describe('R6: what counts as a reaction', () => {
  it.each([
    ['a public answer by a person', message(staff, 'public'), 2_000],
    ['a decision by a person', decided('extend'), 2_000],
    ['an internal note', message(staff, 'internal'), null],
    ['automatic mail', message(system, 'public'), null],
    ['the owner’s own words', message(owner, 'public'), null],
    ['reassignment', { kind: 'changed', at: 2_000, by: staff, assignee: 'boris', department: 'sales' } as const, null],
  ])('R6: %s', (_name, event, reactedAt) => {
    expect(after(event)?.reactedAt).toBe(reactedAt)
  })

  it('R6: the first one counts and nothing resets it or moves the deadline', () => {
    const state = after(
      message(staff, 'public', 2_000),
      message(owner, 'public', 3_000),
      decided('extend', 4_000),
      { kind: 'changed', at: 5_000, by: staff, assignee: 'boris' },
      message(staff, 'public', 6_000),
    )
    expect(state).toMatchObject({ reactedAt: 2_000, reactionDueAt: 9_000 })
  })
})

const codes = (decision: Decision) =>
  checkDecision(decision, premSite, 5_000).map(({ path, code }) => `${path} ${code}`)

describe('R19: staff decisions', () => {
  it.each([
    ['refuse', 'refused'],
    ['resolve', 'resolved'],
    ['extend', 'in_progress'],
  ] as const)('R19: to %s leaves the ticket %s, with the reason for the owner', (kind, status) => {
    expect(after(decided(kind))).toMatchObject({ status, decision: { kind, reason: 'no_information', at: 2_000 } })
  })

  it('R19: an owner who writes again brings a refused ticket back', () => {
    expect(after(decided('refuse'), message(owner, 'public', 3_000))?.status).toBe('in_progress')
  })

  it('R19: an extension needs a reason of the policy and a day to come', () => {
    expect(codes({ kind: 'extend', reason: 'not_reproducible', until: 6_000 })).toEqual([])
    expect(codes({ kind: 'extend', until: 5_000 })).toEqual(['reason reason_required', 'until until_in_past'])
    expect(codes({ kind: 'refuse' })).toEqual(['reason reason_required'])
    expect(codes({ kind: 'refuse', reason: 'because' })).toEqual(['reason unknown_reason'])
    expect(codes({ kind: 'resolve' })).toEqual([])
  })
})

describe('R19: which decision may follow which', () => {
  it.each([
    ['new', ['extend', 'refuse', 'resolve']],
    ['in_progress', ['extend', 'refuse', 'resolve']],
    ['waiting_for_customer', ['extend', 'refuse', 'resolve']],
    ['resolved', []],
    ['refused', ['resolve']],
  ] as const)('R19: a ticket that is %s takes %j', (status, kinds) => {
    const taken = (['extend', 'refuse', 'resolve'] as const).filter((kind) => mayDecide(kind, status))
    expect(taken).toEqual(kinds)
  })
})

const status = (to: TicketStatus): TicketEvent => ({ kind: 'changed', at: 3_000, by: staff, status: to })

describe('whose turn it is', () => {
  it.each([
    ['the staff’s, once a ticket is sent', [], 'staff'],
    ['the owner’s, once they are answered', [message(staff, 'public')], 'owner'],
    ['the staff’s again, once the owner writes', [message(staff, 'public'), message(owner, 'public')], 'staff'],
    ['the staff’s, after a note among themselves', [message(staff, 'internal')], 'staff'],
    ['the staff’s, who asked for more time', [decided('extend')], 'staff'],
    ['the owner’s, where staff wait for them', [status('waiting_for_customer')], 'owner'],
    ['nobody’s, once it is closed', [decided('resolve')], null],
    ['the staff’s, once it is opened again', [decided('resolve'), status('in_progress')], 'staff'],
  ] as const)('is %s', (_name, events, awaiting) => {
    expect(after(...events)?.awaiting).toBe(awaiting)
  })

  it('is unread until somebody on the staff touches it, and again when its owner writes', () => {
    expect(after()?.unreadByStaff).toBe(true)
    expect(after(message(staff, 'internal'))).toMatchObject({ unreadByStaff: false, lastStaffAt: null })
    expect(after(message(staff, 'public'), message(owner, 'public', 3_000))).toMatchObject({
      unreadByStaff: true,
      lastStaffAt: 2_000,
      lastOwnerAt: 3_000,
    })
  })

  it('keeps what time was extended to until the ticket is closed (R19)', () => {
    const extended: TicketEvent = {
      kind: 'decision',
      at: 2_000,
      by: staff,
      decision: { kind: 'extend', reason: 'needs_development', until: 9_000 },
    }
    expect(after(extended)?.extendedUntil).toBe(9_000)
    expect(after(extended, decided('resolve'))?.extendedUntil).toBeNull()
  })

  it('R6: a closing of old, without a decision, settled the promise too', () => {
    expect(after(status('resolved'))?.reactedAt).toBe(3_000)
    expect(after(status('in_progress'))?.reactedAt).toBeNull()
  })
})

const actor = fc.constantFrom(owner, staff, system)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const without = <T extends object>(event: T): T => JSON.parse(JSON.stringify(event))

const anyEvent: fc.Arbitrary<TicketEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('message' as const),
    at: fc.nat(),
    by: actor,
    visibility: fc.constantFrom('public' as const, 'internal' as const),
    text: fc.string(),
    attachments: fc.array(fc.string(), { maxLength: 1 }),
  }),
  fc
    .record({
      at: fc.nat(),
      by: actor,
      status: maybe(fc.constantFrom('new', 'in_progress', 'waiting_for_customer', 'resolved', 'refused')),
      department: maybe(fc.constantFrom('technical', 'sales')),
      assignee: fc.option(fc.constantFrom('anna', 'boris'), { nil: null }),
      tags: maybe(fc.uniqueArray(fc.constantFrom('vip', 'bug'))),
    })
    .map((change) => TicketEventSchema.parse(without({ kind: 'changed', ...change }))),
  fc.constantFrom('extend' as const, 'refuse' as const, 'resolve' as const).map((kind) => decided(kind)),
)

describe('R19: a ticket is its history', () => {
  it('R6, R19: the state kept from event to event is the state replayed from all of them', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        let kept = firstState(submitted)
        for (const event of events) kept = applyEvent(kept, event)
        expect(replay([submitted, ...events])).toEqual(kept)
        expect(kept.reactedAt).toBe(events.find(isReaction)?.at ?? null)
        expect(kept.reactionDueAt).toBe(submitted.reactionDueAt)
      }),
    )
  })

  it('R19: a history that does not begin with the submission has no state', () => {
    expect(replay([message(staff, 'public')])).toBeUndefined()
    expect(replay([])).toBeUndefined()
  })
})
