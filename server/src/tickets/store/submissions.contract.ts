// What the store promises about taking tickets in: nothing lost, nothing twice, an honest place in the queue.
import { expect, it } from 'vitest'
import type { Engine } from '../../../test/support/engines.ts'
import { changed, newClaim, newTicket, noon, resolved } from '../../../test/support/sample-tickets.ts'
import { storeUnderTest } from '../../../test/support/store-under-test.ts'
import { createOutbox } from '../../notify/outbox.ts'
import { wholeHistory } from '../whole-history.ts'

export function submissionsContract(engine: Engine) {
  const test = storeUnderTest(engine)

  it('reads a ticket back as it was submitted', async () => {
    const submitted = newTicket({
      draft: { description: 'Їжак і "лапки" 🛒\n\tвторая строка', environment: { width: 1280 } },
    })
    const { id } = await test.submit(submitted)
    expect(await test.store.find(id)).toMatchObject({
      ...submitted,
      version: 1,
      status: 'new',
      assignee: null,
      tags: [],
      reactedAt: null,
    })
  })

  it('does not find a ticket that nobody submitted', async () => {
    expect(await test.store.find('nothing')).toBeNull()
  })

  it('begins its history with the submission', async () => {
    const { id, reactionDueAt } = await test.submit(newTicket())
    const [first, ...rest] = await wholeHistory(test.store, id)
    expect(first).toMatchObject({
      ticketId: id,
      event: { kind: 'submitted', at: noon, by: { kind: 'owner', id: 'anna' }, department: 'technical', reactionDueAt },
    })
    expect(rest).toEqual([])
  })

  it('answers a repeat with the first ticket and its first place in the queue', async () => {
    await test.submit(newTicket())
    const claim = newClaim()
    const first = await test.store.submit(newTicket(), claim)
    await test.submit(newTicket())
    const again = await test.store.submit(newTicket(), claim)
    expect(first).toMatchObject({ outcome: 'created', queuePosition: 2 })
    expect(again).toEqual({ ...first, outcome: 'replayed' })
    expect((await test.store.counts(noon)).status.new).toBe(3)
  })

  it('knows a repeat before anything is written', async () => {
    const claim = newClaim()
    expect(await test.store.replay(claim)).toBeNull()
    const { outcome: _, ...first } = await test.store.submit(newTicket(), claim)
    expect(await test.store.replay(claim)).toEqual({ outcome: 'replayed', ...first })
  })

  it('refuses a used key with another body, and leaves the first ticket alone', async () => {
    const claim = newClaim()
    await test.store.submit(newTicket(), claim)
    const other = { ...claim, fingerprint: 'another body' }
    expect(await test.store.submit(newTicket(), other)).toEqual({ outcome: 'key_reused' })
    expect(await test.store.replay(other)).toEqual({ outcome: 'key_reused' })
    expect((await test.store.counts(noon)).status.new).toBe(1)
  })

  it('takes the same key from two owners as two tickets', async () => {
    const one = await test.store.submit(newTicket(), newClaim({ scope: 'anna', key: '1' }))
    const two = await test.store.submit(newTicket(), newClaim({ scope: 'boris', key: '1' }))
    expect([one.outcome, two.outcome]).toEqual(['created', 'created'])
  })

  it('makes one ticket of one submission sent many times at once by two processes', async () => {
    const second = await test.secondStore()
    const claim = newClaim()
    const stores = Array.from({ length: 20 }, (_, turn) => (turn % 2 ? test.store : second))
    const answers = await Promise.all(stores.map((store) => store.submit(newTicket(), claim)))
    expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
    expect(new Set(answers.map((answer) => ('ticket' in answer ? answer.ticket.id : '')))).toHaveProperty('size', 1)
    expect((await test.store.list({}, { limit: 10, sort: 'submittedAt', now: noon })).items).toHaveLength(1)
  })

  it('numbers tickets uniquely and in order, and gives each the next place (R18)', async () => {
    const second = await test.secondStore()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => (turn % 2 ? test.store : second).submit(newTicket(), newClaim())),
    )
    const accepted = answers.flatMap((answer) => ('ticket' in answer ? [answer] : []))
    const inOrder = accepted.toSorted((a, b) => a.ticket.number - b.ticket.number)
    expect(new Set(inOrder.map(({ ticket }) => ticket.number)).size).toBe(60)
    expect(inOrder.map(({ queuePosition }) => queuePosition)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    )
  })

  it('counts a place in the queue among open tickets of the same department only (R18)', async () => {
    const first = await test.submit(newTicket())
    await test.submit(newTicket({ department: 'sales' }))
    const second = await test.submit(newTicket())
    const third = await test.submit(newTicket())
    expect(await test.store.queuePosition(third)).toBe(3)
    await test.store.change(first.id, 1, [resolved()])
    expect(await test.store.queuePosition(third)).toBe(2)
    await test.store.change(second.id, 1, [changed({ department: 'sales' })])
    expect(await test.store.queuePosition(third)).toBe(1)
    await test.store.change(first.id, 2, [changed({ status: 'in_progress' })])
    expect(await test.store.queuePosition(third)).toBe(2)
  })

  it('announces every accepted ticket once', async () => {
    const claim = newClaim()
    await test.store.submit(newTicket(), claim)
    await test.store.submit(newTicket(), claim)
    const told = await createOutbox(test.database, { clock: () => noon }).claim(10)
    expect(told).toMatchObject([{ kind: 'ticket.submitted' }])
  })
}
