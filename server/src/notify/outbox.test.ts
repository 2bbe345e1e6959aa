import { describe, expect, it } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import { minute, newTicket, noon } from '../../test/support/sample-tickets.ts'
import { storeUnderTest } from '../../test/support/store-under-test.ts'
import { silentLog } from '../log.ts'
import { createOutbox, retryAfterMs } from './outbox.ts'
import { createOutboxWorker } from './outbox-worker.ts'
import { wholeHistory } from '../tickets/whole-history.ts'

describe.each(engines)('the outbox in $name', (engine) => {
  const test = storeUnderTest(engine)
  let now = noon
  const open = () => createOutbox(test.database, { clock: () => now })

  it('gives what a ticket announced, once, and never again when told', async () => {
    now = noon
    const outbox = open()
    const { id } = await test.submit(newTicket())
    const [event] = await wholeHistory(test.store, id)
    const [item, ...others] = await outbox.claim(10)
    expect(item).toMatchObject({ ticketId: id, kind: 'ticket.submitted', eventId: event?.id, attempts: 1 })
    expect(others).toEqual([])
    expect(await outbox.claim(10)).toEqual([])
    if (item) await outbox.done(item)
    now += 24 * 60 * minute
    expect(await outbox.claim(10)).toEqual([])
    expect(await outbox.pending()).toBe(0)
  })

  it('gives each item to one of two senders who ask at once', async () => {
    now = noon
    await Promise.all(Array.from({ length: 12 }, () => test.submit(newTicket())))
    const taken = await Promise.all([open().claim(8), open().claim(8), open().claim(8)])
    const ids = taken.flat().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length + (await open().claim(12)).length).toBe(12)
  })

  it('gives again, later and later, what could not be told', async () => {
    now = noon
    const outbox = open()
    await test.submit(newTicket())
    for (const attempts of [1, 2, 3]) {
      const [item] = await outbox.claim(1)
      expect(item).toMatchObject({ attempts })
      if (item) await outbox.failed(item)
      now += retryAfterMs(attempts) - 1
      expect(await outbox.claim(1)).toEqual([])
      now += 1
    }
    expect(await outbox.claim(1)).toHaveLength(1)
  })

  it('settles what nobody is there to be told of', async () => {
    now = noon
    const outbox = open()
    await Promise.all(Array.from({ length: 3 }, () => test.submit(newTicket())))
    await createOutboxWorker({ outbox, log: silentLog }).drain()
    expect(await outbox.pending()).toBe(0)
    now += 24 * 60 * minute
    expect(await outbox.claim(10)).toEqual([])
  })

  it('gives again what a sender took and did not live to tell', async () => {
    now = noon
    await test.submit(newTicket())
    expect(await open().claim(1)).toHaveLength(1)
    now += minute
    expect(await open().claim(1)).toHaveLength(1)
  })
})

describe('waiting before the next attempt', () => {
  it('doubles from five seconds and stops at six hours', () => {
    expect([1, 2, 3, 30].map(retryAfterMs)).toEqual([5_000, 10_000, 20_000, 6 * 60 * minute])
  })
})
