// A day of an agent through the API alone: what must not go wrong, in the agent's words.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { createAgent } from './support/agent.ts'
import type { Agent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { createOutbox } from '../src/notify/outbox.ts'
import { createTestApp, noon, owner, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const hour = 3_600_000

let test: TestApp
let desk: Desk
let anna: Agent
let boris: Agent

beforeAll(async () => {
  test = await createTestApp({ sendsMail: true })
  desk = createDesk(test)
  anna = createAgent(test, staffToken)
  boris = createAgent(test, await test.agentToken('Борис', ['write']))
})
beforeEach(() => void test.at(noon))
afterAll(() => test.close())

const refusal = { kind: 'refuse', reason: 'third_party_service', text: 'Сбой на стороне банка.' }
const picture = () => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(png())]), 'answer.png')
  return form
}

/** The letters that wait to be sent, by their tickets' ids; the receipts of submissions apart. */
async function lettersAbout(...ids: string[]): Promise<string[]> {
  const items = await createOutbox(test.database, { clock: () => noon }).claim(1_000)
  const answers = items.filter(({ kind }) => kind !== 'ticket.submitted')
  return answers.flatMap(({ ticketId }) => (ids.includes(ticketId) ? [ticketId] : [])).toSorted()
}

/** The ticket as its owner sees it. */
async function asOwner(id: string) {
  const headers = { Authorization: `Bearer ${await test.tokenFor()}` }
  const response = await test.app.request(`/v1/tickets/${id}`, { headers })
  return (await response.json()) as { status: string; history: Record<string, unknown>[] }
}

