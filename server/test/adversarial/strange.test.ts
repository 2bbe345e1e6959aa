// What is no question, no id, no filter: taken as its sender's mistake, and never as an order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentReply, SubmittedReply } from '@bilet/shared/replies'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import { png } from '../../src/attachments/image/test-pictures.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import { createAgent } from '../support/agent.ts'
import { createDesk } from '../support/desk.ts'
import type { Desk } from '../support/desk.ts'
import { fileForm } from '../support/over-http.ts'
import { routesOf } from '../support/strange-requests.ts'
import type { Route } from '../support/strange-requests.ts'
import { createTestApp, noon, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

type Line = { facts: unknown; message: string }

let test: TestApp
let desk: Desk
const lines: Line[] = []
const record = (facts: unknown, message: string) => void lines.push({ facts, message })
const log = { info: record, warn: record, error: record, debug: record, child: () => log }

beforeAll(async () => {
  test = await createTestApp({ log })
  desk = createDesk(test)
})
afterAll(() => test.close())

const draft = {
  subject: 'Не приходят письма о заказе',
  description: 'После оформления заказа покупатель не получает письмо.',
  steps: ['Оформил тестовый заказ'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
  department: 'sales',
  locale: 'ru',
}

let keys = 0
async function send(path: string, body: string, method = 'POST') {
  const response = await test.app.request(path, {
    method,
    headers: {
      Authorization: `Bearer ${path.startsWith('/v1/staff') ? staffToken : await test.tokenFor()}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `strange ${++keys}`,
      'If-Match': '"1"',
    },
    body,
  })
  return { status: response.status, body: (await response.json()) as { code: string; issues?: { path: string }[] } }
}

const get = async (path: string, token?: string) => {
  const bearer = token ?? (path.startsWith('/v1/staff') ? staffToken : await test.tokenFor())
  return test.app.request(path, { headers: { Authorization: `Bearer ${bearer}` } })
}

/** Every operation that takes JSON, with its example. */
const operations = () =>
  Object.entries(openApiDocument(test.app).paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const content = requestBody?.content['application/json']
      return content ? [{ method: method.toUpperCase(), path, example: content.example }] : []
    }),
  )

describe('a body', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    'that names %s is refused, and changes no prototype',
    async (name) => {
      for (const body of [
        `{"${name}":{"isAdmin":true},"subject":"a"}`,
        `{"environment":{"${name}":{"isAdmin":true}}}`,
        `{"screenshot":{"attachments":[],"links":[],"${name}":{"isAdmin":true}}}`,
        String.raw`{"\u005f_proto__":{"isAdmin":true},"${name}":1}`,
      ])
        expect(await send('/v1/tickets/check', body)).toMatchObject({ status: 422, body: { code: 'unknown_field' } })
      expect({}).not.toHaveProperty('isAdmin')
    },
  )

  it.each([
    ['lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['lists that never end', '['.repeat(200_000)],
    ['lists in a field', `{"steps":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ])('of %s in one another by the ten thousand is refused before it is parsed, on every route', async (_case, body) => {
    for (const { method, path } of operations()) {
      const { status, body: answer } = await send(path.replaceAll(/\{\w+\}/g, 'x'), body, method)
      expect({ path, status, code: answer.code }).toEqual({ path, status: 422, code: 'too_deep' })
    }
  })

  it.each([
    ['an object', { sub: 'x' }],
    ['a list', ['x']],
    ['a number', 7],
    ['null', null],
    ['an operator', { $gt: '' }],
  ])('whose subject is %s is refused', async (_case, subject) => {
    for (const path of ['/v1/tickets', '/v1/tickets/check', '/v1/suggestions'])
      expect(await send(path, JSON.stringify({ ...draft, subject }))).toMatchObject({ status: 422 })
  })

  it.each(['[]', 'null', '7', '"x"', 'true', '1e999', ''])('that is %s is refused on every route', async (body) => {
    for (const { method, path } of operations()) {
      const { status } = await send(path.replaceAll(/\{\w+\}/g, 'x'), body, method)
      expect([400, 422], `${method} ${path}`).toContain(status)
    }
  })

  it('sets nothing that is not its sender’s to set', async () => {
    const set = {
      status: 'resolved',
      id: 'chosen',
      number: 1,
      plan: 'premium',
      departmentId: 'technical',
      requester: { id: 'another', shop: 's9' },
      requesterId: 'another',
      shop: 's9',
      verified: true,
      assignee: 'Анна',
      tags: ['vip'],
      version: 9,
      createdAt: '2020-01-01T00:00:00Z',
      submittedAt: '2020-01-01T00:00:00Z',
      reactionDueAt: '2020-01-01T00:00:00Z',
      reactedAt: '2020-01-01T00:00:00Z',
      queuePosition: 1,
    }
    for (const [name, value] of Object.entries(set))
      for (const path of ['/v1/tickets', '/v1/tickets/check'])
        expect(await send(path, JSON.stringify({ ...draft, [name]: value })), name).toMatchObject({
          status: 422,
          body: { code: 'unknown_field', issues: [{ path: name }] },
        })
    const { id } = await desk.submit()
    for (const name of ['from', 'at', 'visibility', 'by', 'status', 'id', 'decision'])
      expect(
        await send(`/v1/tickets/${id}/messages`, JSON.stringify({ text: 'да', [name]: 'internal' })),
      ).toMatchObject({
        status: 422,
        body: { code: 'unknown_field' },
      })
    for (const name of [
      'id',
      'number',
      'version',
      'requester',
      'reactedAt',
      'reactionDueAt',
      'submittedAt',
      'findings',
    ])
      expect(await send(`/v1/staff/tickets/${id}`, JSON.stringify({ [name]: 'x' }), 'PATCH')).toMatchObject({
        status: 422,
        body: { code: 'unknown_field' },
      })
    expect(await test.deps.tickets.find(id)).toMatchObject({ version: 1, status: 'new', submittedAt: noon })
  })
})

describe('a body that its sender broke off', () => {
  const broken = () =>
    new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('{"subject":"'))
        controller.error(new DOMException('The connection was closed', 'AbortError'))
      },
    })

  it.each([
    ['/v1/tickets/check', 'application/json'],
    ['/v1/suggestions', 'application/json'],
    ['/v1/attachments', 'multipart/form-data; boundary=x'],
    ['/v1/staff/tickets/bulk', 'application/json'],
  ])('to %s is no fault of the desk, in its answer and in its log', async (path, type) => {
    lines.length = 0
    const token = path.startsWith('/v1/staff') ? staffToken : await test.tokenFor()
    for (const length of [null, '100']) {
      const request = new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': type,
          ...(length && { 'Content-Length': length }),
        },
        body: broken(),
        duplex: 'half',
      })
      expect((await test.app.fetch(request)).status).toBe(400)
    }
    expect(lines.map(({ message }) => message)).toEqual(['request', 'request'])
  })
})

