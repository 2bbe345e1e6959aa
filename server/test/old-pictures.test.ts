// Pictures that waited a day for their ticket: no ticket takes them in any more, and what was accepted stays so.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AttachmentReply, SubmittedReply } from '@bilet/shared/replies'
import { freshMs } from '../src/attachments/attachments.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { draft, fileForm } from './support/over-http.ts'
import { createTestApp, noon } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

let test: TestApp

beforeEach(async () => {
  test = await createTestApp()
})
afterEach(() => test.close())

type Reply<Body> = { status: number; body: Body }

async function post<Body>(path: string, body: unknown, key?: string): Promise<Reply<Body>>
async function post(path: string, body: unknown, key = '') {
  const isForm = body instanceof FormData
  const response = await test.app.request(path, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await test.tokenFor()}`,
      'Idempotency-Key': key,
      ...(!isForm && { 'Content-Type': 'application/json' }),
    },
    body: isForm ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

async function upload(): Promise<string> {
  const { body } = await post<AttachmentReply>('/v1/attachments', fileForm(png(), 'a.png'))
  return body.id
}

const withPicture = (id: string) => ({ ...draft, screenshot: { attachments: [id], links: [] } })

it('a picture that waited for more than a day is refused, one of a day is taken', async () => {
  const body = withPicture(await upload())
  test.at(noon + freshMs + 1_000)
  const refused = await post<{ issues: object[] }>('/v1/tickets', body, 'late')
  expect(refused.status).toBe(422)
  expect(refused.body.issues).toMatchObject([{ path: 'screenshot.attachments.0', code: 'attachment_not_found' }])
  test.at(noon + freshMs)
  expect((await post('/v1/tickets', body, 'in time')).status).toBe(201)
})

it('a ticket and a message that were accepted are answered the same when they are sent again later', async () => {
  const [first, second] = [await upload(), await upload()]
  const ticket = await post<SubmittedReply>('/v1/tickets', withPicture(first), 'ticket')
  const message = { text: 'Вот ещё снимок', attachments: [second] }
  const path = `/v1/tickets/${ticket.body.id}/messages`
  const sent = await post(path, message, 'message')
  expect(sent.status).toBe(201)
  test.at(noon + freshMs + 1_000)
  expect(await post('/v1/tickets', withPicture(first), 'ticket')).toEqual(ticket)
  expect(await post(path, message, 'message')).toEqual(sent)
  expect((await post(path, message, 'another')).status).toBe(422)
})
