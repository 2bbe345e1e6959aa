// A ticket that is written to without end stays as cheap to read as any.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TicketReply } from '@bilet/shared/replies'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { latestLines } from '../../src/http/paging.ts'
import { createAgent } from '../support/agent.ts'
import { createDesk } from '../support/desk.ts'
import { message, newClaim, newTicket, oleg, owner as by } from '../support/sample-tickets.ts'
import { createTestApp, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
let id: string
const messages = 130

beforeAll(async () => {
  test = await createTestApp()
  id = (await createDesk(test).submit()).id
  for (let turn = 0; turn < messages; turn++)
    await test.deps.tickets.addMessage(id, message(by, `Письмо ${turn}`), null)
  await test.deps.tickets.addMessage(id, message(oleg, 'Заметка', { visibility: 'internal' }), null)
})
afterAll(() => test.close())

const asOwner = async (query = '', who = owner) => {
  const headers = { Authorization: `Bearer ${await test.tokenFor(who)}` }
  const response = await test.app.request(`/v1/tickets/${id}${query}`, { headers })
  return { status: response.status, body: (await response.json()) as TicketReply }
}

it('its owner gets the latest lines, and the rest by pages, none twice and none left out', async () => {
  const pages: string[][] = []
  for (let query = ''; ;) {
    const { history, historyCursor } = (await asOwner(query)).body
    expect(history.length).toBeLessThanOrEqual(latestLines)
    pages.unshift(history.map((line) => (line.kind === 'message' ? line.text : line.kind)))
    if (historyCursor === null) break
    query = `?before=${historyCursor}`
  }
  expect(pages.map(({ length }) => length)).toEqual([31, 50, 50])
  expect(pages.flat()).toEqual(['submitted', ...Array.from({ length: messages }, (_, turn) => `Письмо ${turn}`)])
})

it('staff get the same with what is theirs alone', async () => {
  const agent = createAgent(test, staffToken)
  const first = await agent.send<StaffTicket>('GET', `/tickets/${id}`)
  expect(first.body.history).toHaveLength(latestLines)
  expect(first.body.history.at(-1)).toMatchObject({ visibility: 'internal', text: 'Заметка' })
  const second = await agent.send<StaffTicket>('GET', `/tickets/${id}?before=${first.body.historyCursor}`)
  expect(second.body.history.at(-1)?.seq).toBeLessThan(first.body.history[0]?.seq ?? 0)
})

it('a cursor that is none, or another list’s, is the asker’s mistake', async () => {
  for (const cursor of [
    'x',
    '%00',
    btoa('submittedAt 1').replaceAll('=', ''),
    btoa('history 1').replaceAll('=', ''),
    btoa('history 1 1e999'),
  ])
    expect((await asOwner(`?before=${encodeURIComponent(cursor)}`)).status).toBe(400)
})

it('a stranger with a good cursor finds nothing', async () => {
  const { historyCursor } = (await asOwner()).body
  expect((await asOwner(`?before=${historyCursor}`, { ...owner, shop: 's2' })).status).toBe(404)
})

it('a cursor of one ticket tells nothing of it at another', async () => {
  const other = newTicket({ requester: (await test.deps.tickets.find(id))?.requester ?? {} })
  await test.deps.tickets.submit(other, newClaim())
  const { historyCursor } = (await asOwner()).body
  const headers = { Authorization: `Bearer ${await test.tokenFor(owner)}` }
  const response = await test.app.request(`/v1/tickets/${other.id}?before=${historyCursor}`, { headers })
  const { history, historyCursor: earlier } = (await response.json()) as TicketReply
  expect(history.map(({ kind }) => kind)).toEqual(['submitted'])
  expect(earlier).toBeNull()
})
