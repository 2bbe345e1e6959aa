// What is news to an owner: told by the server, so that every device of theirs knows the same.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TicketReply, UnreadReply } from '@bilet/shared/replies'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, noon, owner } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const minute = 60_000

let test: TestApp
let desk: Desk

beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  test.at(noon)
})
afterEach(() => test.close())

type Init = { method?: string; headers?: Record<string, string>; body?: string }

async function ask(path: string, init: Init = {}, who = owner) {
  const headers = { Authorization: `Bearer ${await test.tokenFor(who)}`, ...init.headers }
  return test.app.request(`/v1${path}`, { ...init, headers })
}
const unread = async (who = owner) => ((await (await ask('/tickets/unread', {}, who)).json()) as UnreadReply).unread
const ticketOf = async (id: string) => (await (await ask(`/tickets/${id}`)).json()) as TicketReply
const read = (id: string, at: string, who = owner) =>
  ask(
    `/tickets/${id}/read`,
    { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ at }) },
    who,
  )

it('an answer is unread until the owner has seen it, on whichever device', async () => {
  const { id } = await desk.submit()
  expect(await unread()).toBe(0)
  test.at(noon + minute)
  await desk.answer(id)
  expect(await unread()).toBe(1)
  const seen = await ticketOf(id)
  expect(seen).toMatchObject({ unread: true })
  expect((await read(id, seen.updatedAt)).status).toBe(204)
  expect(await unread()).toBe(0)
  expect(await ticketOf(id)).toMatchObject({ unread: false, readAt: seen.updatedAt })
})

it('what comes while the owner reads stays unread', async () => {
  const { id } = await desk.submit()
  test.at(noon + minute)
  await desk.answer(id)
  const { updatedAt } = await ticketOf(id)
  test.at(noon + 2 * minute)
  await desk.answer(id)
  await read(id, updatedAt)
  expect(await unread()).toBe(1)
})

it('what has been read is not unread again, and nothing is read ahead of time', async () => {
  const { id } = await desk.submit()
  test.at(noon + minute)
  await desk.answer(id)
  await read(id, '2999-01-01T00:00:00.000Z')
  await read(id, '2020-01-01T00:00:00.000Z')
  expect(await unread()).toBe(0)
  test.at(noon + 2 * minute)
  await desk.answer(id)
  expect(await unread()).toBe(1)
})

it('a note among staff is no news', async () => {
  const { id } = await desk.submit()
  test.at(noon + minute)
  await desk.answer(id, undefined, 'internal')
  expect(await unread()).toBe(0)
})

it('another’s ticket is neither counted nor read', async () => {
  const { id } = await desk.submit()
  test.at(noon + minute)
  await desk.answer(id)
  const other = { ...owner, userId: 'u2' }
  expect(await unread(other)).toBe(0)
  expect((await read(id, new Date(noon + minute).toISOString(), other)).status).toBe(404)
  expect(await unread()).toBe(1)
})

it('an unchanged number is not sent again, and a guest has none', async () => {
  const first = await ask('/tickets/unread')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  expect((await ask('/tickets/unread', { headers: { 'If-None-Match': tag } })).status).toBe(304)
  const { id } = await desk.submit()
  test.at(noon + minute)
  await desk.answer(id)
  expect((await ask('/tickets/unread', { headers: { 'If-None-Match': tag } })).status).toBe(200)
  expect((await test.app.request('/v1/tickets/unread')).status).toBe(401)
})
