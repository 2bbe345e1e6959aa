// A guest comes back to a ticket by the link of a letter: theirs to read and to answer, that one, for a month.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { TicketReply } from '@bilet/shared/replies'
import { png } from '../src/attachments/image/test-pictures.ts'
import { guestLinkMs } from '../src/tickets/guest-links.ts'
import { createAgent } from './support/agent.ts'
import type { Agent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { createTestApp, noon, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp
let desk: Desk
let anna: Agent

beforeAll(async () => {
  test = await createTestApp({ limits: { guestMessages: 3, failedTokens: 40 } })
  desk = createDesk(test)
  anna = createAgent(test, staffToken)
})
beforeEach(() => void test.at(noon))
afterAll(() => test.close())

const email = 'guest@mail.example'
const opened = async () => (await desk.submit({ email }, 'guest')).id
const linkOf = (id: string) => test.deps.guestLinks.give(id) ?? ''

type Init = { method?: string; headers?: Record<string, string>; body?: string | FormData }

const ask = (path: string, token: string, init: Init = {}) =>
  test.app.request(`/v1${path}`, { ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers } })
const say = (id: string, token: string, body: object, key = 'a key') =>
  ask(`/tickets/${id}/messages`, token, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

it('they read the answer, and what they add is theirs in the thread, once for its key', async () => {
  const id = await opened()
  await desk.answer(id)
  const seen = await ask(`/tickets/${id}`, linkOf(id))
  expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const { history, unread } = (await seen.json()) as TicketReply
  expect(unread).toBe(true)
  expect(history.at(-1)).toMatchObject({ kind: 'message', from: 'staff', text: 'Посмотрите статью.' })
  const added = await say(id, linkOf(id), { text: 'Спасибо, помогло.' })
  expect([added.status, await added.json()]).toMatchObject([201, { from: 'owner', text: 'Спасибо, помогло.' }])
  expect((await say(id, linkOf(id), { text: 'Спасибо, помогло.' })).headers.get('idempotent-replay')).toBe('true')
  const { history: asStaff, awaiting } = await anna.ticket(id)
  expect(awaiting).toBe('staff')
  expect(asStaff.at(-1)).toMatchObject({ by: { kind: 'owner', id: `guest:${email}` } })
  const read = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const at = new Date(noon).toISOString()
  expect((await ask(`/tickets/${id}/read`, linkOf(id), { ...read, body: JSON.stringify({ at }) })).status).toBe(204)
})

it('they see the pictures of public answers in it, and none of notes or of other tickets', async () => {
  const [id, other] = [await opened(), await opened()]
  const pictureIn = async (ticket: string, visibility: string) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(png())]), 'answer.png')
    const picture = (await anna.send<{ id: string }>('POST', '/attachments', form)).body.id
    await anna.say(ticket, 'Вот так.', { visibility, attachments: [picture] })
    return picture
  }
  const status = async (picture: string) => (await ask(`/attachments/${picture}`, linkOf(id))).status
  expect(await status(await pictureIn(id, 'public'))).toBe(200)
  expect(await status(await pictureIn(id, 'internal'))).toBe(404)
  expect(await status(await pictureIn(other, 'public'))).toBe(404)
})

it('opens no other ticket, no list and no upload', async () => {
  const [id, other] = [await opened(), await opened()]
  const { id: signedIn } = await desk.submit()
  for (const one of [other, signedIn]) {
    expect((await ask(`/tickets/${one}`, linkOf(id))).status).toBe(404)
    expect((await say(one, linkOf(id), { text: 'Чужое' })).status).toBe(404)
  }
  expect((await ask(`/tickets/${signedIn}`, linkOf(signedIn))).status).toBe(404)
  for (const path of ['/tickets', '/tickets/unread']) expect((await ask(path, linkOf(id))).status).toBe(401)
  expect((await ask('/attachments', linkOf(id), { method: 'POST', body: new FormData() })).status).toBe(401)
  expect((await ask('/staff/tickets', linkOf(id))).status).toBe(401)
  expect((await test.app.request(`/v1/tickets/${id}`)).status).toBe(401)
})

it('a month later it says that it has expired, and not a letter of it can be changed', async () => {
  const id = await opened()
  const link = linkOf(id)
  for (let at = 'guest.'.length; at < link.length; at++) {
    const changed = link.slice(0, at) + (link[at] === 'a' ? 'b' : 'a') + link.slice(at + 1)
    expect(test.deps.guestLinks.read(changed), changed).toMatchObject({ ok: false, code: 'token_invalid' })
  }
  test.at(noon + guestLinkMs - 1_000)
  expect((await ask(`/tickets/${id}`, link)).status).toBe(200)
  test.at(noon + guestLinkMs + 1_000)
  const late = await ask(`/tickets/${id}`, link)
  expect([late.status, await codeOf(late)]).toEqual([401, 'token_expired'])
})

it('ends with the person: once they are erased there is nothing behind it', async () => {
  const id = await opened()
  const link = linkOf(id)
  expect((await ask(`/tickets/${id}`, link)).status).toBe(200)
  await anna.send('DELETE', `/requesters/${encodeURIComponent(`guest:${email}`)}`)
  expect((await ask(`/tickets/${id}`, link)).status).toBe(404)
})

it('what is said by it is counted by ticket, whoever has it; guesses by address', async () => {
  const [id, other] = [await opened(), await opened()]
  const statuses = []
  for (const key of ['1', '2', '3', '4']) statuses.push((await say(id, linkOf(id), { text: key }, key)).status)
  expect(statuses).toEqual([201, 201, 201, 429])
  expect((await say(other, linkOf(other), { text: 'Другой билет' })).status).toBe(201)
  const guesses = await Promise.all(
    Array.from({ length: 60 }, async (_, guess) => (await ask(`/tickets/${id}`, `guest.${id}.zzz.${guess}`)).status),
  )
  expect(new Set(guesses)).toEqual(new Set([401, 429]))
})
