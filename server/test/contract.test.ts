// Walks the API document: every route refuses bad input with a problem, and answers its example as it says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '@bilet/shared/limits'
import { openApiDocument } from '../src/openapi/document.ts'
import { keptLanguages } from '../src/speech.ts'
import { createBreaker } from './support/broken-bodies.ts'
import type { JsonSchema } from './support/broken-bodies.ts'
import { createTestApp, staffToken } from './support/test-app.ts'

type Operation = {
  tags: string[]
  security: Record<string, unknown>[]
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { example?: unknown; schema: JsonSchema }> }
  responses: Record<string, { description: string }>
}

type Row = { method: string; path: string; operation: Operation }

const test = await createTestApp()
const document = openApiDocument(test.app, {
  departments: test.deps.policy.departments.map(({ id }) => id),
  plans: Object.keys(test.deps.policy.plans),
  locales: keptLanguages(test.deps.speech),
})
const rows: Row[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
)
const name = ({ method, path }: Row) => `${method.toUpperCase()} ${path}`
const api = rows.filter(({ path }) => path.startsWith('/v1/'))
const withJson = api.filter(({ operation }) => operation.requestBody?.content['application/json'])
const guarded = api.filter(({ operation }) => !operation.security.some((way) => Object.keys(way).length === 0))

const fill = (path: string, id = 'unknown') => path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'unknown')

async function send(
  row: Row,
  options: { body?: string; headers?: Record<string, string>; query?: string; as?: 'nobody'; id?: string } = {},
) {
  const token = row.operation.tags.includes('staff') ? staffToken : await test.tokenFor()
  const headers = {
    ...(options.as !== 'nobody' && { Authorization: `Bearer ${token}` }),
    ...(options.body !== undefined && { 'Content-Type': 'application/json' }),
    'Idempotency-Key': 'contract',
    'If-Match': '"1"',
    ...options.headers,
  }
  const init = { method: row.method.toUpperCase(), headers, ...(options.body !== undefined && { body: options.body }) }
  return test.app.request(fill(row.path, options.id) + (options.query ?? ''), init)
}

/** The example as a body; nothing for a route that takes none. */
function exampleOf({ operation }: Row): { body?: string } {
  const example = operation.requestBody?.content['application/json']?.example
  return example === undefined ? {} : { body: JSON.stringify(example) }
}

/** The status and code of an answer that must be a problem. */
async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as { status: number; code: string; requestId: string }
  expect(body.status).toBe(response.status)
  expect(body.requestId).toMatch(/^[\w-]{16,}$/)
  return { status: body.status, code: body.code }
}

let before: number

beforeAll(async () => {
  before = await test.deps.tickets.lastSeq()
})

afterAll(() => test.close())

describe('every route that takes JSON', () => {
  it.each(withJson.map((row) => [name(row), row] as const))(
    '%s refuses what is not JSON, not an object, or too much',
    async (_name, row) => {
      expect(await problemOf(await send(row, { body: '{"subject":' }))).toEqual({ status: 400, code: 'malformed_json' })
      expect(await problemOf(await send(row, { body: '[]' }))).toEqual({ status: 422, code: 'invalid_type' })
      expect(await problemOf(await send(row, { body: '{"surprise":1}' }))).toMatchObject({ status: 422 })
      expect(await problemOf(await send(row, { body: '{"__proto__":{"admin":true}}' }))).toEqual({
        status: 422,
        code: 'unknown_field',
      })
      expect(await problemOf(await send(row, { body: '{"constructor":1}' }))).toEqual({
        status: 422,
        code: 'unknown_field',
      })
      expect(await problemOf(await send(row, { body: `${'['.repeat(200_000)}${']'.repeat(200_000)}` }))).toMatchObject({
        status: 422,
      })
      expect(await problemOf(await send(row, { body: `"${'x'.repeat(600_000)}"` }))).toEqual({
        status: 413,
        code: 'too_large',
      })
      const headers = { 'Content-Type': 'text/plain' }
      expect(await problemOf(await send(row, { body: '{}', headers }))).toEqual({
        status: 415,
        code: 'unsupported_media_type',
      })
    },
  )

  it.each(withJson.map((row) => [name(row), row] as const))(
    '%s answers its example with a documented status',
    async (_name, row) => {
      const example = row.operation.requestBody?.content['application/json']?.example
      expect(example, 'an example stands in the document').toBeDefined()
      const { status } = await send(row, { body: JSON.stringify(example) })
      expect(Object.keys(row.operation.responses)).toContain(String(status))
      expect(status).not.toBe(422)
      expect(status).toBeLessThan(500)
    },
  )
})

