// Walks the API document: every route refuses bad input with a problem, and answers its example as it says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '../src/openapi/document.ts'
import { createTestApp, staffToken } from './support/test-app.ts'

type Operation = {
  tags: string[]
  security: Record<string, unknown>[]
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<string, unknown>
}

type Row = { method: string; path: string; operation: Operation }

const test = await createTestApp()
const rows: Row[] = Object.entries(openApiDocument(test.app).paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation: operation as Operation })),
)
const name = ({ method, path }: Row) => `${method.toUpperCase()} ${path}`
const api = rows.filter(({ path }) => path.startsWith('/v1/'))
const withJson = api.filter(({ operation }) => operation.requestBody?.content['application/json'])
const guarded = api.filter(({ operation }) => !operation.security.some((way) => Object.keys(way).length === 0))

const fill = (path: string) => path.replaceAll(/\{\w+\}/g, 'unknown')

async function send(
  row: Row,
  options: { body?: string; headers?: Record<string, string>; query?: string; as?: 'nobody' } = {},
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
  return test.app.request(fill(row.path) + (options.query ?? ''), init)
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

it('nothing but the examples was stored', async () => {
  const events = await test.deps.tickets.eventsAfter(before, 1000)
  // An owner's ticket, and one that staff open for an owner.
  expect(events.filter(({ event }) => event.kind === 'submitted')).toHaveLength(2)
})
