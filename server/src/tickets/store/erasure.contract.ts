// What the store promises to a person who asks to be forgotten.
import { expect, it } from 'vitest'
import type { Engine } from '../../../test/support/engines.ts'
import { message, newClaim, newTicket, noon, owner } from '../../../test/support/sample-tickets.ts'
import { storeUnderTest } from '../../../test/support/store-under-test.ts'

export function erasureContract(engine: Engine) {
  const test = storeUnderTest(engine)
  const tables = ['tickets', 'ticket_events', 'said_words', 'outbox', 'ticket_counts', 'due_counts']

  const dump = async () => {
    const rows = await Promise.all(
      tables.map((table) => test.database.query({ sql: `select * from ${table}`, parameters: [] })),
    )
    return JSON.stringify(rows)
  }
  const found = async (q: string) =>
    (await test.store.list({ q }, { limit: 10, sort: 'submittedAt', now: noon })).items.length

  it('leaves nothing of an erased person anywhere, and everything of the others', async () => {
    const screenshot = { attachments: ['file-1'], links: [] }
    const secret = newTicket({
      requester: { id: 'zoe', name: 'Zoe', email: 'zoe@x.example' },
      draft: { screenshot, subject: 'Бегемот' },
    })
    const { id } = await test.submit(secret)
    await test.store.addMessage(
      id,
      message({ ...owner, id: 'zoe', name: 'Zoe' }, 'Крокодил', { attachments: ['file-2'] }),
      newClaim({ scope: 'zoe' }),
    )
    const other = await test.submit(newTicket({ draft: { subject: 'Жираф' } }))

    expect(await test.store.erase('zoe')).toEqual({ tickets: 1, attachments: ['file-1', 'file-2'] })
    const left = await dump()
    for (const trace of ['zoe', 'Zoe', 'Бегемот', 'Крокодил', 'file-', id]) expect(left).not.toContain(trace)
    expect([await found('бегемот'), await found('крокодил'), await found('жираф')]).toEqual([0, 0, 1])
    expect(await test.store.find(other.id)).not.toBeNull()
    expect((await test.store.counts(noon)).status.new).toBe(1)
  })

  it('erases more tickets than fit in one reading', async () => {
    await Promise.all(Array.from({ length: 60 }, () => test.submit(newTicket())))
    expect(await test.store.erase('anna')).toEqual({ tickets: 60, attachments: [] })
    expect((await test.store.counts(noon)).department).toEqual({})
  })

  it('erases a person whose ticket is damaged', async () => {
    const { number } = await test.submit(newTicket())
    await test.database.batch([{ sql: `update tickets set draft = '{' where number = ${number}`, parameters: [] }])
    expect(await test.store.erase('anna')).toEqual({ tickets: 1, attachments: [] })
  })

  it('erases nothing for a person it does not know', async () => {
    await test.submit(newTicket())
    expect(await test.store.erase('nobody')).toEqual({ tickets: 0, attachments: [] })
    expect((await test.store.counts(noon)).status.new).toBe(1)
  })
}
