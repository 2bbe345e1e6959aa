// Where a page ended is said in the terms of its own list: no other list takes it for a place of its own.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ticketSorts } from '../../src/tickets/ticket-store.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import { createAgent } from '../support/agent.ts'
import { createDesk } from '../support/desk.ts'
import { createTestApp, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

type Page = { nextCursor?: string | null; historyCursor?: string | null; code?: string }

/** One list under each of its addresses, without the cursor. */
type List = { name: string; paths: string[] }

let test: TestApp
let lists: List[]

beforeAll(async () => {
  test = await createTestApp()
  const [desk, agent] = [createDesk(test), createAgent(test, staffToken)]
  const hook = await agent.send<{ id: string }>('POST', '/webhooks', {
    url: 'https://hooks.example/a',
    events: ['ticket.created'],
  })
  const [ticket] = [await desk.submit(), await desk.submit(), await desk.submit()]
  for (const { id } of [await desk.submit(), await desk.submit()])
    await agent.decide(id, {
      kind: 'extend',
      until: '2026-04-01T09:00:00Z',
      reason: 'third_party_service',
      text: 'Ждём.',
    })
  for (let line = 0; line < 51; line++) await agent.say(ticket.id, `Ответ ${line}.`)
  await desk.write('one', 'Домен.')
  await desk.write('two', 'Почта.')
  lists = [
    ...ticketSorts.map((sort) => ({ name: sort, paths: [`/v1/staff/tickets?status=any&limit=1&sort=${sort}`] })),
    { name: 'own tickets', paths: ['/v1/tickets?limit=1'] },
    { name: 'history', paths: [`/v1/tickets/${ticket.id}?`, `/v1/staff/tickets/${ticket.id}?`] },
    { name: 'articles', paths: ['/v1/staff/articles?limit=1'] },
    { name: 'audit', paths: ['/v1/staff/audit?limit=1'] },
    { name: 'deliveries', paths: [`/v1/staff/webhooks/${hook.body.id}/deliveries?limit=1`] },
  ]
})
afterAll(() => test.close())

async function get(path: string): Promise<{ status: number; body: Page }> {
  const token = path.startsWith('/v1/staff') ? staffToken : await test.tokenFor()
  const response = await test.app.request(path, { headers: { Authorization: `Bearer ${token}` } })
  return { status: response.status, body: (await response.json()) as Page }
}

const parameterOf = ({ name }: List) => (name === 'history' ? 'before' : 'cursor')
const at = (list: List, path: string, cursor: string) =>
  get(`${path}&${parameterOf(list)}=${encodeURIComponent(cursor)}`)

async function cursorOf({ name, paths: [path = ''] }: List): Promise<string> {
  const { status, body } = await get(path)
  const cursor = body.nextCursor ?? body.historyCursor
  if (!cursor) throw new Error(`${name} has no second page: ${status}`)
  return cursor
}

it('each list takes its own cursor, and is told of every other list’s that it is none', async () => {
  const cursors = await Promise.all(lists.map(async (list) => ({ from: list.name, cursor: await cursorOf(list) })))
  for (const list of lists)
    for (const path of list.paths)
      for (const { from, cursor } of cursors) {
        const { status, body } = await at(list, path, cursor)
        const told = { status, code: body.code }
        const expected = from === list.name ? { status: 200, code: undefined } : { status: 400, code: 'invalid_query' }
        expect(told, `${from} at ${path}`).toEqual(expected)
      }
})

it('these are all the lists that have cursors', () => {
  const paged = Object.entries(openApiDocument(test.app).paths).flatMap(([path, { get: read }]) =>
    read?.parameters?.some(({ name }) => name === 'cursor' || name === 'before') ? [path] : [],
  )
  const walked = lists.flatMap(({ paths }) => paths.map((path) => path.split('?')[0] ?? ''))
  const isOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`)
  expect(paged.filter((path) => !walked.some((one) => isOf(path).test(one)))).toEqual([])
  expect(paged.length).toBeGreaterThan(5)
})
