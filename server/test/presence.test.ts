// Two agents at one ticket see each other before their answers contradict.
import { createStorage } from 'unstorage'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPresence, presenceMs } from '../src/staff/presence.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk
let ticket: string
let boris: string

beforeEach(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  ticket = (await desk.submit()).id
  boris = (await desk.asStaff<{ token: string }>('POST', '/tokens', { name: 'Борис', scopes: ['read'] })).token
})
afterEach(() => test.close())

async function at(token: string, doing: string, id = ticket) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const path = `/v1/staff/tickets/${id}/presence`
  const response = await test.app.request(path, { method: 'PUT', headers, body: JSON.stringify({ doing }) })
  return { status: response.status, body: (await response.json()) as { others?: object[]; code?: string } }
}

it('an agent hears who else looks at the ticket and who writes', async () => {
  expect((await at(staffToken, 'looking')).body).toEqual({ others: [] })
  expect((await at(boris, 'typing')).body).toEqual({ others: [{ name: 'Анна', doing: 'looking' }] })
  expect((await at(staffToken, 'looking')).body).toEqual({ others: [{ name: 'Борис', doing: 'typing' }] })
})

it('who has left, or has not been heard of, is not there', async () => {
  await at(boris, 'looking')
  const path = `/v1/staff/tickets/${ticket}/presence`
  await test.app.request(path, { method: 'DELETE', headers: { Authorization: `Bearer ${boris}` } })
  expect((await at(staffToken, 'looking')).body).toEqual({ others: [] })
  await at(boris, 'looking')
  test.at(noon + 12_000)
  expect((await at(staffToken, 'looking')).body).toEqual({ others: [] })
})

it('who went without a word is forgotten, though nobody looks at the ticket again', async () => {
  const storage = createStorage()
  let now = noon
  const presence = createPresence(storage, { clock: () => now })
  await presence.tell('a', { id: 'anna', name: 'Анна' }, 'typing')
  await presence.tell('b', { id: 'boris', name: 'Борис' }, 'looking')
  now += presenceMs
  await presence.tell('b', { id: 'vera', name: 'Вера' }, 'looking')
  await presence.sweep()
  const left = await Promise.all((await storage.getKeys()).map((key) => storage.getItem(key)))
  expect(left).toMatchObject([{ name: 'Вера' }])
})

it('the sweep of what is over forgets it too', async () => {
  const swept = vi.spyOn(test.deps.presence, 'sweep')
  await test.deps.tidy()
  expect(swept).toHaveBeenCalledOnce()
})

it('agents at another ticket are not told of', async () => {
  const other = (await desk.submit({ subject: 'Другой вопрос про оплату' })).id
  await at(boris, 'typing', other)
  expect((await at(staffToken, 'looking')).body).toEqual({ others: [] })
})

it('a ticket that is not there has nobody at it', async () => {
  expect(await at(staffToken, 'looking', 'no-such-ticket')).toMatchObject({ status: 404, body: { code: 'not_found' } })
})
