// Webhooks as their receiver sees them: signatures are verified by the specification's own library.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebhookPayload } from '@bilet/shared/webhook-replies'
import type { CreatedWebhook, DeliveryReply, WebhookReply } from '@bilet/shared/webhook-replies'
import { createDelivering, maxAttempts } from '../src/webhooks/deliver.ts'
import { createPostWebhook } from '../src/webhooks/post-webhook.ts'
import { startWebhooks } from '../src/webhooks/start-webhooks.ts'
import { createAgent } from './support/agent.ts'
import type { Agent } from './support/agent.ts'
import { createDesk } from './support/desk.ts'
import type { Desk } from './support/desk.ts'
import { boundedPayload } from '../src/webhooks/bounded-payload.ts'
import { createTestApp, noon, owner, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const hour = 3_600_000
const day = 24 * hour

type Received = { path: string; headers: Record<string, string>; body: string }

/** In place of a status: no answer at all. */
const silence = 0

/** A receiver on loopback that keeps what it is sent, and answers as it is told. */
async function openReceiver() {
  const received: Received[] = []
  let answer = 204
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      received.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString() })
      if (answer !== silence) response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    received,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    answer: (status: number) => (answer = status),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An address that nothing listens at. */
async function nowhere(): Promise<string> {
  const { url, close } = await openReceiver()
  await close()
  return url('/')
}

let test: TestApp
let desk: Desk
let anna: Agent
let receiver: Awaited<ReturnType<typeof openReceiver>>
let now = noon
let drain: () => Promise<void>
const post = createPostWebhook({ allowPrivate: true })
let made = 0

beforeAll(async () => {
  test = await createTestApp()
  desk = createDesk(test)
  anna = createAgent(test, staffToken)
  receiver = await openReceiver()
  drain = createDelivering({ ...test.deps, post })
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer(204)
  turn(noon)
})
afterAll(async () => {
  await post.close()
  await receiver.close()
  await test.close()
})

const turn = (to: number) => test.at((now = to))

const everything = ['ticket.created', 'ticket.updated', 'message.created', 'decision.created']

async function hook(events: string[] = everything, path = `/hook/${++made}`) {
  const { body } = await anna.send<CreatedWebhook>('POST', '/webhooks', { url: receiver.url(path), events })
  const own = () => receiver.received.filter((one) => one.path === path)
  const remove = () => anna.send('DELETE', `/webhooks/${body.id}`)
  const log = async () =>
    (await anna.send<{ items: DeliveryReply[] }>('GET', `/webhooks/${body.id}/deliveries`)).body.items
  return { ...body, own, remove, log }
}

/** What the library makes of it; it judges age by the real clock, so only its signature is asked. */
const verified = (secret: string, { headers, body }: Received) => {
  const at = Number(headers['webhook-timestamp']) * 1000
  const expected = new Webhook(secret).sign(headers['webhook-id'] ?? '', new Date(at), body)
  return headers['webhook-signature']?.split(' ').includes(expected)
}

