// What the store promises about finding tickets: the filters mean what they say, pages neither repeat nor skip.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { reactionState } from '@bilet/shared/policy/reaction'
import { TicketStatus } from '@bilet/shared/ticket'
import type { Decision, TicketEvent } from '@bilet/shared/ticket-events'
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
import { comparedLetters } from '../../triage/duplicates/read-request.ts'
import { CursorError, ticketSorts } from '../ticket-store.ts'
import { lineLetters } from '../ticket.ts'
import type { Ticket } from '../ticket.ts'
import type { TicketFilter } from '../staff-filters.ts'
import type { TicketSort } from '../ticket-store.ts'

const day = 24 * hour

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length]!

const some = <T>(...items: T[]) => fc.subarray(items, { minLength: 1 })

const anyFilter: fc.Arbitrary<TicketFilter> = fc
  .record(
    {
      status: some(...TicketStatus.options),
      department: some('technical', 'sales'),
      plan: some('free' as const, 'standard' as const, 'guest' as const),
      shop: fc.constantFrom('s1', 's2'),
      requester: fc.constantFrom('o1', 'o3'),
      assignee: fc.constantFrom('oleg', 'ivan', null),
      tag: fc.constantFrom('vip', 'a', 'none such'),
      awaiting: fc.constantFrom('staff' as const, 'owner' as const),
      reaction: fc.constantFrom(
        { state: 'due' as const },
        { state: 'pending' as const },
        { state: 'met' as const },
        { state: 'breached' as const },
        { dueWithinMs: 3 * hour },
      ),
      extendedUntilFrom: fc.constant(noon + day),
      extendedUntilTo: fc.constant(noon + 2 * day),
      verified: fc.boolean(),
      submittedFrom: fc.constant(noon - 9 * hour),
    },
    { requiredKeys: [] },
  )
  .map((filter): TicketFilter => {
    // Most filters together leave nothing: two or three of them say more.
    return Object.fromEntries(Object.entries(filter).slice(0, 3))
  })

/** What the filter says, in words other than SQL. */
function lets(filter: TicketFilter, ticket: Ticket): boolean {
  const { requester } = ticket
  const state = reactionState({ dueAt: ticket.reactionDueAt, reactedAt: ticket.reactedAt, now: noon })
  const { reaction } = filter
  const isDue = ticket.reactedAt === null && ticket.reactionDueAt >= noon
  const isInReaction = (asked: NonNullable<TicketFilter['reaction']>) => {
    if ('dueWithinMs' in asked) return isDue && ticket.reactionDueAt <= noon + asked.dueWithinMs
    return asked.state === 'due' ? ticket.reactedAt === null : state === asked.state
  }
  return [
    filter.status?.includes(ticket.status),
    filter.department?.includes(ticket.department),
    filter.plan?.includes(requester.plan),
    filter.shop === undefined ? undefined : requester.shop === filter.shop,
    filter.requester === undefined ? undefined : requester.id === filter.requester,
    filter.assignee === undefined ? undefined : ticket.assignee === filter.assignee,
    filter.tag === undefined ? undefined : ticket.tags.includes(filter.tag),
    filter.awaiting === undefined ? undefined : ticket.awaiting === filter.awaiting,
    reaction && isInReaction(reaction),
    filter.extendedUntilFrom === undefined ? undefined : (ticket.extendedUntil ?? 0) >= filter.extendedUntilFrom,
    filter.extendedUntilTo === undefined
      ? undefined
      : ticket.extendedUntil !== null && ticket.extendedUntil < filter.extendedUntilTo,
    filter.verified === undefined ? undefined : requester.verified === filter.verified,
    filter.submittedFrom === undefined ? undefined : ticket.submittedAt >= filter.submittedFrom,
  ].every((one) => one !== false)
}

