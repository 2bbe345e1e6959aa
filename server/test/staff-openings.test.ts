// Tickets that staff open, split, join and tag, in the agent's words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OtherTicket, PartsReply, SplitReply, StaffTicket } from '@bilet/shared/staff-replies'
import { createAgent } from './support/agent.ts'
import type { Agent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, owner, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk
let anna: Agent

beforeAll(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  anna = createAgent(test, staffToken)
})
afterAll(() => test.close())

const question = {
  subject: 'Не меняется баннер',
  description: 'На витрине остаётся старый баннер.',
  department: 'sales',
}

async function asOwner<T>(path: string, who = owner): Promise<T> {
  const headers = { Authorization: `Bearer ${await test.tokenFor(who)}` }
  const response = await test.app.request(`/v1${path}`, { headers })
  return (await response.json()) as T
}

describe('several questions in one ticket (R16)', () => {
  const split = (id: string, body: unknown, headers = {}) =>
    anna.send<SplitReply & { code?: string }>('POST', `/tickets/${id}/split`, body, headers)

  it('become tickets of that owner, who is told where each question went', async () => {
    const { id, number } = await desk.submit()
    const { status, body, etag } = await split(id, {
      parts: [question, { ...question, subject: 'Тариф' }],
      text: 'Про письма — здесь.',
    })
    expect([status, etag]).toEqual([201, '"2"'])
    expect(body.created.map(({ subject }) => subject)).toEqual([question.subject, 'Тариф'])
    const { history } = await asOwner<{ history: { text?: string; splitInto?: unknown[] }[] }>(`/tickets/${id}`)
    expect(history.at(-1)?.text).toContain('Про письма — здесь.')
    for (const one of body.created) expect(history.at(-1)?.text).toContain(`№ ${one.number} «${one.subject}»`)
    expect(history.at(-1)?.splitInto).toHaveLength(2)
    const part = await anna.ticket(body.created[0]?.id ?? '')
    expect(part).toMatchObject({ requester: { shop: 's1' }, unreadByStaff: false, status: 'new' })
    expect(part.history[0]).toMatchObject({ kind: 'submitted', by: { kind: 'staff' }, splitFrom: { id, number } })
  })

  it('are found in its words, the one that stays first, ready to be split', async () => {
    const { id } = await desk.submit({
      subject: 'Два вопроса',
      description: 'Как сменить логотип в шапке магазина? И почему промокод не действует на странице заказа?',
    })
    const { body } = await anna.send<PartsReply>('GET', `/tickets/${id}/parts`)
    expect(body.parts.map(({ subject }) => subject)).toEqual(['Два вопроса', expect.stringContaining('промокод')])
    const { status, body: done } = await split(id, { parts: body.parts.slice(1) })
    expect([status, done.created.length]).toEqual([201, 1])
    const one = await desk.submit()
    expect((await anna.send<PartsReply>('GET', `/tickets/${one.id}/parts`)).body.parts).toEqual([])
  })

  it('keep the promise that was made when they were asked', async () => {
    const { id, reactionDueAt } = await desk.submit()
    test.at(test.deps.clock() + 3_600_000)
    const { body } = await split(id, { parts: [question] })
    expect((await anna.ticket(body.created[0]?.id ?? '')).reactionDueAt).toBe(reactionDueAt)
  })

  it('are split once for a key, however often it is sent', async () => {
    const { id } = await desk.submit()
    const key = { 'Idempotency-Key': 'split', 'If-Match': await anna.etag(id) }
    const first = await split(id, { parts: [question] }, key)
    const again = await split(id, { parts: [question] }, key)
    expect(again.body.created).toEqual(first.body.created)
    expect(again.headers.get('idempotent-replay')).toBe('true')
  })

  it('are not split where a part says nothing, or another was faster', async () => {
    const { id } = await desk.submit()
    const blank = await split(id, { parts: [question, { ...question, subject: ' ' }] })
    expect(blank).toMatchObject({ status: 422, body: { code: 'text_missing' } })
    expect((await split(id, { parts: [question] }, { 'If-Match': '"7"' })).status).toBe(412)
    expect((await anna.ticket(id)).version).toBe(1)
  })
})

describe('a repeat of an open ticket (R17)', () => {
  it('is closed, and its owner told where it goes on', async () => {
    const [first, repeat] = [await desk.submit(), await desk.submit()]
    const { status, body } = await anna.send<StaffTicket>('POST', `/tickets/${repeat.id}/duplicate`, { of: first.id })
    expect([status, body.status, body.reaction]).toEqual([201, 'resolved', 'met'])
    const { history } = await asOwner<{ history: unknown[] }>(`/tickets/${repeat.id}`)
    expect(history.at(-1)).toMatchObject({
      decision: 'resolve',
      duplicateOf: { id: first.id, number: first.number },
      reasonText: `Вы уже писали об этом в билете № ${first.number}: ответим там`,
    })
  })

  it('repeats a ticket of the same owner, not of another, and not itself', async () => {
    const [first, other] = [await desk.submit(), await desk.submit({}, { ...owner, userId: 'u2' })]
    for (const of of [first.id, other.id, 'nothing']) {
      const answer = await anna.send('POST', `/tickets/${first.id}/duplicate`, { of })
      expect(answer).toMatchObject({ status: 422, body: { code: 'duplicate_unknown' } })
    }
  })
})

