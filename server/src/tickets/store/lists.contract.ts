// What the store promises about finding tickets: the filters mean what they say, pages neither repeat nor skip.
import { expect, it } from 'vitest'
import type { Engine } from '../../../test/support/engines.ts'
import {
  changed,
  hour,
  message,
  minute,
  newTicket,
  noon,
  oleg,
  owner,
  resolved,
} from '../../../test/support/sample-tickets.ts'
import { storeUnderTest } from '../../../test/support/store-under-test.ts'
import { CursorError } from '../ticket-store.ts'
import type { TicketFilter, TicketSort } from '../ticket-store.ts'

const day = 24 * hour

export function listsContract(engine: Engine) {
  const test = storeUnderTest(engine)

  const subjects = async (filter: TicketFilter, sort: TicketSort = 'submittedAt', now = noon) => {
    const { items } = await test.store.list(filter, { limit: 100, sort, now })
    return items.map(({ draft }) => draft.subject)
  }
  const owned = async (requesterId: string, shop: string | null, cursor?: string) => {
    const page = await test.store.owned({ requesterId, shop }, { limit: 1, ...(cursor && { cursor }) })
    return { subjects: page.items.map(({ draft }) => draft.subject), next: page.nextCursor ?? undefined }
  }
  const named = (subject: string, ticket: Parameters<typeof newTicket>[0] = {}) =>
    test.submit(newTicket({ ...ticket, draft: { description: '', steps: [], ...ticket.draft, subject } }))

  it('filters by what a ticket is, all filters at once', async () => {
    await named('a')
    await named('b', { department: 'sales', requester: { plan: 'free', shop: 'shop-2', id: 'boris' } })
    await named('c', {
      department: 'sales',
      requester: { plan: 'guest', shop: null, id: 'guest:x@y', verified: false },
    })
    expect(await subjects({ department: ['sales'] })).toEqual(['b', 'c'])
    expect(await subjects({ department: ['sales', 'technical'] })).toEqual(['a', 'b', 'c'])
    expect(await subjects({ plan: ['standard', 'guest'] })).toEqual(['a', 'c'])
    expect(await subjects({ shop: 'shop-2' })).toEqual(['b'])
    expect(await subjects({ requester: 'anna' })).toEqual(['a'])
    expect(await subjects({ verified: false })).toEqual(['c'])
    expect(await subjects({ verified: true, department: ['sales'] })).toEqual(['b'])
    expect(await subjects({ shop: "shop-2' or 1=1" })).toEqual([])
  })

  it('filters by status and assignee as they are now', async () => {
    const a = await named('a')
    const b = await named('b')
    await named('c')
    await test.store.change(a.id, 1, [changed({ assignee: 'oleg' })])
    await test.store.change(b.id, 1, [resolved()])
    expect(await subjects({ status: ['new'] })).toEqual(['a', 'c'])
    expect(await subjects({ status: ['resolved'] })).toEqual(['b'])
    expect(await subjects({ status: ['resolved', 'new'] })).toEqual(['a', 'b', 'c'])
    expect(await subjects({ status: ['new', 'in_progress', 'waiting_for_customer'] })).toEqual(['a', 'c'])
    expect(await subjects({ assignee: 'oleg' })).toEqual(['a'])
  })

  it('filters by the state of the reaction, to the millisecond (R6)', async () => {
    const due = noon + hour
    const met = await named('met', { reactionDueAt: due })
    const late = await named('late', { reactionDueAt: due })
    await named('open', { reactionDueAt: due })
    await test.store.addMessage(met.id, message(oleg, 'x', { at: due }), null)
    await test.store.addMessage(late.id, message(oleg, 'x', { at: due + 1 }), null)
    const inState = (state: 'met' | 'breached' | 'pending', now: number) =>
      subjects({ reaction: { state } }, 'submittedAt', now)
    expect(await inState('met', due)).toEqual(['met'])
    expect(await inState('pending', due)).toEqual(['open'])
    expect(await inState('pending', due + 1)).toEqual([])
    expect(await inState('breached', due)).toEqual(['late'])
    expect(await inState('breached', due + 1)).toEqual(['late', 'open'])
    expect(await subjects({ reaction: { dueWithinMs: 10 * minute } }, 'submittedAt', due - 10 * minute)).toEqual([
      'open',
    ])
    expect(await subjects({ reaction: { dueWithinMs: 10 * minute } }, 'submittedAt', due - 11 * minute)).toEqual([])
  })

  it('filters by time of submission: the start is in, the end is out', async () => {
    const times = [noon - 3 * day, noon, noon + minute, noon + 40 * day]
    for (const [index, submittedAt] of times.entries()) await named(String(index), { submittedAt })
    expect(await subjects({ submittedFrom: noon })).toEqual(['1', '2', '3'])
    expect(await subjects({ submittedTo: noon + minute })).toEqual(['0', '1'])
    expect(await subjects({ submittedFrom: noon, submittedTo: noon + minute })).toEqual(['1'])
    expect(await subjects({ submittedFrom: noon + 50 * day })).toEqual([])
    expect(await subjects({ submittedTo: noon - 50 * day })).toEqual([])
  })

  it('sorts by arrival, latest first, or by when the reaction is due', async () => {
    await named('a', { reactionDueAt: noon + 3 })
    await named('b', { reactionDueAt: noon + 1 })
    await named('c', { reactionDueAt: noon + 1 })
    expect(await subjects({}, 'submittedAt')).toEqual(['a', 'b', 'c'])
    expect(await subjects({}, '-submittedAt')).toEqual(['c', 'b', 'a'])
    expect(await subjects({}, 'reactionDueAt')).toEqual(['b', 'c', 'a'])
  })

  it.each(['submittedAt', '-submittedAt', 'reactionDueAt'] as const)(
    'pages through %s without repeating or skipping, while tickets arrive and leave',
    async (sort) => {
      for (let index = 0; index < 11; index++) await named(`t${index}`, { reactionDueAt: noon + (index % 3) })
      const whole = await subjects({}, sort)
      const gathered: string[] = []
      let cursor: string | undefined
      do {
        const page = await test.store.list({}, { limit: 4, sort, now: noon, ...(cursor && { cursor }) })
        gathered.push(...page.items.map(({ draft }) => draft.subject))
        cursor = page.nextCursor ?? undefined
        if (gathered.length === 4) await named('late', { reactionDueAt: noon - 1 })
      } while (cursor)
      expect(gathered.filter((subject) => subject !== 'late')).toEqual(whole)
    },
  )

  it.each(['', 'x', 'submittedAt 1', '!!!', btoa('submittedAt x'), btoa('submittedAt 1 2'), btoa('-submittedAt 1')])(
    'refuses the cursor "%s", which it did not make for this order',
    async (cursor) => {
      await expect(test.store.list({}, { limit: 1, sort: 'submittedAt', now: noon, cursor })).rejects.toThrow(
        CursorError,
      )
    },
  )

  it("lists an owner's own tickets, latest first: the same user in another shop is another owner", async () => {
    await named('a')
    await named('b', { requester: { shop: 'shop-2' } })
    await named('c')
    await named('d', { requester: { id: 'guest:a@b.example', shop: null } })
    const first = await owned('anna', 'shop-1')
    expect(first.subjects).toEqual(['c'])
    expect(await owned('anna', 'shop-1', first.next)).toEqual({ subjects: ['a'], next: undefined })
    expect(await owned('guest:a@b.example', null)).toEqual({ subjects: ['d'], next: undefined })
    expect(await owned('anna', null)).toEqual({ subjects: [], next: undefined })
  })

  it("counts what is news to an owner until it is read, in the owner's own shop", async () => {
    const a = await named('a')
    const b = await named('b', { requester: { shop: 'shop-2' } })
    for (const { id } of [a, b]) await test.store.addMessage(id, message(oleg, 'Проверили.'), null)
    const unread = (shop: string | null) => test.store.unreadOf({ requesterId: 'anna', shop })
    expect([await unread('shop-1'), await unread('shop-2'), await unread(null)]).toEqual([1, 1, 0])
    const { lastStaffAt, version } = (await test.store.find(a.id)) ?? {}
    await test.store.markRead(a.id, lastStaffAt ?? 0)
    await test.store.markRead(a.id, 0)
    expect([await unread('shop-1'), await unread('shop-2')]).toEqual([0, 1])
    expect(await test.store.find(a.id)).toMatchObject({ ownerReadAt: lastStaffAt, version })
  })

  it("gives an owner's open tickets to compare a draft with (R17)", async () => {
    const a = await named('a')
    await named('b')
    await named('c', { requester: { shop: 'shop-2' } })
    await test.store.change(a.id, 1, [resolved()])
    const open = await test.store.openOf({ requesterId: 'anna', shop: 'shop-1' })
    expect(open.map(({ draft }) => draft.subject)).toEqual(['b'])
  })

  it('counts by status, open ones by department, and what is overdue', async () => {
    const due = noon + hour
    const a = await named('a', { reactionDueAt: due })
    const b = await named('b', { reactionDueAt: due + 5 * hour })
    await named('c', { reactionDueAt: due, department: 'sales' })
    const empty = { in_progress: 0, waiting_for_customer: 0, resolved: 0, refused: 0 }
    expect(await test.store.counts(due)).toEqual({
      status: { ...empty, new: 3 },
      department: { technical: 2, sales: 1 },
      breached: 0,
    })
    expect((await test.store.counts(due + 1)).breached).toBe(2)
    expect((await test.store.counts(due + 9 * hour)).breached).toBe(3)
    await test.store.change(a.id, 1, [resolved()])
    await test.store.change(b.id, 1, [changed({ department: 'sales', status: 'in_progress' })])
    expect(await test.store.counts(due + 9 * hour)).toEqual({
      status: { ...empty, new: 1, in_progress: 1, resolved: 1 },
      department: { sales: 2 },
      breached: 2,
    })
  })

  it.each([
    ['корзина', 'Проблема с корзиной'],
    ['КОРЗИНАМИ', 'Проблема с корзиной'],
    ['оплаты заказов', 'Заказ: оплата не проходит'],
    ['замовлення', 'Помилка в замовленні'],
    ['orders', 'An order is missing'],
    ['ещё', 'Еще одно'],
  ])('finds «%s» in «%s»', async (q, subject) => {
    await named('Другое обращение')
    await named(subject)
    expect(await subjects({ q })).toEqual([subject])
  })

  it('finds by description, steps and messages, every word of the question', async () => {
    const { id } = await named('a', { draft: { description: 'Фильтры каталога', steps: ['Нажали «Импорт»'] } })
    await named('b', { draft: { description: 'Фильтры' } })
    await test.store.addMessage(id, message(owner, 'Это после обновления шаблона'), null)
    expect(await subjects({ q: 'фильтр' })).toEqual(['a', 'b'])
    expect(await subjects({ q: 'фильтр импорта' })).toEqual(['a'])
    expect(await subjects({ q: 'шаблон фильтр' })).toEqual(['a'])
    expect(await subjects({ q: 'фильтр слон' })).toEqual([])
    expect(await subjects({ q: '!!! ""' })).toEqual([])
    expect(await subjects({ q: `" OR "a NEAR( * фильтр' & | :` })).toEqual([])
  })

  it('narrows what is found by every other filter, as tickets change', async () => {
    const a = await named('корзина а')
    await named('корзина б', { department: 'sales', requester: { shop: 'shop-2', id: 'boris', plan: 'free' } })
    const q = 'корзина'
    expect(await subjects({ q, department: ['sales'] })).toEqual(['корзина б'])
    expect(await subjects({ q, shop: 'shop-1' })).toEqual(['корзина а'])
    expect(await subjects({ q, requester: 'boris', plan: ['free'], status: ['new'] })).toEqual(['корзина б'])
    await test.store.change(a.id, 1, [resolved()])
    await test.store.change(a.id, 2, [changed({ department: 'sales', assignee: 'oleg' })])
    expect(await subjects({ q, status: ['new'] })).toEqual(['корзина б'])
    expect(await subjects({ q, status: ['resolved'], assignee: 'oleg', department: ['sales'] })).toEqual(['корзина а'])
    expect(await subjects({ q, submittedFrom: noon }, '-submittedAt')).toEqual(['корзина б', 'корзина а'])
    expect(await subjects({ q }, 'reactionDueAt')).toEqual(['корзина а', 'корзина б'])
  })

  it('lists the others when one row is damaged, and names it', async () => {
    await named('a')
    const bad = await named('b')
    await named('c')
    await test.database.batch([{ sql: "update tickets set draft = '{' where number = " + bad.number, parameters: [] }])
    const page = await test.store.list({}, { limit: 10, sort: 'submittedAt', now: noon })
    expect(page.items.map(({ draft }) => draft.subject)).toEqual(['a', 'c'])
    expect(page.damaged).toEqual([bad.id])
    await expect(test.store.find(bad.id)).rejects.toThrow(/damaged row/)
  })
}