describe('every route', () => {
  it.each(api.map((row) => [name(row), row] as const))(
    '%s refuses a bad token and a doubled one',
    async (_name, row) => {
      const bad = { headers: { Authorization: 'Bearer not.a.token' } }
      expect(await problemOf(await send(row, bad))).toEqual({ status: 401, code: 'token_invalid' })
      const doubled = { headers: { Authorization: `Bearer ${staffToken}, Bearer ${staffToken}` } }
      expect(await problemOf(await send(row, doubled))).toEqual({ status: 400, code: 'invalid_header' })
    },
  )

  it.each(guarded.map((row) => [name(row), row] as const))('%s wants to know who asks', async (_name, row) => {
    expect(await problemOf(await send(row, { ...exampleOf(row), as: 'nobody' }))).toEqual({
      status: 401,
      code: 'unauthenticated',
    })
  })

  it.each(api.map((row) => [name(row), row] as const))(
    '%s refuses a query parameter that it does not know',
    async (_name, row) => {
      expect(await problemOf(await send(row, { ...exampleOf(row), query: '?surprise=1' }))).toEqual({
        status: 400,
        code: 'invalid_query',
      })
    },
  )
})

type Wrong = [code: string, body: object, as?: 'nobody']

/** A draft that may be sent, but for this. */
const drafted = (wrong: object) => ({ ...(exampleAt('POST /v1/tickets') as object), ...wrong })
const exampleAt = (route: string) =>
  withJson.find((row) => name(row) === route)?.operation.requestBody?.content['application/json']?.example

const question = { subject: 'Баннер', description: 'Как сменить баннер?', department: 'sales' }
const past = '2020-01-01T00:00:00Z'

const wrongDecisions = (toBody: (decision: object) => object): Wrong[] => [
  ['reason_required', toBody({ kind: 'refuse' })],
  ['unknown_reason', toBody({ kind: 'refuse', reason: 'no_mood' })],
  ['until_in_past', toBody({ kind: 'extend', reason: 'needs_development', until: past })],
]
const wrongDrafts = (toBody: (draft: object) => object): Wrong[] => [
  ['text_missing', toBody({ ...question, subject: '…' })],
  ['department_unknown', toBody({ ...question, department: 'kitchen' })],
  ['attachment_unknown', toBody({ ...question, screenshot: { attachments: ['nobodys'] } })],
  ['invalid_url', toBody({ ...question, pageUrl: 'javascript:alert(1)' })],
  ['too_many', toBody({ ...question, steps: Array.from({ length: 1_000 }, String) })],
]
const wrongChanges = (toBody: (change: object) => object): Wrong[] => [
  ['nothing_to_change', toBody({})],
  ['decision_required', toBody({ status: 'resolved' })],
  ['department_unknown', toBody({ department: 'kitchen' })],
  ['assignee_unknown', toBody({ assignee: 'Никто' })],
]
const message = { text: 'Готово.', visibility: 'public' }
const ids = ['unknown']