describe('an owner who called (R8)', () => {
  it('finds the ticket among their own', async () => {
    const requester = { shop: 's1', subject: 'u1' }
    await desk.submit()
    const { status, body } = await anna.send<StaffTicket>('POST', '/tickets', { requester, ...question, locale: 'ru' })
    expect([status, body.status, body.reaction]).toEqual([201, 'new', 'pending'])
    const { items } = await asOwner<{ items: { id: string }[] }>('/tickets')
    expect(items[0]?.id).toBe(body.id)
  })

  it('who never wrote before finds it when they first sign in', async () => {
    const requester = { shop: 'new shop', subject: 'u9', email: 'u9@shop.example' }
    const { body } = await anna.send<StaffTicket>('POST', '/tickets', { requester, ...question, locale: 'uk' })
    const items = await asOwner<{ items: { id: string }[] }>('/tickets', { ...owner, shop: 'new shop', userId: 'u9' })
    expect(items.items.map(({ id }) => id)).toEqual([body.id])
  })

  it('is a guest where only an address is known, and nobody where not even that is', async () => {
    const guest = { shop: 's1', email: 'stranger@mail.example', name: 'Пётр' }
    const { body } = await anna.send<StaffTicket>('POST', '/tickets', { requester: guest, ...question })
    expect(body.requester).toMatchObject({
      plan: 'guest',
      verified: false,
      email: 'stranger@mail.example',
      name: 'Пётр',
    })
    const answer = await anna.send('POST', '/tickets', { requester: { shop: 's1' }, ...question })
    expect(answer).toMatchObject({ status: 422, body: { code: 'requester_unknown' } })
  })
})

describe('tags', () => {
  it('are added and taken off one at a time, by two agents at once too', async () => {
    const { id } = await desk.submit()
    await Promise.all(
      ['банк', 'письма', 'vip'].map((tag) => anna.send('PUT', `/tickets/${id}/tags/${encodeURIComponent(tag)}`)),
    )
    expect(new Set((await anna.ticket(id)).tags)).toEqual(new Set(['банк', 'письма', 'vip']))
    const { body, status } = await anna.send<StaffTicket>('DELETE', `/tickets/${id}/tags/vip`)
    expect([status, body.tags.length]).toEqual([200, 2])
  })

  it('that are there already are not added again, and nothing is written', async () => {
    const { id } = await desk.submit()
    const { etag } = await anna.send('PUT', `/tickets/${id}/tags/one`)
    expect((await anna.send('PUT', `/tickets/${id}/tags/one`)).etag).toBe(etag)
  })

  it('that exist are offered, the most used first, and find their tickets', async () => {
    const ids = [(await desk.submit()).id, (await desk.submit()).id]
    for (const id of ids) await anna.send('PUT', `/tickets/${id}/tags/often`)
    await anna.send('PUT', `/tickets/${ids[0]}/tags/seldom`)
    const { body } = await anna.send<{ items: { tag: string; tickets: number }[] }>('GET', '/tags')
    expect(body.items).toEqual(
      expect.arrayContaining([
        { tag: 'often', tickets: 2 },
        { tag: 'seldom', tickets: 1 },
      ]),
    )
    const tags = body.items.map(({ tag }) => tag)
    expect(tags.indexOf('often')).toBeLessThan(tags.indexOf('seldom'))
    const found = await anna.send<{ items: OtherTicket[] }>('GET', '/tickets?tag=often')
    expect(found.body.items.map(({ id }) => id)).toEqual(ids)
  })
})

describe('a ticket is found', () => {
  it('by its number whatever its status, by who has it, and by whose turn it is', async () => {
    const { id, number } = await desk.submit({}, { ...owner, shop: 'finding' })
    await anna.say(id, 'Ждём.', { status: 'waiting_for_customer', assignee: 'Анна' })
    const found = async (query: string) =>
      (await anna.send<{ items: { id: string }[] }>('GET', `/tickets?shop=finding&${query}`)).body.items.map(
        (one) => one.id,
      )
    expect(await found('assignee=me')).toEqual([id])
    expect(await found('assignee=none')).toEqual([])
    expect(await found('awaiting=owner')).toEqual([id])
    expect(await found('awaiting=staff')).toEqual([])
    await anna.decide(id, { kind: 'resolve' })
    expect(await found('')).toEqual([])
    expect(await found('status=any')).toEqual([id])
    expect(await found(`number=${number}`)).toEqual([id])
    expect(await found('status=any&q=finding')).toEqual([id])
  })

  it('with the owner’s other tickets beside it', async () => {
    const who = { ...owner, userId: 'many' }
    const [one, two] = [await desk.submit({}, who), await desk.submit({}, who)]
    expect((await anna.ticket(one.id)).otherTickets?.map(({ id }) => id)).toEqual([two.id])
  })
})
