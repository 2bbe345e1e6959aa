// What whoever runs the server relies on: a real process told to end, its logs, its counts.
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AttachmentReply, SubmittedReply } from '@bilet/shared/replies'
import { png } from '../src/attachments/image/test-pictures.ts'
import { ownerId } from '../src/tickets/requester.ts'
import { as, call, draft, fileForm, owner, staffToken, tokenFor } from './support/over-http.ts'
import { startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

let server: ServerProcess
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  folder = temporaryFolder()
  server = await startServerProcess(folder.path)
})
afterEach(async () => {
  await server.stop('SIGKILL')
  folder.remove()
})

/** A request whose body is sent in two parts: `finish` sends the second and gives the answer. */
async function halfSent(path: string, token: string, body: string) {
  const sending = request(`${server.origin}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Idempotency-Key': 'half',
    },
  })
  const answered = new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.once('end', () => resolve({ status: response.statusCode, body: text }))
    })
  })
  // Awaited later, or never: a failure until then is not unhandled.
  answered.catch(() => {})
  await new Promise((resolve) => sending.write(body.slice(0, 40), resolve))
  return {
    finish() {
      sending.end(body.slice(40))
      return answered
    },
  }
}

const openStream = (since: number) =>
  fetch(`${server.origin}/v1/staff/events?since=${since}`, { headers: { Authorization: `Bearer ${staffToken}` } })

describe('a server that is told to end', () => {
  it('answers the request under way, ends open streams and is gone by itself', async () => {
    const sent = await halfSent('/v1/tickets', await tokenFor(), JSON.stringify(draft))
    const stream = await openStream(0)
    const gone = server.stop()
    expect(await stream.text()).toContain(': open')
    const answer = await sent.finish()
    expect(answer.status).toBe(201)
    expect(await gone).toBe(0)
    const { number }: SubmittedReply = JSON.parse(answer.body)

    server = await startServerProcess(folder.path)
    const staff = as(server.origin, staffToken)
    const { body } = await staff.get<{ items: { number: number }[] }>('/v1/staff/tickets')
    expect(body.items.map((ticket) => ticket.number)).toEqual([number])
  })

  it('cuts a client that never finishes, and is gone by itself all the same', async () => {
    const sent = await halfSent('/v1/tickets', await tokenFor(), JSON.stringify(draft))
    expect(await server.stop()).toBe(0)
    await expect(sent.finish()).rejects.toThrow(/socket|ECONN|EPIPE/)
  })

  it('has lost no event for a stream that is opened again', async () => {
    const anna = as(server.origin, await tokenFor())
    const submit = (key: string) => anna.send<SubmittedReply>('POST', '/v1/tickets', draft, { key })
    const before = await submit('before')
    const first = await openStream(0)
    await server.stop()
    const seen = [...(await first.text()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
    server = await startServerProcess(folder.path)
    const after = await as(server.origin, await tokenFor()).send<SubmittedReply>('POST', '/v1/tickets', draft, {
      key: 'after',
    })
    const second = await openStream(seen.at(-1) ?? 0)
    const told: string[] = []
    for await (const chunk of second.body ?? []) {
      told.push(Buffer.from(chunk).toString())
      if (told.join('').includes(after.body.id)) break
    }
    expect(seen).toHaveLength(1)
    expect(told.join('')).not.toContain(before.body.id)
  })
})

it('answers paths that it does not have with a problem too', async () => {
  const { status, headers, body } = await call(`${server.origin}/nowhere`)
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 404, type: 'application/problem+json' })
  expect(body).toMatchObject({ code: 'not_found', requestId: headers.get('x-request-id') })
})

describe('the logs', () => {
  const marks = {
    subject: 'Метка-темы не работает витрина магазина',
    description: 'Метка-описания: после обновления витрина показывает пустую страницу всем покупателям.',
    step: 'Метка-шага: открыл витрину',
    link: 'https://prnt.sc/metka-ssylki',
    file: 'metka-fajla.png',
    userId: 'metka-user',
    email: 'metka@shop.example',
    name: 'Метка-имени',
    answer: 'Метка-ответа',
  }

  it('are JSON lines with request ids, and hold nothing that anybody wrote', async () => {
    const token = await tokenFor({ ...owner, userId: marks.userId, email: marks.email, name: marks.name })
    const [anna, staff] = [as(server.origin, token), as(server.origin, staffToken)]
    const picture = await anna.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png(), marks.file))
    const body = {
      ...draft,
      subject: marks.subject,
      description: marks.description,
      steps: [marks.step, 'Обновил страницу'],
      screenshot: { attachments: [picture.body.id], links: [marks.link] },
    }
    const sent = await anna.send<SubmittedReply>('POST', '/v1/tickets', body, { key: 'metka-key' })
    expect(sent.status).toBe(201)
    await anna.send('POST', '/v1/tickets', { ...body, [marks.name]: 1 }, { key: 'other' })
    await anna.send('POST', '/v1/suggestions', { subject: marks.subject })
    await staff.get(
      `/v1/staff/tickets?q=${encodeURIComponent('Метка')}&requester=${ownerId({ ...owner, userId: marks.userId })}`,
    )
    await staff.send('POST', `/v1/staff/tickets/${sent.body.id}/messages`, { text: marks.answer, visibility: 'public' })
    await staff.send('DELETE', `/v1/staff/requesters/${ownerId({ ...owner, userId: marks.userId })}`, undefined)
    await call(`${server.origin}/v1/tickets`, { token: 'metka.wrong.token' })
    await server.stop()

    const lines = server
      .output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toMatchObject({ level: 30, msg: expect.stringMatching(/^Bilet listens at /) })
    const requests = lines.filter(({ msg }) => msg === 'request')
    expect(requests.length).toBeGreaterThanOrEqual(8)
    for (const line of requests) expect(line).toMatchObject({ requestId: expect.stringMatching(/^[\w-]{22}$/) })
    expect(server.output()).not.toMatch(/метка|metka/i)
    for (const secret of [token, staffToken]) expect(server.output()).not.toContain(secret)
  })
})

describe('the counts', () => {
  it('tell requests by route, submissions by outcome and open streams, and nothing personal', async () => {
    const anna = as(server.origin, await tokenFor())
    const submit = (key: string, change = {}) => anna.send('POST', '/v1/tickets', { ...draft, ...change }, { key })
    await submit('one')
    await submit('one')
    await submit('one', { subject: 'Совсем другая тема письма' })
    await call(`${server.origin}/v1/tickets/${owner.userId}`, { method: 'GET', token: await tokenFor() })
    await call(`${server.origin}/nowhere/${owner.email}`)
    const stream = await openStream(0)
    const { body, headers } = await call<string>(`${server.origin}/metrics`)
    await stream.body?.cancel()

    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const lines = body.split('\n')
    expect(lines).toContain('bilet_submissions_total{outcome="created"} 1')
    expect(lines).toContain('bilet_submissions_total{outcome="replayed"} 1')
    expect(lines).toContain('bilet_submissions_total{outcome="refused"} 1')
    expect(lines).toContain('bilet_http_requests_total{method="GET",route="/v1/tickets/:id",status="404"} 1')
    expect(lines).toContain('bilet_http_request_duration_seconds_count{method="POST",route="/v1/tickets"} 3')
    expect(lines).toContain('bilet_event_streams 1')
    expect(body).toMatch(/^bilet_outbox_pending \d+$/m)
    expect(body).toMatch(/^process_resident_memory_bytes \d{8,}$/m)
    expect(body).not.toContain(owner.userId)
    expect(body).not.toContain(owner.email)
  })
})
