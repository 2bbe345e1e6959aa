// A database of which any one call fails: what every route answers then, and that nothing half is left behind it.
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Database } from '../src/database/database.ts'
import { StorageError } from '../src/database/database.ts'
import { createSqlite } from '../src/database/sqlite/sqlite.ts'
import { openApiDocument } from '../src/openapi/document.ts'
import { ownerId } from '../src/tickets/requester.ts'
import { brokenInvariants } from './support/integrity.ts'
import { draft } from './support/over-http.ts'
import { temporaryFolder } from './support/temporary-folder.ts'
import { createTestApp, staffToken, owner as person } from './support/test-app.ts'

type Operation = {
  tags: string[]
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<string, unknown>
}
type Route = { method: string; path: string; operation: Operation }

/** No route makes as many calls as this. */
const mostCalls = 30

/** A database that fails at the `n`th call after `arm(n)`. */
function armed(database: Database) {
  let left = Number.POSITIVE_INFINITY
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    left--
    if (left === 0) throw new StorageError('unavailable', new Error('made to fail'))
    return work()
  }
  return {
    database: {
      ...database,
      query: <Row>(statement: Parameters<Database['query']>[0]) => call(() => database.query<Row>(statement)),
      batch: <Row>(statements: Parameters<Database['batch']>[0]) => call(() => database.batch<Row>(statements)),
    },
    arm: (n: number) => void (left = n),
    /** Whether it came to the call that was to fail. */
    disarm: () => {
      const hasFailed = left <= 0
      left = Number.POSITIVE_INFINITY
      return hasFailed
    },
  }
}

async function deskThatFails() {
  const folder = temporaryFolder()
  const real = createSqlite(join(folder.path, 'bilet.db'))
  const { database, arm, disarm } = armed(real)
  const test = await createTestApp({ database })
  const { app } = test
  onTestFinished(async () => {
    await test.close()
    folder.remove()
  })
  const owner = await test.tokenFor()

  const send = (method: string, path: string, body: unknown, { isStaff = false, key = '' } = {}) =>
    app.request(path, {
      method,
      headers: {
        Authorization: `Bearer ${isStaff ? staffToken : owner}`,
        'Idempotency-Key': key,
        'If-Match': '"1"',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  /** Every route that ends, with a ticket of its own to work on. */
  const routes = Object.entries(openApiDocument(app).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Route => ({ method: method.toUpperCase(), path, operation })),
  )
  return { real, arm, disarm, send, routes: routes.filter(({ path }) => /^\/v1\/(?!staff\/events)/.test(path)) }
}

type Desk = Awaited<ReturnType<typeof deskThatFails>>

/** Sends the route its example with the `n`th call failing. Gives what is wrong with what came of it, and whether it failed. */
async function failAt(desk: Desk, { method, path, operation }: Route, n: number) {
  const submitted = await desk.send('POST', '/v1/tickets', draft, { key: `${method} ${path} ${n}` })
  const { id } = (await submitted.json()) as { id: string }
  const target = path.replaceAll(/\{\w+\}/g, path.includes('/requesters/') ? ownerId(person) : id)
  const body = operation.requestBody?.content['application/json']?.example

  desk.arm(n)
  const url = path === '/v1/staff/export' ? `${target}?format=ndjson` : target
  const isStaff = operation.tags.includes('staff')
  const { status, headers, ...response } = await answerOf(await desk.send(method, url, body, { isStaff, key: `${n}` }))
  const hasFailed = desk.disarm()

  const isTold = status === 503 ? headers.has('retry-after') : status < 500
  const wrong = [
    ...(isTold && status in operation.responses ? [] : [`answered ${status}`]),
    ...(hasFailed && path === '/v1/staff/export' && response.isWhole && status === 200
      ? ['cut short, told as whole']
      : []),
    ...(await brokenInvariants(desk.real)),
  ]
  return { hasFailed, wrong: wrong.map((what) => `${method} ${path}, call ${n}: ${what}`) }
}

async function answerOf(response: Response) {
  const isWhole = await response.text().then(
    () => true,
    () => false,
  )
  return { status: response.status, headers: response.headers, isWhole }
}

it('answers 503 with Retry-After on every route, whichever call fails, and holds no half of anything', async () => {
  const desk = await deskThatFails()
  const wrong: string[] = []
  let failures = 0
  for (const route of desk.routes)
    for (let n = 1; n < mostCalls; n++) {
      const came = await failAt(desk, route, n)
      wrong.push(...came.wrong)
      if (!came.hasFailed) break
      failures++
    }
  expect(wrong).toEqual([])
  expect(failures).toBeGreaterThan(desk.routes.length)
}, 300_000)
