// The same request twice is done once, also where it is about no ticket.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditEntry } from '@bilet/shared/desk-replies'
import { png } from '../src/attachments/image/test-pictures.ts'
import { openApiDocument } from '../src/openapi/document.ts'
import { createAgent } from './support/agent.ts'
import type { Agent } from './support/agent.ts'
import { createTestApp, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let anna: Agent

beforeAll(async () => {
  test = await createTestApp()
  anna = createAgent(test, staffToken)
})
afterAll(() => test.close())

const keyed = (key: string) => ({ 'Idempotency-Key': key })
const replayed = ({ headers }: { headers: Headers }) => headers.get('idempotent-replay') === 'true'

it('every write takes a key but those that keep nothing, or are good once anyhow', () => {
  const writes = Object.entries(openApiDocument(test.app).paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => path.startsWith('/v1/staff/') && method !== 'get')
      .map(([method, { parameters = [] }]) => ({
        name: `${method} ${path}`,
        takesKey: parameters.some(({ name }) => name === 'Idempotency-Key'),
      })),
  )
  expect(writes.length).toBeGreaterThan(20)
  expect(writes.filter(({ takesKey }) => !takesKey).map(({ name }) => name)).toEqual([
    'post /v1/staff/sign-in',
    'put /v1/staff/tickets/{id}/presence',
    'delete /v1/staff/tickets/{id}/presence',
  ])
})

it('a token is made once, however often it is asked for, and is given again to whoever asked', async () => {
  const body = { name: 'Ира', scopes: ['read'] }
  const made = await Promise.all(
    Array.from({ length: 4 }, () => anna.send<{ token: string }>('POST', '/tokens', body, keyed('ira'))),
  )
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(made.map(({ body: { token } }) => token)).size).toBe(1)
  expect(made.filter(replayed)).toHaveLength(3)
  expect(await createAgent(test, made[0]?.body.token ?? '').send('GET', '/me')).toMatchObject({ body: { name: 'Ира' } })
  expect((await anna.send('POST', '/tokens', { ...body, name: 'Ян' }, keyed('ira'))).body.code).toBe(
    'idempotency_key_reused',
  )
  const rows = await test.database.query({ sql: 'select * from staff_answers', parameters: [] })
  expect(JSON.stringify(rows)).not.toContain(made[0]?.body.token.slice(0, 16))
})

it('what was refused uses no key up, and what was removed is removed for the repeat too', async () => {
  const wrong = await anna.send('POST', '/webhooks', { url: 'nowhere', events: ['ticket.created'] }, keyed('hook'))
  expect(wrong.status).toBe(422)
  const hook = { url: 'https://tools.example/bilet', events: ['ticket.created'] }
  const made = await anna.send<{ id: string; secret: string }>('POST', '/webhooks', hook, keyed('hook'))
  const again = await anna.send<{ id: string; secret: string }>('POST', '/webhooks', hook, keyed('hook'))
  expect([made.status, again.body]).toEqual([201, made.body])
  const rotated = await anna.send('POST', `/webhooks/${made.body.id}/rotate`, undefined, keyed('rotate'))
  expect((await anna.send('POST', `/webhooks/${made.body.id}/rotate`, undefined, keyed('rotate'))).body).toEqual(
    rotated.body,
  )
  for (const isAgain of [false, true]) {
    const removed = await anna.send('DELETE', `/webhooks/${made.body.id}`, undefined, keyed('remove'))
    expect([removed.status, replayed(removed)]).toEqual([204, isAgain])
  }
  expect((await anna.send('DELETE', `/webhooks/${made.body.id}`)).status).toBe(404)
})

it('a picture is stored once though its form is cut anew, and a reply is written once on the record', async () => {
  const upload = async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(png())], { type: 'image/png' }), 'answer.png')
    return (await anna.send<{ id: string }>('POST', '/attachments', form, keyed('picture'))).body.id
  }
  expect(await upload()).toBe(await upload())
  const reply = { title: 'Ждём ссылку', text: 'Пришлите ссылку.', locale: 'ru' }
  for (const text of [reply, reply]) await anna.send('PUT', '/replies/link', text, keyed('reply'))
  const { body } = await anna.send<{ items: AuditEntry[] }>('GET', '/audit?object=reply:link')
  expect(body.items).toHaveLength(1)
})

it('a key is of one person and one act: another’s, or elsewhere, is another', async () => {
  const boris = createAgent(test, await test.agentToken('Борис', ['write']))
  const reply = { title: 'Спасибо', text: 'Спасибо, что написали.', locale: 'ru' }
  for (const [agent, path] of [
    [anna, '/replies/a'],
    [boris, '/replies/a'],
    [anna, '/replies/b'],
  ] as const)
    expect(replayed(await agent.send('PUT', path, reply, keyed('one key')))).toBe(false)
  expect((await anna.send('PUT', '/replies/c', reply, keyed('x'.repeat(256)))).body.code).toBe(
    'idempotency_key_invalid',
  )
})
