// What the store promises about work on tickets: history only grows, and the row is what history adds up to.
import { describe, expect, it } from 'vitest'
import { replay } from '@bilet/shared/policy/decisions'
import type { Engine } from '../../../test/support/engines.ts'
import {
  changed,
  hour,
  message,
  newClaim,
  newId,
  newTicket,
  noon,
  oleg,
  owner,
  resolved,
} from '../../../test/support/sample-tickets.ts'
import { brokenInvariants } from '../../../test/support/integrity.ts'
import { storeUnderTest } from '../../../test/support/store-under-test.ts'
import type { Statement } from '../../database/database.ts'
import { createOutbox } from '../../notify/outbox.ts'
import { CursorError } from '../ticket-store.ts'
import type { TicketStore } from '../ticket-store.ts'
import { createTicketStore } from './sql-ticket-store.ts'
import { wholeHistory } from '../whole-history.ts'

export function appendsContract(engine: Engine) {
  const test = storeUnderTest(engine)

  it('changes a ticket and tells the new version', async () => {
    const { id } = await test.submit(newTicket())
    const event = changed({ status: 'in_progress', assignee: 'oleg', department: 'sales', tags: ['оплата'] })
    const answer = await test.store.change(id, 1, [event])
    expect(answer).toMatchObject({
      outcome: 'changed',
      ticket: { version: 2, status: 'in_progress', assignee: 'oleg', department: 'sales', tags: ['оплата'] },
    })
    const events = (await wholeHistory(test.store, id)).slice(1)
    expect(answer).toEqual({ outcome: 'changed', ticket: await test.store.find(id), events })
  })

  it('does several things in one go: one version, all or nothing, once for its key', async () => {
    const { id } = await test.submit(newTicket())
    const events = [message(oleg, 'Ответ'), changed({ assignee: 'oleg' }), resolved()]
    const claim = newClaim()
    const [one, two] = await Promise.all([1, 2].map(() => test.store.change(id, null, events, claim)))
    expect(new Set([one?.outcome, two?.outcome])).toEqual(new Set(['changed', 'replayed']))
    const history = await wholeHistory(test.store, id)
    expect(history.map(({ version, event }) => [version, event.kind])).toEqual([
      [1, 'submitted'],
      [2, 'message'],
      [2, 'changed'],
      [2, 'decision'],
    ])
    for (const done of [one, two]) expect(done).toMatchObject({ events: history.slice(1) })
    const other = { ...claim, fingerprint: 'another body' }
    expect(await test.store.change(id, null, events, other)).toEqual({ outcome: 'key_reused' })
    expect(await brokenInvariants(test.database)).toEqual([])
  })

  it('asks for events of the ticket as it is, and writes none where there are none', async () => {
    const { id } = await test.submit(newTicket())
    await test.store.change(id, 1, [resolved()])
    const refused = await test.store.change(id, null, ({ status }) => ({ refused: status }))
    expect(refused).toMatchObject({ outcome: 'refused', refused: 'resolved' })
    expect(await test.store.change(id, 2, [])).toMatchObject({ outcome: 'changed', ticket: { version: 2 }, events: [] })
  })

  it('takes an assignee away when told null, and leaves what is not told', async () => {
    const { id } = await test.submit(newTicket())
    await test.store.change(id, 1, [changed({ assignee: 'oleg', tags: ['a'] })])
    await test.store.change(id, 2, [changed({ assignee: null })])
    expect(await test.store.find(id)).toMatchObject({ assignee: null, tags: ['a'], status: 'new' })
  })

  it('knows which pictures a person has sent, in tickets and in messages', async () => {
    const [inDraft, inMessage, elsewhere] = [newId(), newId(), newId()]
    const screenshot = { attachments: [inDraft], links: [] }
    const { id } = await test.submit(newTicket({ draft: { screenshot } }))
    await test.store.addMessage(id, message(owner, 'Вот ещё', { attachments: [inMessage] }), null)
    const has = (picture: string, person = 'anna') =>
      test.store.hasAttachment({ requesterId: person, shop: null }, picture)
    expect(await Promise.all([inDraft, inMessage, elsewhere].map((picture) => has(picture)))).toEqual([
      true,
      true,
      false,
    ])
    expect(await has(inDraft, 'olga')).toBe(false)
  })

  it('refuses a change to a version that is gone, and changes nothing', async () => {
    const { id } = await test.submit(newTicket())
    await test.store.change(id, 1, [changed({ assignee: 'oleg' })])
    expect(await test.store.change(id, 1, [changed({ assignee: 'vera' })])).toMatchObject({
      outcome: 'stale',
      ticket: { version: 2 },
    })
    expect(await test.store.find(id)).toMatchObject({ assignee: 'oleg', version: 2 })
    expect(await wholeHistory(test.store, id)).toHaveLength(2)
  })

  it('lets one of two staff who edit at once win, and tells the other', async () => {
    const { id } = await test.submit(newTicket())
    const second = await test.secondStore()
    const answers = await Promise.all([
      test.store.change(id, 1, [changed({ assignee: 'oleg' })]),
      second.change(id, 1, [changed({ assignee: 'vera' })]),
    ])
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'stale'])
    expect(await wholeHistory(test.store, id)).toHaveLength(2)
  })

  it('takes every change that names no version, whoever else is at it', async () => {
    const { id } = await test.submit(newTicket())
    const second = await test.secondStore()
    const tags = Array.from({ length: 12 }, (_, turn) => `tag ${turn}`)
    await Promise.all(
      tags.map((tag, turn) => (turn % 2 ? test.store : second).change(id, null, [changed({ tags: [tag] })])),
    )
    const history = await wholeHistory(test.store, id)
    const told = history.flatMap(({ event }) => (event.kind === 'changed' ? (event.tags ?? []) : []))
    expect(told.toSorted()).toEqual(tags.toSorted())
    expect(await test.store.find(id)).toMatchObject({ version: 13, tags: told.slice(-1) })
  })

  it('does not change or add to a ticket that is not there', async () => {
    expect(await test.store.change('nothing', null, [resolved()])).toEqual({ outcome: 'not_found' })
    expect(await test.store.addMessage('nothing', message(oleg, 'Здравствуйте'), null)).toEqual({
      outcome: 'not_found',
    })
  })

  it('counts a public answer by staff as the reaction, once (R6)', async () => {
    const { id } = await test.submit(newTicket())
    await test.store.addMessage(id, message(oleg, 'Заметка', { visibility: 'internal', at: noon + 1 }), null)
    expect(await test.store.find(id)).toMatchObject({ reactedAt: null, status: 'new' })
    await test.store.addMessage(id, message(oleg, 'Смотрим', { at: noon + 2 }), null)
    await test.store.addMessage(id, message(oleg, 'Готово', { at: noon + 3 }), null)
    expect(await test.store.find(id)).toMatchObject({ reactedAt: noon + 2, status: 'in_progress', updatedAt: noon + 3 })
  })

  it('adds a message once for its key, however often it is sent', async () => {
    const { id } = await test.submit(newTicket())
    const claim = newClaim()
    const sent = Array.from({ length: 8 }, () => test.store.addMessage(id, message(owner, 'Ещё вот что'), claim))
    const answers = await Promise.all(sent)
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['added', ...Array<string>(7).fill('replayed')])
    const [added] = answers
    const later = await test.store.addMessage(id, message(owner, 'Ещё вот что'), claim)
    expect(later).toMatchObject({ outcome: 'replayed', event: added && 'event' in added ? added.event : {} })
    expect(await wholeHistory(test.store, id)).toHaveLength(2)
  })

  it('refuses a used key with another message', async () => {
    const { id } = await test.submit(newTicket())
    const claim = newClaim()
    await test.store.addMessage(id, message(owner, 'Одно'), claim)
    const other = { ...claim, fingerprint: 'another body' }
    expect(await test.store.addMessage(id, message(owner, 'Другое'), other)).toEqual({ outcome: 'key_reused' })
  })

  it('streams events of all tickets in one order, from wherever one stopped', async () => {
    const one = await test.submit(newTicket())
    const two = await test.submit(newTicket())
    const start = await test.store.lastSeq()
    await test.store.change(one.id, null, [changed({ status: 'in_progress' }), changed({ tags: ['a'] })])
    await test.store.addMessage(two.id, message(owner, 'Ещё'), null)
    const all = await test.store.eventsAfter(start, 10)
    expect(all.map(({ ticketId, event }) => [ticketId, event.kind])).toEqual([
      [one.id, 'changed'],
      [one.id, 'changed'],
      [two.id, 'message'],
    ])
    expect(await test.store.eventsAfter(all[0]?.seq ?? 0, 1)).toEqual(all.slice(1, 2))
    expect(await test.store.eventsAfter(await test.store.lastSeq(), 10)).toEqual([])
  })

  it('skips no event for one who follows while others write', async () => {
    const second = await test.secondStore()
    const written = new AbortController()
    const writers = Promise.all(
      Array.from({ length: 40 }, (_, turn) => (turn % 2 ? test.store : second).submit(newTicket(), newClaim())),
    ).finally(() => written.abort())
    const followed: number[] = []
    const follow = async () => {
      const news = await test.store.eventsAfter(followed.at(-1) ?? 0, 7)
      followed.push(...news.map(({ seq }) => seq))
      return news.length
    }
    while (!written.signal.aborted) {
      await follow()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await writers
    while ((await follow()) > 0);
    expect(followed).toEqual((await test.store.eventsAfter(0, 100)).map(({ seq }) => seq))
    expect(followed).toHaveLength(40)
  })

  it('keeps the row equal to what its history adds up to', async () => {
    const { id } = await test.submit(newTicket())
    await test.store.change(id, 1, [changed({ assignee: 'oleg', tags: ['a', 'b'] })])
    await test.store.addMessage(id, message(oleg, 'Смотрим'), null)
    await test.store.change(id, null, [resolved()])
    await test.store.addMessage(id, message(owner, 'Не помогло'), null)
    const state = replay((await wholeHistory(test.store, id)).map(({ event }) => event))
    const { decision: _, ...expected } = state ?? { decision: null }
    expect(await test.store.find(id)).toMatchObject({ ...expected, status: 'in_progress', version: 5 })
  })

  it('announces every event once', async () => {
    const { id } = await test.submit(newTicket())
    await test.store.change(id, 1, [changed({ tags: ['a'] }), resolved()])
    await test.store.change(id, 1, [changed({ tags: ['lost'] })])
    const told = await createOutbox(test.database, { clock: () => noon + hour }).claim(10)
    const history = await wholeHistory(test.store, id)
    expect(told.map(({ eventId, kind }) => [eventId, kind])).toEqual(
      history.map((stored) => [stored.id, `ticket.${stored.event.kind}`]),
    )
    expect(told).toHaveLength(3)
  })

  describe('a long history', () => {
    /** The store over a database that counts what it is asked and what it reads. */
    function counting() {
      const count = { statements: 0, rows: 0 }
      const counted = <Row>(rows: Row[]) => {
        count.rows += rows.length
        return rows
      }
      const store = createTicketStore({
        ...test.database,
        query: async <Row>(statement: Statement) => {
          count.statements++
          return counted(await test.database.query<Row>(statement))
        },
        batch: <Row>(statements: readonly Statement[]) => {
          count.statements += statements.length
          return test.database.batch<Row>(statements)
        },
      })
      return { store, count }
    }
    const say = (store: TicketStore, id: string, text: string, claim = newClaim()) =>
      store.addMessage(id, message(owner, text), claim)

    it('takes the fiftieth message with as much work as the third', async () => {
      const { id } = await test.submit(newTicket())
      const workOf = async () => {
        const { store, count } = counting()
        const claim = newClaim()
        await say(store, id, 'Ещё одно слово', claim)
        expect((await say(store, id, 'Ещё одно слово', claim)).outcome).toBe('replayed')
        return count
      }
      await say(test.store, id, 'Первое')
      const third = await workOf()
      for (let turn = 0; turn < 46; turn++) await say(test.store, id, `Слово ${turn}`)
      expect(await workOf()).toEqual(third)
    })

    it('is read from its end, a page at a time, with nothing twice and nothing left out', async () => {
      const { id } = await test.submit(newTicket())
      for (let turn = 0; turn < 4; turn++)
        await test.store.change(id, null, [message(oleg, `Ответ ${turn}`), changed({ assignee: `a${turn}` })])
      const whole = await wholeHistory(test.store, id)
      expect(whole.map(({ version }) => version)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5])
      const pages = []
      for (let before: string | null | undefined; before !== null;) {
        const page = await test.store.history(id, { limit: 4, ...(before && { before }) })
        pages.unshift(...page.events)
        before = page.earlier
      }
      expect(pages).toEqual(whole)
      await expect(test.store.history(id, { limit: 4, before: 'b3duZWQgMQ' })).rejects.toThrow(CursorError)
    })

    it('leaves out what owners do not see, whatever they write', async () => {
      const { id } = await test.submit(newTicket())
      const told = ['"visibility":"internal"', '{"kind":"changed"}']
      for (const text of told) await say(test.store, id, text)
      await test.store.change(id, null, [
        message(oleg, 'Заметка', { visibility: 'internal' }),
        changed({ tags: ['a'] }),
      ])
      await test.store.change(id, null, [changed({ status: 'waiting_for_customer' })])
      const { events } = await test.store.history(id, { limit: 10, isPublic: true })
      expect(events.map(({ event }) => (event.kind === 'message' ? event.text : event.kind))).toEqual([
        'submitted',
        ...told,
        'changed',
      ])
    })

    it('is found by words of long ago, also where they were said before words were kept', async () => {
      const { id } = await test.submit(newTicket())
      await say(test.store, id, 'Бегемот')
      await test.database.batch([{ sql: 'delete from said_words', parameters: [] }])
      for (const text of ['Жираф', 'Крокодил']) await say(test.store, id, text)
      const found = (q: string) => test.store.list({ q }, { limit: 10, sort: 'submittedAt', now: noon })
      for (const word of ['бегемот', 'жирафом', 'крокодила', 'корзина'])
        expect((await found(word)).items.map((ticket) => ticket.id)).toEqual([id])
    })
  })
}