describe('a webhook', () => {
  it('is told of everything that happens to a ticket, signed so that its library verifies it', async () => {
    const { secret, own, remove } = await hook()
    expect(secret).toMatch(/^whsec_/)
    const { id } = await desk.submit()
    await anna.say(id, 'Смотрим.')
    await anna.change(id, { tags: ['банк'] }, await anna.etag(id))
    await anna.decide(id, { kind: 'resolve' })
    await drain()
    const payloads = own().map(({ body }) => WebhookPayload.parse(JSON.parse(body)))
    expect(payloads.map(({ type }) => type).toSorted()).toEqual(everything.toSorted())
    for (const one of own()) expect(verified(secret, one)).toBe(true)
    for (const { data } of payloads) expect(data.ticket).toMatchObject({ id, subject: 'Не приходят письма о заказе' })
    await remove()
  })

  it('is verified by the library whole, age too, when clocks agree', async () => {
    const { secret, own, remove } = await hook()
    turn(Date.now())
    await desk.submit()
    await drain()
    const [one] = own()
    if (!one) throw new Error('nothing was sent')
    expect(new Webhook(secret).verify(one.body, one.headers)).toMatchObject({ type: 'ticket.created' })
    expect(() => new Webhook(secret).verify(`${one.body} `, one.headers)).toThrow('signature')
    await remove()
  })

  it('gets only what it asked for', async () => {
    const { own, remove } = await hook(['decision.created'])
    const { id } = await desk.submit()
    await anna.decide(id, { kind: 'resolve' })
    await drain()
    expect(own().map(({ body }) => WebhookPayload.parse(JSON.parse(body)).type)).toEqual(['decision.created'])
    await remove()
  })

  it('gets a new secret, and both sign for a day', async () => {
    const { id, secret, own, remove } = await hook(['ticket.created'])
    const { body } = await anna.send<CreatedWebhook>('POST', `/webhooks/${id}/rotate`)
    await desk.submit()
    await drain()
    turn(noon + day)
    await desk.submit()
    await drain()
    const [during, after] = own()
    if (!during || !after) throw new Error('too little was sent')
    expect([verified(secret, during), verified(body.secret, during)]).toEqual([true, true])
    expect([verified(secret, after), verified(body.secret, after)]).toEqual([false, true])
    await remove()
  })

  it('shows its secret once, and exists once for a URL', async () => {
    const { url, secret, remove } = await hook()
    const { body } = await anna.send<{ items: WebhookReply[] }>('GET', '/webhooks')
    expect(body.items.map((one) => one.url)).toContain(url)
    expect(JSON.stringify(body)).not.toContain(secret)
    expect((await anna.send('POST', '/webhooks', { url, events: everything })).body.code).toBe('url_taken')
    for (const wrong of ['ftp://tools.example', 'not a url', 'https://user:pw@tools.example'])
      expect((await anna.send('POST', '/webhooks', { url: wrong, events: everything })).body.code).toBe('invalid_url')
    await remove()
  })
})