describe('closing says why (R19)', () => {
  it.each(['resolved', 'refused'])('a status alone closes nothing: %s asks for a decision', async (status) => {
    const { id } = await desk.submit()
    const answer = await anna.change(id, { status }, await anna.etag(id))
    expect(answer).toMatchObject({ status: 422, body: { code: 'decision_required' } })
    expect(await anna.bulk({ ids: [id], change: { status } })).toMatchObject({
      status: 422,
      body: { code: 'decision_required' },
    })
    expect((await anna.say(id, 'Готово.', { status })).body.code).toBe('decision_required')
    expect((await asOwner(id)).status).toBe('new')
  })

  it('many are refused at once by a decision, and each owner reads the reason', async () => {
    const ids = [(await desk.submit()).id, (await desk.submit()).id]
    const { body } = await anna.bulk({ ids, decision: refusal })
    expect(body.results.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
    for (const id of ids) {
      const seen = await asOwner(id)
      expect(seen.status).toBe('refused')
      expect(seen.history.at(-1)).toMatchObject({ kind: 'decision', reason: 'third_party_service', text: refusal.text })
    }
  })

  it('takes a change or a decision for many, not both and not neither', async () => {
    const { id } = await desk.submit()
    for (const body of [{ ids: [id] }, { ids: [id], change: { tags: [] }, decision: refusal }])
      expect(await anna.bulk(body)).toMatchObject({ status: 422, body: { code: 'change_or_decision_required' } })
  })

  it('settles the promise at that moment, so that counts and report agree for ever', async () => {
    const other = await createTestApp()
    const [owners, agent] = [createDesk(other), createAgent(other, staffToken)]
    const ids = [(await owners.submit()).id, (await owners.submit()).id]
    other.at(noon + hour)
    await agent.bulk({ ids, decision: { kind: 'resolve' } })
    other.at(noon + 48 * hour)
    expect((await agent.ticket(ids[0] ?? '')).reaction).toBe('met')
    expect(await agent.counts()).toMatchObject({ breached: 0, due: 0, status: { resolved: 2 } })
    const { total } = await owners.reaction(`?from=${new Date(noon - hour).toISOString()}`)
    expect(total).toMatchObject({ tickets: 2, met: 2, breached: 0, pending: 0 })
    await other.close()
  })
})

describe('the same request twice is done once', () => {
  const key = { 'Idempotency-Key': 'a click that was repeated' }

  it('an answer is stored once, whoever repeats it and however often', async () => {
    const { id } = await desk.submit()
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => anna.say(id, 'Проверили.', {}, key)))
    for (const one of others) expect(one.body).toEqual(first?.body)
    expect((await asOwner(id)).history.filter(({ kind }) => kind === 'message')).toHaveLength(1)
    const again = await anna.say(id, 'Проверили.', {}, key)
    expect(again).toMatchObject({ status: 201, body: first?.body })
    expect(again.headers.get('idempotent-replay')).toBe('true')
    expect((await anna.say(id, 'Другое.', {}, key)).body.code).toBe('idempotency_key_reused')
    expect(await lettersAbout(id)).toEqual([id])
  })

  it('a decision is taken once, and the repeat is no second decision', async () => {
    const { id } = await desk.submit()
    expect((await anna.decide(id, refusal, key)).status).toBe(201)
    const again = await anna.decide(id, refusal, key)
    expect([again.status, again.headers.get('idempotent-replay')]).toEqual([201, 'true'])
    expect((await anna.ticket(id)).history.filter(({ kind }) => kind === 'decision')).toHaveLength(1)
  })

  it('a change is made once, though the version it names is gone by the time it is repeated', async () => {
    const { id } = await desk.submit()
    const etag = await anna.etag(id)
    await anna.change(id, { assignee: 'Борис' }, etag, key)
    const again = await anna.change(id, { assignee: 'Борис' }, etag, key)
    expect([again.status, again.headers.get('idempotent-replay')]).toEqual([200, 'true'])
  })

  it('many are changed once', async () => {
    const ids = [(await desk.submit()).id, (await desk.submit()).id]
    const body = { ids, decision: refusal }
    const first = await anna.bulk(body, key)
    expect((await anna.bulk(body, key)).body).toEqual(first.body)
  })

  it('each owner of many gets one letter, though the request is repeated', async () => {
    const ids = [(await desk.submit()).id, (await desk.submit()).id]
    const until = new Date(noon + 24 * hour).toISOString()
    const decision = { kind: 'extend', reason: 'needs_development', until }
    const twice = Array.from({ length: 2 }, () => anna.bulk({ ids, decision }, { 'Idempotency-Key': 'two, repeated' }))
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([200, 200])
    expect(await lettersAbout(...ids)).toEqual(ids.toSorted())
  })

  it('keys of two agents never meet', async () => {
    const { id } = await desk.submit()
    await anna.say(id, 'Ответ Анны.', {}, key)
    expect((await boris.say(id, 'Ответ Бориса.', {}, key)).headers.get('idempotent-replay')).toBeNull()
  })

  it('a key that is none is refused', async () => {
    const { id } = await desk.submit()
    const answer = await anna.say(id, 'Ответ.', {}, { 'Idempotency-Key': 'x'.repeat(256) })
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } })
  })
})

describe('two agents at once', () => {
  it('the second is told what the first did, and nothing contradictory is sent', async () => {
    const { id } = await desk.submit()
    const seen = { 'If-Match': await anna.etag(id) }
    const [one, two] = await Promise.all([anna.decide(id, { kind: 'resolve' }, seen), boris.decide(id, refusal, seen)])
    expect(new Set([one.status, two.status])).toEqual(new Set([201, 412]))
    const stale = one.status === 412 ? one : two
    expect(stale.body).toMatchObject({
      code: 'version_stale',
      version: 2,
      changes: [{ kind: 'decision', by: { kind: 'staff' } }],
    })
    expect(stale.etag).toBe('"2"')
    expect((await asOwner(id)).history.filter(({ kind }) => kind === 'decision')).toHaveLength(1)
  })

  it('an answer to what has changed is refused with all changes since; without If-Match it is taken', async () => {
    const { id } = await desk.submit()
    const seen = { 'If-Match': await anna.etag(id) }
    await boris.say(id, 'Смотрю.', { assignee: 'Борис' })
    const { status, body } = await anna.say(id, 'Тоже смотрю.', {}, seen)
    expect(status).toBe(412)
    expect(body['changes']).toMatchObject([
      { kind: 'message', by: { name: 'Борис' } },
      { kind: 'changed', assignee: 'Борис' },
    ])
    expect((await anna.say(id, 'Тоже смотрю.')).status).toBe(201)
  })

  it('every answer about a ticket carries its ETag', async () => {
    const { id } = await desk.submit()
    const said = await anna.say(id, 'Смотрю.')
    expect(said.etag).toBe('"2"')
    expect((await anna.change(id, { tags: ['банк'] }, said.etag)).etag).toBe('"3"')
    expect((await anna.decide(id, refusal)).etag).toBe('"4"')
    expect(await anna.etag(id)).toBe('"4"')
  })
})

