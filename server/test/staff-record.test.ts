// What the desk keeps for its staff: canned replies, tokens that expire, a record of who did what.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuditEntry, StoredReply } from '@bilet/shared/desk-replies'
import { createAgent } from './support/agent.ts'
import type { Agent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const hour = 3_600_000

let test: TestApp
let desk: Desk
let anna: Agent

beforeAll(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  anna = createAgent(test, staffToken)
})
beforeEach(() => void test.at(noon))
afterAll(() => test.close())

describe('canned replies', () => {
  const reply = { title: 'Ждём ссылку', text: '{{name}}, пришлите ссылку. Билет {{number}}, {{article}}', locale: 'ru' }

  it('are written, changed, listed by title and removed', async () => {
    await anna.send('PUT', '/replies/link', reply)
    await anna.send('PUT', '/replies/a', { ...reply, title: 'А', department: 'sales' })
    await anna.send('PUT', '/replies/link', { ...reply, title: 'Ещё раз' })
    const { body } = await anna.send<{ items: StoredReply[] }>('GET', '/replies')
    expect(body.items.map(({ id, title }) => [id, title])).toEqual([
      ['a', 'А'],
      ['link', 'Ещё раз'],
    ])
    expect((await anna.send('DELETE', '/replies/a')).status).toBe(204)
    expect((await anna.send('GET', '/replies/a')).status).toBe(404)
  })

  it('hold no variable that nobody fills in, and no department that is not there', async () => {
    const wrong = await anna.send('PUT', '/replies/x', { ...reply, text: 'Здравствуйте, {{nmae}}' })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'unknown_variable' } })
    const elsewhere = await anna.send('PUT', '/replies/x', { ...reply, department: 'kitchen' })
    expect(elsewhere.body.code).toBe('department_unknown')
  })
})

describe('tokens', () => {
  it('end when they say, and tell so', async () => {
    const expiresAt = new Date(noon + hour).toISOString()
    const { body } = await anna.send<{ token: string }>('POST', '/tokens', { name: 'Ира', scopes: ['read'], expiresAt })
    const ira = createAgent(test, body.token)
    expect((await ira.send('GET', '/me')).body).toMatchObject({ name: 'Ира', expiresAt })
    test.at(noon + hour)
    expect(await ira.send('GET', '/me')).toMatchObject({ status: 401, body: { code: 'token_expired' } })
  })

  it('are listed with those of the settings, and no two agents have one name', async () => {
    const { body } = await anna.send<{ items: unknown[] }>('GET', '/tokens')
    expect(body.items).toContainEqual(expect.objectContaining({ name: 'Анна', source: 'settings' }))
    const again = await anna.send('POST', '/tokens', { name: 'Анна', scopes: ['read'] })
    expect(again).toMatchObject({ status: 422, body: { code: 'name_taken' } })
    const past = { name: 'Вчера', scopes: ['read'], expiresAt: new Date(noon - hour).toISOString() }
    expect((await anna.send('POST', '/tokens', past)).body.code).toBe('until_in_past')
  })
})

describe('the record of what was done', () => {
  const record = async (query: string) =>
    (await anna.send<{ items: AuditEntry[]; nextCursor: string | null }>('GET', `/audit?${query}`)).body

  it('tells who answered, decided and assigned, and what became of the ticket, without a word of it', async () => {
    const { id } = await desk.submit({ description: 'Секретные слова владельца магазина' })
    await anna.say(id, 'Наш ответ.', { assignee: 'Анна' })
    await anna.say(id, 'Между нами.', { visibility: 'internal' })
    await anna.decide(id, { kind: 'refuse', reason: 'out_of_scope', text: 'Увы' })
    const { items } = await record(`object=ticket:${id}`)
    expect(items.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'Анна ticket.refuse',
      'Анна ticket.noted',
      'Анна ticket.changed',
      'Анна ticket.answered',
    ])
    expect(items[0]).toMatchObject({ before: { status: 'in_progress' }, after: { status: 'refused' } })
    expect(items[2]).toMatchObject({ before: { assignee: null }, after: { assignee: 'Анна' } })
    expect(JSON.stringify(items)).not.toMatch(/слова|ответ|Увы/)
  })

  it('tells who wrote articles and replies, made and revoked tokens, exported and erased', async () => {
    const boss = createAgent(test, await test.agentToken('Начальник', ['admin']))
    const { body } = await boss.send<{ id: string }>('POST', '/tokens', { name: 'Стажёр', scopes: ['read'] })
    await boss.send('DELETE', `/tokens/${body.id}`)
    await boss.send('PUT', '/articles/one', { title: 'Статья', lang: 'ru', markdown: 'Текст' })
    await boss.send('DELETE', '/articles/one')
    await boss.send('PUT', '/replies/r', { title: 'Р', text: 'Текст', locale: 'ru' })
    await boss.send('GET', '/export?format=csv&q=секрет')
    const { id } = await desk.submit()
    const person = (await anna.ticket(id)).requester.id
    await boss.send('GET', `/requesters/${person}/export`)
    await boss.send('DELETE', `/requesters/${person}`)
    const { items } = await record(`actor=${encodeURIComponent('Начальник')}`)
    expect(items.map(({ action }) => action).toReversed()).toEqual([
      'token.created',
      'token.revoked',
      'article.put',
      'article.removed',
      'reply.put',
      'tickets.exported',
      'requester.exported',
      'requester.erased',
    ])
    expect(JSON.stringify(items)).not.toContain('секрет')
  })

  it('is read by time and page by page, by admins alone, and is never rewritten', async () => {
    test.at(noon + 5 * hour)
    const { id } = await desk.submit()
    for (const tag of ['a', 'b', 'c']) await anna.send('PUT', `/tickets/${id}/tags/${tag}`)
    const from = encodeURIComponent(new Date(noon + 4 * hour).toISOString())
    const first = await record(`from=${from}&limit=2`)
    const rest = await record(`from=${from}&limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ after }) => after?.['tags'])).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
      ['a'],
    ])
    const reader = createAgent(test, await test.agentToken('Читатель', ['write']))
    expect((await reader.send('GET', '/audit')).status).toBe(403)
    for (const sql of ['delete from audit where seq = (select max(seq) from audit)', "update audit set actor = 'x'"])
      await expect(test.database.batch([{ sql, parameters: [] }])).rejects.toThrow(/append-only|storage/)
  })
})