it('a canned reply of one brace and twenty thousand blanks is read once', { timeout: 20_000 }, async () => {
  const reply = { title: 'Ответ', locale: 'ru' }
  for (const text of [`{{${' '.repeat(19_000)}`, '{{'.repeat(9_000), `{{ ${'a '.repeat(9_000)}`])
    expect((await send('/v1/staff/replies/x', JSON.stringify({ ...reply, text }), 'PUT')).status).toBeLessThan(300)
})

/** What the example of the route is answered for this id. */
async function statusAt({ method, path: pattern, operation }: Route, id: string): Promise<number> {
  const path = pattern.replaceAll(/\{\w+\}/g, id)
  const isForm = operation.requestBody?.content['multipart/form-data'] !== undefined
  const example = operation.requestBody?.content['application/json']?.example
  const token = path.startsWith('/v1/staff') ? staffToken : await test.tokenFor()
  const response = await test.app.request(path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': `strange ${++keys}`,
      'If-Match': '"1"',
      ...(example !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(isForm && { body: fileForm(png()) }),
    ...(example !== undefined && { body: JSON.stringify(example) }),
  })
  return response.status
}

describe('an id', () => {
  const ids = [
    '1e999',
    'a%3Fb',
    '..%2f..%2f',
    '%2e%2e%2f',
    '%00',
    'a%00b',
    '%252f',
    '-1',
    '0',
    'NaN',
    '%5B%5D',
    "'%20or%201%3D1--",
    'constructor',
    '__proto__',
    '%F0%9F%98%80',
    'x'.repeat(5_000),
  ]

  const routes = () => routesOf(openApiDocument(test.app)).filter(({ path }) => path.includes('{'))
  /** Ids that are their writer's to choose. */
  const chosen = ['/v1/staff/replies/{id}', '/v1/staff/articles/{id}']
  /** Who is at no ticket may say that they leave it. */
  const leaving = 'DELETE /v1/staff/tickets/{id}/presence'

  const listed = async (path: string) => {
    const { items } = (await (await get(path.replace('/{id}', ''))).json()) as { items: { id: string }[] }
    return items.map((item) => item.id)
  }

  it.each(ids)('%s is nobody’s', async (id) => {
    for (const route of routes().filter(({ method, path }) => method === 'GET' || !chosen.includes(path))) {
      const name = `${route.method} ${route.path}`
      expect(name === leaving ? [204, 404] : [400, 404], name).toContain(await statusAt(route, id))
    }
  })

  it.each(ids)('%s names what staff write under it, and nothing besides, until they remove it', async (id) => {
    for (const path of chosen) {
      const [put, remove] = ['PUT', 'DELETE'].map((method) =>
        routes().find((route) => route.path === path && route.method === method),
      )
      if (!put || !remove) throw new Error(`${path} is not written to`)
      const before = await listed(path)
      const isTaken = (await statusAt(put, id)) === 200
      const added = (await listed(path)).filter((one) => !before.includes(one))
      expect(added).toEqual(isTaken ? [decodeURIComponent(id)] : [])
      expect(await statusAt(remove, id)).toBe(isTaken ? 204 : 404)
      expect(new Set(await listed(path))).toEqual(new Set(before))
    }
  })
})