describe('a receiver in trouble', () => {
  it.each([500, 302])('that answers %i is tried again, later and later, under the same id', async (status) => {
    const { own, log, remove } = await hook(['ticket.created'])
    receiver.answer(status)
    await desk.submit()
    await drain()
    await drain()
    expect(own()).toHaveLength(1)
    expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, status, error: 'refused' }])
    receiver.answer(204)
    turn(now + 5_000)
    await drain()
    expect(new Set(own().map(({ headers }) => headers['webhook-id']))).toHaveProperty('size', 1)
    expect(own()).toHaveLength(2)
    expect(await log()).toMatchObject([{ state: 'delivered', attempts: 2, status: 204, error: null }])
    await remove()
  })

  it('is given up on after about three days, and sent to again when somebody says so', async () => {
    const { id, own, log, remove } = await hook(['ticket.created'])
    receiver.answer(503)
    await desk.submit()
    let last = now
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      await drain()
      const [waiting] = await log()
      if (waiting?.nextAttemptAt) turn((last = Date.parse(waiting.nextAttemptAt)))
    }
    expect((last - noon) / day).toBeGreaterThan(2.5)
    expect((last - noon) / day).toBeLessThan(4.5)
    const [failed] = await log()
    expect(failed).toMatchObject({ state: 'failed', attempts: maxAttempts, status: 503 })
    receiver.answer(200)
    expect((await anna.send('POST', `/webhooks/${id}/deliveries/${failed?.id}/replay`)).status).toBe(204)
    await drain()
    expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1, status: 200 }])
    expect(own()).toHaveLength(maxAttempts + 1)
    await remove()
  })

  it('that says 410 is never sent to again', async () => {
    const { id, own, remove } = await hook()
    receiver.answer(410)
    await desk.submit()
    await drain()
    receiver.answer(204)
    await desk.submit()
    turn(now + day)
    await drain()
    expect(own()).toHaveLength(1)
    const { body } = await anna.send<{ items: WebhookReply[] }>('GET', '/webhooks')
    expect(body.items.find((one) => one.id === id)?.disabledAt).not.toBeNull()
    await remove()
  })

  it('that takes longer than it may is tried again', async () => {
    const { log, remove } = await hook(['ticket.created'])
    receiver.answer(silence)
    await desk.submit()
    const hasty = createPostWebhook({ allowPrivate: true, waitMs: 100 })
    await createDelivering({ ...test.deps, post: hasty })()
    expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, status: null, error: 'timeout' }])
    await hasty.close()
    await remove()
  })

  it('that never answers keeps no other waiting, however much waits for it', async () => {
    const other = await openReceiver()
    other.answer(silence)
    const events = ['ticket.created']
    const silent = await anna.send<CreatedWebhook>('POST', '/webhooks', { url: other.url('/'), events })
    const { own, remove } = await hook(events)
    for (let ticket = 0; ticket < 12; ticket++) await desk.submit()
    const hasty = createPostWebhook({ allowPrivate: true, waitMs: 3_000 })
    await createDelivering({ ...test.deps, post: hasty })()
    expect([own().length, other.received.length]).toEqual([12, 5])
    await hasty.close()
    await other.close()
    await anna.send('DELETE', `/webhooks/${silent.body.id}`)
    await remove()
  })

  it('that never answers holds no stop, and is told after the next start', async () => {
    const { own, log, remove } = await hook(['ticket.created'])
    receiver.answer(silence)
    for (let ticket = 0; ticket < 12; ticket++) await desk.submit()
    const working = startWebhooks(test.deps, { webhooksPrivate: true })
    await vi.waitUntil(() => own().length === 5, { timeout: 20_000 })
    await working.stop()
    expect(own()).toHaveLength(5)
    const cut = (await log()).filter(({ attempts }) => attempts === 1)
    expect(cut.map(({ state, error }) => [state, error])).toEqual(
      Array.from({ length: 5 }, () => ['waiting', 'stopped']),
    )
    await remove()
  })

  it('that is not there loses nothing', async () => {
    const { body } = await anna.send<CreatedWebhook>('POST', '/webhooks', {
      url: await nowhere(),
      events: ['ticket.created'],
    })
    await desk.submit()
    await drain()
    const log = await anna.send<{ items: DeliveryReply[] }>('GET', `/webhooks/${body.id}/deliveries`)
    expect(log.body.items).toMatchObject([{ state: 'waiting', status: null, error: 'ECONNREFUSED' }])
    await anna.send('DELETE', `/webhooks/${body.id}`)
  })
})

describe('nobody is led into the desk’s own network', () => {
  it.each(['127.0.0.1', '[::1]', '169.254.169.254', 'localhost'])('by the name %s', async (host) => {
    const url = receiver.url('/').replace('127.0.0.1', host)
    const guarded = createPostWebhook({ allowPrivate: false })
    await expect(guarded(url, {}, '{}')).rejects.toThrow('private address')
    await guarded.close()
  })
})

it('the longest message is told whole; a payload over 64 KB would leave its texts out, and say so', async () => {
  const { own, remove } = await hook(['message.created'])
  const { id } = await desk.submit({ subject: '中'.repeat(200) })
  await anna.say(id, '中'.repeat(20_000))
  await drain()
  const [{ body } = { body: '{}' }] = own()
  expect(Buffer.byteLength(body)).toBeLessThan(64 * 1024)
  const told = WebhookPayload.parse(JSON.parse(body))
  expect(boundedPayload(told)).toBe(told)
  const event = { ...told.data.event, text: '中'.repeat(22_000) }
  const tooLong = WebhookPayload.parse({ ...told, data: { ...told.data, event } })
  expect(boundedPayload(tooLong)).toEqual({
    ...told,
    data: { ...told.data, event: { ...event, text: '' }, shortened: true },
  })
  await remove()
})

it('what happened to an erased person is told no more', async () => {
  const { own, log, remove } = await hook(['ticket.created'])
  const { id } = await desk.submit({}, { ...owner, userId: 'erased' })
  const person = (await anna.ticket(id)).requester.id
  await anna.send('DELETE', `/requesters/${person}`)
  await drain()
  expect(own()).toEqual([])
  expect(await log()).toEqual([])
  await remove()
})