const by =
  (sort: TicketSort) =>
  (a: Ticket, b: Ticket): number => {
    if (sort === '-submittedAt') return b.number - a.number
    if (sort === '-updatedAt') return b.updatedAt - a.updatedAt || b.number - a.number
    if (sort === 'reactionDueAt') return a.reactionDueAt - b.reactionDueAt || a.number - b.number
    if (sort === 'extendedUntil') return (a.extendedUntil ?? 0) - (b.extendedUntil ?? 0) || a.number - b.number
    return a.number - b.number
  }

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
    const inState = (state: 'due' | 'met' | 'breached' | 'pending', now: number) =>
      subjects({ reaction: { state } }, 'submittedAt', now)
    expect(await inState('met', due)).toEqual(['met'])
    expect(await inState('pending', due)).toEqual(['open'])
    expect(await inState('pending', due + 1)).toEqual([])
    expect(await inState('due', due)).toEqual(['open'])
    expect(await inState('due', due + 1)).toEqual(['open'])
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

  it('gives as much of an open ticket as a draft is compared with (R17)', async () => {
    const description = 'Кнопка не видна. '.repeat(200)
    await named('a', { draft: { description } })
    const [open] = await test.store.openOf({ requesterId: 'anna', shop: 'shop-1' })
    expect(description.startsWith(open?.draft.description ?? '-')).toBe(true)
    expect(open?.draft.description.length).toBeGreaterThanOrEqual(comparedLetters)
  })

  it('counts by status, open ones by department, and what is overdue', async () => {
    const due = noon + hour
    const a = await named('a', { reactionDueAt: due })
    const b = await named('b', { reactionDueAt: due + 5 * hour })
    await named('c', { reactionDueAt: due, department: 'sales' })
    const empty = { in_progress: 0, waiting_for_customer: 0, resolved: 0, refused: 0 }
    const nobodys = { awaiting: { staff: 3, owner: 0 }, unassigned: 3, mine: 0, extended: 0, assignee: {} }
    expect(await test.store.counts(due, 'oleg')).toEqual({
      status: { ...empty, new: 3 },
      department: { technical: 2, sales: 1 },
      breached: 0,
      due: 3,
      ...nobodys,
    })
    expect((await test.store.counts(due + 1)).breached).toBe(2)
    expect((await test.store.counts(due + 9 * hour)).breached).toBe(3)
    await test.store.change(a.id, 1, [resolved()])
    await test.store.change(b.id, 1, [changed({ department: 'sales', status: 'in_progress', assignee: 'oleg' })])
    expect(await test.store.counts(due + 9 * hour, 'oleg')).toEqual({
      status: { ...empty, new: 1, in_progress: 1, resolved: 1 },
      department: { sales: 2 },
      breached: 2,
      due: 2,
      extended: 0,
      awaiting: { staff: 2, owner: 0 },
      unassigned: 1,
      mine: 1,
      assignee: { oleg: 1 },
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

  it('finds by number, address, name and shop, and by a telephone number however it is written', async () => {
    const requester = { id: 'olga', email: 'olga@cups.example', name: 'Ольга Чашкина', shop: 'cups' }
    const { number } = await named('a', { requester, draft: { description: 'Звоните: 8 (495) 123-45-67' } })
    await named('b', {
      requester: { shop: 'flowers' },
      draft: { description: 'Наш телефон +380 44 765 43 21, заказ 1234567' },
    })
    for (const q of [String(number), 'olga@cups.example', 'чашкина', 'cups', '+7 495 123 45 67', '4951234567'])
      expect(await subjects({ q })).toEqual(['a'])
    expect(await subjects({ q: 'звоните 84951234567' })).toEqual(['a'])
    expect(await subjects({ q: '044 765-43-21' })).toEqual(['b'])
    expect(await subjects({ q: '1234567' })).toEqual(['b'])
    expect(await subjects({ q: '+7 495 123 45 68' })).toEqual([])
  })

  it('finds by every filter in every order just what the filter says, page by page', async () => {
    const many = await manyTickets()
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.constantFrom(...ticketSorts), async (filter, sort) => {
        const expected = many.filter((ticket) => lets(filter, ticket)).toSorted(by(sort))
        const within = sort === 'extendedUntil' ? expected.filter((one) => one.extendedUntil !== null) : expected
        expect(await allPages(filter, sort)).toEqual(within.map(({ number }) => number))
      }),
      { numRuns: 60 },
    )
  })

  /** Every page after every page, three tickets each. */
  async function allPages(filter: TicketFilter, sort: TicketSort, cursor?: string): Promise<number[]> {
    const page = await test.store.list(filter, { limit: 3, sort, now: noon, ...(cursor && { cursor }) })
    const numbers = page.items.map(({ number }) => number)
    return page.nextCursor ? [...numbers, ...(await allPages(filter, sort, page.nextCursor))] : numbers
  }

  /** Tickets that differ in all that can be asked for. */
  async function manyTickets(): Promise<Ticket[]> {
    const submitted = []
    for (const index of Array.from({ length: 18 }).keys()) {
      const plan = pick(['free', 'standard', 'premium', 'guest'] as const, index)
      const requester = { plan, verified: plan !== 'guest', id: `o${index % 5}`, shop: `s${index % 5}` }
      const department = pick(['technical', 'sales'], Math.floor(index / 2))
      const times = {
        submittedAt: noon - (18 - index) * hour,
        reactionDueAt: noon + ((index * 7) % 11) * hour - 4 * hour,
      }
      submitted.push(await test.submit(newTicket({ requester, department, ...times })))
    }
    return Promise.all(submitted.map((ticket, index) => worked(ticket, index)))
  }

  async function worked(ticket: Ticket, index: number): Promise<Ticket> {
    const at = noon - ((index * 5) % 13) * minute
    const decided = (decision: Decision): TicketEvent => ({ kind: 'decision', at, by: oleg, decision })
    const events = [
      ...(index % 3 === 0 ? [] : [changed({ assignee: pick(['oleg', 'ivan'], index) }, at)]),
      ...(index % 4 === 1 ? [changed({ tags: ['vip', pick(['a', 'b'], index)] }, at)] : []),
      ...(index % 5 === 2 ? [message(oleg, 'Ответ', { at })] : []),
      ...(index % 6 === 3 ? [decided({ kind: 'extend', reason: 'x', until: noon + (index % 4) * day })] : []),
      ...(index % 7 === 4 ? [decided({ kind: pick(['resolve', 'refuse'], index), reason: 'x' })] : []),
    ]
    const done = await test.store.change(ticket.id, null, events)
    if (!('ticket' in done)) throw new Error('not there')
    return done.ticket
  }

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

  it('tells in a list how what the owner wrote begins, and all of it where all is asked for', async () => {
    const description = `Кнопка «Оплатить» 💳 ведёт на пустую страницу. ${'Так у всех. '.repeat(500)}`.trim()
    const ticket = await named('Оплата "картой" \\ и по счёту', { draft: { description } })
    const page = { limit: 10, sort: 'submittedAt' as const, now: noon }
    for (const filter of [{}, { q: 'кнопка' }]) {
      const [line] = (await test.store.list(filter, page)).items
      expect(line?.draft.subject).toBe(ticket.draft.subject)
      expect(line?.draft.locale).toBe(ticket.draft.locale)
      expect(description.startsWith(line?.draft.description ?? '-')).toBe(true)
      expect(line?.draft.description.length).toBeGreaterThanOrEqual(lineLetters)
      const [whole] = (await test.store.listWhole(filter, page)).items
      expect(whole?.draft).toEqual(ticket.draft)
    }
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