describe('an answer says something (R6)', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['zero-width signs', '\u200b\u2060\ufeff'],
    ['fillers that pass for letters', '\u3164\u115f'],
    ['dashes', '— …'],
  ])('%s is no answer and no reaction', async (_name, text) => {
    const { id } = await desk.submit()
    for (const visibility of ['public', 'internal'])
      expect(await anna.say(id, text, { visibility })).toMatchObject({ status: 422, body: { code: 'text_missing' } })
    expect((await anna.ticket(id)).reactedAt).toBeNull()
  })

  it('is trimmed, and may be a picture alone', async () => {
    const { id } = await desk.submit()
    expect((await anna.say(id, '  Да.\n')).body['text']).toBe('Да.')
    const { body } = await anna.send<{ id: string }>('POST', '/attachments', picture())
    expect((await anna.say(id, '', { attachments: [body.id] })).status).toBe(201)
  })
})

describe('pictures and articles are what they are said to be', () => {
  it('a picture that nobody uploaded is refused, and so is an owner’s', async () => {
    const { id } = await desk.submit()
    const headers = { Authorization: `Bearer ${await test.tokenFor({ ...owner, userId: 'u2' })}` }
    const upload = await test.app.request('/v1/attachments', { method: 'POST', headers, body: picture() })
    const owners = (await upload.json()) as { id: string }
    for (const attachment of ['abc', owners.id]) {
      const answer = await anna.say(id, 'Смотрите.', { attachments: [attachment] })
      expect(answer).toMatchObject({ status: 422, body: { code: 'attachment_unknown' } })
    }
  })

  it('an agent’s picture is seen by the owner it was sent to, and by no other', async () => {
    const { id } = await desk.submit()
    const uploaded = await anna.send<{ id: string; width: number }>('POST', '/attachments', picture())
    expect(uploaded.status).toBe(201)
    const path = `/v1/attachments/${uploaded.body.id}`
    const readBy = async (who = owner) =>
      (await test.app.request(path, { headers: { Authorization: `Bearer ${await test.tokenFor(who)}` } })).status
    await anna.say(id, 'Между нами.', { visibility: 'internal', attachments: [uploaded.body.id] })
    expect(await readBy()).toBe(404)
    await anna.say(id, 'Смотрите.', { attachments: [uploaded.body.id] })
    expect(await readBy()).toBe(200)
    expect(await readBy({ ...owner, userId: 'u2' })).toBe(404)
    expect((await asOwner(id)).history.at(-1)).toMatchObject({ attachments: [{ id: uploaded.body.id }] })
  })

  it('a picture sent to one owner cannot be sent to another: erasing one must not take it from the other', async () => {
    const { id } = await desk.submit()
    const other = await desk.submit({}, { ...owner, userId: 'u2' })
    const { body } = await anna.send<{ id: string }>('POST', '/attachments', picture())
    await anna.say(id, 'Смотрите.', { attachments: [body.id] })
    const answer = await anna.say(other.id, 'Смотрите.', { attachments: [body.id] })
    expect(answer.body.code).toBe('attachment_unknown')
  })

  it('a picture that was sent is never swept away, one that was not is', async () => {
    const { id } = await desk.submit()
    const sent = await anna.send<{ id: string }>('POST', '/attachments', picture())
    const unsent = await anna.send<{ id: string }>('POST', '/attachments', picture())
    await anna.say(id, 'Смотрите.', { attachments: [sent.body.id] })
    test.at(noon + 40 * 24 * hour)
    const { sweepUnused } = await import('../src/attachments/sweep-unused.ts')
    await sweepUnused(test.deps)
    expect((await anna.send('GET', `/attachments/${sent.body.id}`)).status).toBe(200)
    expect((await anna.send('GET', `/attachments/${unsent.body.id}`)).status).toBe(404)
  })

  it('an article that is not there is refused; one that is stands in the thread with its title and link', async () => {
    const { id } = await desk.submit()
    const answer = await anna.say(id, 'Читайте.', { articleId: 'no-such' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'article_unknown' } })
    const url = 'https://help.example/domain'
    const domain = { title: 'Подключить домен', lang: 'ru', markdown: '## Шаги\n\nОткройте настройки.', url }
    await anna.send('PUT', '/articles/domain', domain)
    await anna.say(id, 'Читайте.', { articleId: 'domain' })
    const brought = { articleId: 'domain', article: { title: 'Подключить домен', url } }
    expect((await asOwner(id)).history.at(-1)).toMatchObject(brought)
    expect((await anna.ticket(id)).history.at(-1)).toMatchObject(brought)
  })
})

