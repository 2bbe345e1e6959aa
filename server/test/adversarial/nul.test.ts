// What PostgreSQL takes in no text, and what is no text at all, in each place that a request has: told as its sender's
// mistake, and never a trouble of the desk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import { newPostgresDatabase } from '../support/one-postgres.ts'
import { routesOf } from '../support/strange-requests.ts'
import type { Route } from '../support/strange-requests.ts'
import { createTestApp, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp({ database: await openDatabase(await newPostgresDatabase()) })
})
afterAll(() => test.close())

type Trial = { path: string; body?: unknown }

const exampleOf = ({ operation }: Route) => operation.requestBody?.content['application/json']?.example
const named = ({ path }: Route, id: string) => path.replaceAll(/\{\w+\}/g, id)

/** The same with every text in it, names too, given this ending. */
function ending(value: unknown, end: string): unknown {
  if (typeof value === 'string') return value + end
  if (Array.isArray(value)) return value.map((one) => ending(one, end))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name + end, ending(one, end)]))
}

const ids = ['%00', 'a%00b', '%ED%A0%80', '99999999999999999999', '1e999']
const values = ['%00', 'a%00', 'a?%00', '%ED%A0%80', '1e999', '99999999999999999999', '9223372036854775808']
const ends = ['\u0000', '\ud800']
const huge = [1e308, 9_007_199_254_740_992, -9_223_372_036_854_775_808]

const inPath = (route: Route): Trial[] =>
  route.path.includes('{') ? ids.map((id) => ({ path: named(route, id), body: exampleOf(route) })) : []

const inQuery = (route: Route): Trial[] =>
  (route.operation.parameters ?? [])
    .filter((one) => one.in === 'query')
    .flatMap(({ name }) =>
      values.map((value) => ({ path: `${named(route, 'x')}?${name}=${value}`, body: exampleOf(route) })),
    )

function inBody(route: Route): Trial[] {
  const example = exampleOf(route)
  if (typeof example !== 'object' || example === null) return []
  return Object.entries(example).flatMap(([name, value]) =>
    [...ends.map((end) => ending(value, end)), ...huge].map((strange) => ({
      path: named(route, 'x'),
      body: { ...example, [name]: strange },
    })),
  )
}

let keys = 0
async function statusOf({ method }: Route, { path, body }: Trial, token: string): Promise<number> {
  const response = await test.app.request(path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': `nul ${++keys}`,
      'If-Match': '"1"',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  await response.body?.cancel()
  return response.status
}

describe('over PostgreSQL, NUL, half a letter and numbers that no column holds', () => {
  it.each([
    ['in an id', inPath],
    ['in a query', inQuery],
    ['in a body', inBody],
  ])('%s are no trouble of the desk, on any route', async (_where, trialsOf) => {
    const token = await test.tokenFor(owner)
    const troubles: string[] = []
    let asked = 0
    for (const route of routesOf(openApiDocument(test.app)))
      for (const trial of trialsOf(route)) {
        asked += 1
        const status = await statusOf(route, trial, route.path.startsWith('/v1/staff') ? staffToken : token)
        if (status >= 500) troubles.push(`${route.method} ${trial.path} ${JSON.stringify(trial.body)}: ${status}`)
      }
    expect(troubles).toEqual([])
    expect(asked).toBeGreaterThan(100)
  })
})
