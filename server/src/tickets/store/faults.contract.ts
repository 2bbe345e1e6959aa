// What the store promises when its storage does not keep its own promises: all or nothing, and a repeat mends it.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { Engine } from '../../../test/support/engines.ts'
import type { Failure } from '../../../test/support/failing-database.ts'
import { failingAt } from '../../../test/support/failing-database.ts'
import { brokenInvariants } from '../../../test/support/integrity.ts'
import {
  changed,
  message,
  minute,
  newClaim,
  newTicket,
  noon,
  oleg,
  owner,
  resolved,
} from '../../../test/support/sample-tickets.ts'
import { storeUnderTest } from '../../../test/support/store-under-test.ts'
import { createTicketStore } from './sql-ticket-store.ts'
import type { TicketStore } from '../ticket-store.ts'
import { wholeHistory } from '../whole-history.ts'

type Work = (store: TicketStore) => Promise<unknown>

/** No operation of the store makes as many calls as this. */
const mostCalls = 40

export function faultsContract(engine: Engine, { runs }: { runs: number }) {
  const test = storeUnderTest(engine)

  /** The work with its first call failing, then its second, and so on until none is left to fail; each time mended by a repeat. */
  async function failEveryCall(when: Failure, prepare: () => Promise<Work>) {
    for (let n = 1; n < mostCalls; n++) {
      const work = await prepare()
      const failing = failingAt(test.database, n, when)
      const outcome = await work(createTicketStore(failing)).then(
        () => 'done',
        () => 'failed',
      )
      expect(await brokenInvariants(test.database)).toEqual([])
      if (!failing.failed()) return
      expect(outcome).toBe('failed')
      await work(test.store)
      expect(await brokenInvariants(test.database)).toEqual([])
    }
    throw new Error('the work never ended')
  }

  it.each(['before', 'after'] as const)('submits once though any call fails %s it is done', async (when) => {
    const claims: ReturnType<typeof newClaim>[] = []
    await failEveryCall(when, async () => {
      const claim = newClaim()
      claims.push(claim)
      return (store) => store.submit(newTicket(), claim)
    })
    expect((await test.store.counts(noon)).status.new).toBe(claims.length)
  })

  it.each(['before', 'after'] as const)('adds a message once though any call fails %s it is done', async (when) => {
    const ids: string[] = []
    await failEveryCall(when, async () => {
      const claim = newClaim()
      const { id } = await test.submit(newTicket())
      ids.push(id)
      return (store) => store.addMessage(id, message(owner, 'Ещё'), claim)
    })
    for (const id of ids) expect(await wholeHistory(test.store, id)).toHaveLength(2)
  })

  it.each(['before', 'after'] as const)(
    'changes wholly or not at all though any call fails %s it is done',
    async (when) => {
      await failEveryCall(when, async () => {
        const { id } = await test.submit(newTicket())
        return (store) => store.change(id, null, [changed({ department: 'sales', tags: ['x'] }), resolved()])
      })
      const { status: counts } = await test.store.counts(noon)
      expect(counts.resolved).toBeGreaterThan(0)
      expect(counts.new).toBe(0)
    },
  )

  it.each(['before', 'after'] as const)('erases in the end though any call fails %s it is done', async (when) => {
    await failEveryCall(when, async () => {
      await test.submit(newTicket())
      await test.submit(newTicket())
      return (store) => store.erase('anna')
    })
    expect((await test.store.counts(noon)).department).toEqual({})
  })

  it('holds every row equal to its history, and every count exact, after any work in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const ids: string[] = []
        for (const [index, { at, which, event }] of steps.entries()) {
          const id = ids[which % Math.max(ids.length, 1)]
          if (event === null || id === undefined) {
            const department = which % 2 ? 'sales' : 'technical'
            ids.push((await test.submit(newTicket({ department, reactionDueAt: noon + at * 40 }))).id)
          } else await test.store.change(id, null, [{ ...event, at: noon + index * minute }])
        }
        expect(await brokenInvariants(test.database)).toEqual([])
        await test.store.erase('anna')
        expect(await brokenInvariants(test.database)).toEqual([])
      }),
      { numRuns: runs },
    )
  }, 60_000)
}

const status = fc.constantFrom('new', 'in_progress', 'waiting_for_customer', 'resolved', 'refused')

const event: fc.Arbitrary<TicketEvent> = fc.oneof(
  fc
    .record(
      {
        status,
        department: fc.constantFrom('sales', 'technical'),
        assignee: fc.option(fc.string({ maxLength: 5 })),
        tags: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    )
    .map((change) => changed(change)),
  fc
    .tuple(fc.constantFrom(oleg, owner), fc.constantFrom('public', 'internal'))
    .map(([by, visibility]) => message(by, 'слова', { visibility })),
  fc.constantFrom('extend', 'refuse', 'resolve').map((kind) => ({
    kind: 'decision' as const,
    at: noon,
    by: oleg,
    decision: { kind, reason: 'no_information' },
  })),
)

const step = fc.record({
  at: fc.nat(1_000_000),
  which: fc.nat(10),
  event: fc.option(event, { freq: 3 }),
})