describe('times and queries', () => {
  it('every time is RFC 3339, in decisions and events too', async () => {
    const { id } = await desk.submit()
    const until = new Date(noon + 24 * hour).toISOString()
    const { body } = await anna.decide(id, { kind: 'extend', reason: 'needs_development', until })
    const { history, extendedUntil } = body as unknown as StaffTicket
    expect(extendedUntil).toBe(until)
    expect(history).toMatchObject([
      { kind: 'submitted', reactionDueAt: new Date(noon + 24 * hour).toISOString() },
      { kind: 'decision', decision: { until } },
    ])
    expect(JSON.stringify(body)).not.toMatch(/\b1[67]\d{11}\b/)
  })

  it.each(['/tickets', '/tickets/counts', '/tickets/any', '/tokens', '/lexicon', '/attachments/any', '/events'])(
    'a parameter that %s does not know is refused, not ignored',
    async (path) => {
      const answer = await anna.send('GET', `${path}?asignee=me`)
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_query' } })
    },
  )
})

describe('which decision may follow which (R19)', () => {
  it.each([
    ['extend', 'resolve', 409],
    ['refuse', 'resolve', 409],
    ['resolve', 'resolve', 409],
    ['extend', 'refuse', 409],
    ['resolve', 'refuse', 201],
    ['resolve', 'extend', 201],
  ])('%s after %s is answered %i', async (kind, before, status) => {
    const { id } = await desk.submit()
    await anna.decide(id, { kind: before, reason: 'needs_development' })
    const answer = await anna.decide(id, { kind, reason: 'needs_development' })
    expect(answer.status).toBe(status)
    if (status !== 409) return
    const now = before === 'resolve' ? 'resolved' : 'refused'
    expect(answer.body).toMatchObject({ code: 'decision_not_allowed', ticketStatus: now })
  })

  it('what was closed by mistake is opened again by its status', async () => {
    const { id } = await desk.submit()
    const { etag } = await anna.decide(id, { kind: 'resolve' })
    expect((await anna.change(id, { status: 'in_progress' }, etag)).status).toBe(200)
    expect((await anna.decide(id, { kind: 'extend', reason: 'needs_development' })).status).toBe(201)
  })
})

describe('answered in one call', () => {
  it('text, status, assignee and decision are one change of one version', async () => {
    const { id } = await desk.submit()
    const { status, etag } = await anna.say(id, 'Ждём ссылку.', { status: 'waiting_for_customer', assignee: 'Борис' })
    expect([status, etag]).toEqual([201, '"2"'])
    expect(await anna.ticket(id)).toMatchObject({
      version: 2,
      status: 'waiting_for_customer',
      assignee: 'Борис',
      awaiting: 'owner',
      unreadByStaff: false,
    })
  })

  it('nobody who is not at the desk gets a ticket', async () => {
    const { id } = await desk.submit()
    const answer = await anna.change(id, { assignee: 'Никто' }, await anna.etag(id))
    expect(answer).toMatchObject({ status: 422, body: { code: 'assignee_unknown' } })
    expect((await anna.change(id, { assignee: null }, await anna.etag(id))).status).toBe(200)
  })
})