describe('a file is named by its sender and by nobody’s order:', () => {
  it.each([
    '../../../etc/passwd',
    String.raw`C:\Windows\system32\cmd.exe`,
    'a"; filename="b.png',
    'a\r\nSet-Cookie: x=1.png',
    '\u001b[31mred.png',
    '\u202egnp.exe',
    '<img src=x onerror=alert(1)>.png',
  ])('%j', async (given) => {
    const token = await test.tokenFor()
    const uploaded = await test.app.request('/v1/attachments', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: fileForm(png(), given),
    })
    const { id, name } = (await uploaded.json()) as AttachmentReply
    expect(name).toMatch(/^[^\p{Cc}\p{Cf}/\\]+\.png$/u)
    const headers = (await get(`/v1/attachments/${id}`, token)).headers
    expect(headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="[^"\\%\p{Cc}]*"; filename\*=UTF-8''[\w.%~!-]+$/u,
    )
    expect(headers.get('Set-Cookie')).toBeNull()
  })
})

describe('a filter asks for what it says, and nothing more:', () => {
  const injected = [
    "' or '1'='1",
    '") or 1=1 --',
    '%',
    '_',
    '*',
    'a" OR "b',
    'NEAR(a b)',
    'subject:x',
    '-x',
    '^x',
    'a AND',
    '(',
    "x'); drop table tickets; --",
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '{"$ne":null}',
    '\\',
    "\\'",
    '\u0000x',
    '\r\nX: y',
    '\u202e',
  ]
  const names = [
    'q',
    'shop',
    'requester',
    'assignee',
    'tag',
    'department',
    'status',
    'plan',
    'sort',
    'cursor',
    'reaction',
    'number',
    'limit',
    'verified',
    'awaiting',
    'submittedFrom',
  ]

  beforeAll(async () => {
    await desk.submit({ subject: 'Обыкновенный вопрос' })
  })

  it.each(names)('%s', async (name) => {
    for (const value of injected) {
      for (const path of ['/tickets', '/export']) {
        const isList = path === '/tickets'
        if (!isList && ['sort', 'cursor', 'limit'].includes(name)) continue
        const more = isList ? 'status=any' : 'format=ndjson'
        const query = name === 'status' && isList ? '' : `&${more}`
        const response = await get(`/v1/staff${path}?${name}=${encodeURIComponent(value)}${query}`)
        expect([200, 400, 422], `${name}=${value}`).toContain(response.status)
        const found = await response.text()
        expect(response.status === 200 ? found : '', `${name}=${value}`).not.toContain('Обыкновенный вопрос')
      }
    }
    expect(await test.deps.tickets.lastSeq()).toBeGreaterThan(0)
  })

  it('named twice, it is nobody’s guess', async () => {
    for (const query of ['limit=1&limit=2', 'status=new&status=resolved', 'q=a&q=b'])
      expect([200, 400]).toContain((await get(`/v1/staff/tickets?${query}`)).status)
  })
})