/** What a schema does not tell: what a route alone knows to be wrong, and what checks of our own find. */
const refusals: Record<string, Wrong[]> = {
  'POST /v1/tickets': [
    ['question_unclear', drafted({ subject: 'а', description: 'а' })],
    ['steps_missing', drafted({ steps: [] })],
    ['screenshot_missing', drafted({ screenshot: { attachments: [], links: [] } })],
    ['link_not_allowed', drafted({ screenshot: { attachments: [], links: ['http://127.0.0.1/'] } })],
    ['department_missing', drafted({ department: '' })],
    ['department_unknown', drafted({ department: 'kitchen' })],
    ['email_missing', drafted({}), 'nobody'],
    ['attachment_not_found', drafted({ screenshot: { attachments: ['nobodys'], links: [] } })],
    ['invalid_email', drafted({ email: 'anna' })],
    ['invalid_url', drafted({ pageUrl: 'javascript:alert(1)' })],
  ],
  'POST /v1/suggestions': [['invalid_url', { subject: 'Домен', pageUrl: 'javascript:alert(1)' }]],
  'POST /v1/tickets/check': [['invalid_url', { pageUrl: 'javascript:alert(1)' }]],
  'POST /v1/tickets/{id}/messages': [
    ['text_missing', { text: ' \u200b' }],
    ['attachment_not_found', { text: 'Вот.', attachments: ['nobodys'] }],
  ],
  'PATCH /v1/staff/tickets/{id}': wrongChanges((change) => change),
  'POST /v1/staff/tickets/bulk': [
    ['change_or_decision_required', { ids }],
    ...wrongChanges((change) => ({ ids, change })),
    ...wrongDecisions((decision) => ({ ids, decision })),
  ],
  'POST /v1/staff/tickets/{id}/messages': [
    ['text_missing', { ...message, text: ' ' }],
    ['attachment_unknown', { ...message, attachments: ['nobodys'] }],
    ['article_unknown', { ...message, articleId: 'no-such' }],
    ['decision_required', { ...message, status: 'resolved' }],
    ['assignee_unknown', { ...message, assignee: 'Никто' }],
    ...wrongDecisions((decision) => ({ ...message, decision })),
  ],
  'POST /v1/staff/tickets/{id}/decisions': wrongDecisions((decision) => decision),
  'POST /v1/staff/tickets': [
    ['requester_unknown', { requester: { shop: 's1' }, ...question }],
    ...wrongDrafts((draft) => ({ requester: { shop: 's1', subject: 'u1' }, ...draft })),
  ],
  'POST /v1/staff/tickets/{id}/split': wrongDrafts((draft) => ({ parts: [draft] })),
  'POST /v1/staff/tickets/{id}/duplicate': [['duplicate_unknown', { of: 'unknown' }]],
  'PUT /v1/staff/replies/{id}': [
    ['unknown_variable', { title: 'Привет', text: '{{mood}}', locale: 'ru' }],
    ['department_unknown', { title: 'Привет', text: 'Привет', locale: 'ru', department: 'kitchen' }],
  ],
  'POST /v1/staff/tokens': [
    ['until_in_past', { name: 'Вера', scopes: ['read'], expiresAt: past }],
    ['name_taken', { name: 'Анна', scopes: ['read'] }],
  ],
  'POST /v1/staff/webhooks': [
    ['invalid_url', { url: 'ftp://tools.example/', events: ['ticket.created'] }],
    ['url_taken', { url: 'https://tools.example/bilet', events: ['ticket.updated'] }],
  ],
  'PUT /v1/staff/articles/{id}': [['markdown_or_blocks', { title: 'Домен' }]],
}

/** The thread that reads Markdown breaks on nothing that is known. */
const unmet = new Set(['unreadable'])

describe('what a body is refused for', () => {
  const { broken } = createBreaker(document.components.schemas as Record<string, JsonSchema>)
  const tooDeep = '['.repeat(limits.articleJsonDepth + 1)
  const tooMany = JSON.stringify(Array.from({ length: limits.articleJsonValues + 1 }, () => 0))
  let id: string

  // The owner's example was sent already: under the same key it is the same ticket.
  beforeAll(async () => {
    const row = withJson.find((one) => name(one) === 'POST /v1/tickets')
    const sent = row && (await (await send(row, exampleOf(row))).json())
    id = (sent as { id: string }).id
  })

  it.each(withJson.map((row) => [name(row), row] as const))(
    '%s tells each of its codes, and no other',
    async (_name, row) => {
      const { schema, example } = row.operation.requestBody?.content['application/json'] ?? { schema: {} }
      const ofTicket = row.path.includes('/tickets/{id}') && { id }
      const codeOf = async (body: string, more: Parameters<typeof send>[1] = {}) => {
        const response = await send(row, { body, ...more })
        return response.status === 422 ? (await problemOf(response)).code : ''
      }
      const met = new Set([await codeOf(tooDeep), await codeOf(tooMany)])
      for (const body of broken(schema, example)) met.add(await codeOf(JSON.stringify(body)))
      for (const [code, body, as] of refusals[name(row)] ?? []) {
        const more = { headers: { 'Idempotency-Key': 'another' }, ...ofTicket, ...(as && { as }) }
        expect(await codeOf(JSON.stringify(body), more)).toBe(code)
        met.add(code)
      }
      const told = row.operation.responses['422']?.description.match(/\w+/g) ?? []
      // Keys that are used again, and what breaks nothing after all, are others' tests.
      const others = new Set(['', 'idempotency_key_reused', ...unmet])
      const own = (codes: Iterable<string>) => [...codes].filter((code) => !others.has(code)).toSorted()
      expect(own(met)).toEqual(own(told))
    },
  )
})

it('nothing but the examples was stored', async () => {
  const events = await test.deps.tickets.eventsAfter(before, 1000)
  // An owner's ticket, and one that staff open for an owner.
  expect(events.filter(({ event }) => event.kind === 'submitted')).toHaveLength(2)
})