describe('the log', () => {
  const marks = ['\r\nFORGED line', '\u001b[2J\u001b[31mred', '\u202eevil', '{"level":"fatal"}']

  it('holds one line an event, whatever is sent, and no control of a terminal', async () => {
    lines.length = 0
    for (const mark of marks) {
      const path = `/v1/tickets/${encodeURIComponent(mark)}`
      await get(`${path}?x=${encodeURIComponent(mark)}`)
      await send('/v1/tickets/check', JSON.stringify({ [mark]: mark }))
      await send('/v1/suggestions', JSON.stringify({ subject: mark, pageUrl: `https://x.example/${mark}` }))
      await test.app.request('/v1/support', {
        headers: { Authorization: `Bearer ${Buffer.from(mark).toString('base64url')}.x.y` },
      })
    }
    expect(lines.length).toBeGreaterThanOrEqual(4 * marks.length)
    const said = JSON.stringify(lines)
    for (const trace of ['FORGED', '[31m', 'evil', 'fatal']) expect(said).not.toContain(trace)
  })
})

describe('what staff read', () => {
  const bidi = '\u202e\u2066\u200f'

  it('has no mark that turns its direction, nor a control of a terminal, wherever it was written', async () => {
    const caller = { ...owner, userId: `bidi`, name: `Ан${bidi}на\u001b[31m`, shop: `s${bidi}1` }
    const token = await test.tokenFor(caller)
    const made = await test.app.request('/v1/tickets', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'bidi' },
      body: JSON.stringify({
        ...draft,
        subject: `Счёт ${bidi}fdp.exe`,
        steps: [`Открыл страницу заказа ${bidi}`],
        environment: { [`a${bidi}`]: `b${bidi}` },
      }),
    })
    expect(made.status).toBe(201)
    const { id } = (await made.json()) as SubmittedReply
    const agent = createAgent(test, staffToken)
    const { body } = await agent.send<StaffTicket>('GET', `/tickets/${id}`)
    const list = await agent.send('GET', '/tickets?status=any')
    const turning = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\\u001b/
    for (const shown of [
      body.subject,
      body.requester.name,
      body.requester.shop,
      body.steps.join(),
      JSON.stringify(body.environment),
      list.body,
    ])
      expect(JSON.stringify(shown)).not.toMatch(turning)
    expect(body.subject).toBe('Счёт fdp.exe')
  })
})
