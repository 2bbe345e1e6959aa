// The headers that every answer bears, on every route of the document, whatever it answers.
import { afterAll, describe, expect, it } from 'vitest'
import { usual } from '../../src/http/usual-headers.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import { createTestApp, staffToken } from '../support/test-app.ts'

const test = await createTestApp()
afterAll(() => test.close())

const routes = Object.entries(openApiDocument(test.app).paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => [`${method.toUpperCase()} ${path}`, method.toUpperCase(), path] as const),
)

/** Streams are for whoever asks alone, and say so in their own words. */
const kept: Record<string, RegExp> = { 'Cache-Control': /^(?:no-store|no-cache|private, no-cache)$/ }

/** Those of the table that an answer bears otherwise, with what it has in their place. */
const wrongIn = (headers: Headers, unlike: Record<string, RegExp> = {}) =>
  [...Object.entries(usual), ['X-Request-Id', null] as const].flatMap(([name, value]) => {
    const given = headers.get(name) ?? ''
    const expected = unlike[name]
    const isRight = value === null ? /^[\w-]{22}$/.test(given) : (expected?.test(given) ?? given.startsWith(value))
    return isRight ? [] : [`${name}: ${given}`]
  })

describe.each(routes)('%s', (_name, method, path) => {
  const answer = async (token: string | null) => {
    const response = await test.app.request(path.replaceAll(/\{\w+\}/g, 'unknown'), {
      method,
      headers: { ...(token && { Authorization: `Bearer ${token}` }), 'Content-Type': 'application/json' },
      ...(method !== 'GET' && method !== 'DELETE' && { body: '{}' }),
    })
    void response.body?.cancel()
    return response.headers
  }

  it('is kept, guessed at, framed and run by nobody', async () => {
    const asked = [null, path.startsWith('/v1/staff') ? staffToken : await test.tokenFor(), 'wrong']
    for (const token of asked) expect(wrongIn(await answer(token), kept)).toEqual([])
  })
})

/** A page may take its own styles: nothing else, and in no frame. */
const page = { 'Content-Security-Policy': /^default-src 'none'; style-src 'self'; .*frame-ancestors 'none'$/ }

describe.each([
  ['GET', '/nowhere', 404, {}],
  ['POST', '/bilet.js', 404, {}],
  ['GET', '/v1/nowhere', 404, {}],
  ['DELETE', '/v1/support', 405, {}],
  ['GET', '/docs/nowhere', 404, {}],
  ['POST', '/docs', 405, {}],
  ['GET', '/docs', 200, page],
  ['GET', '/docs/tokens', 200, page],
] as const)('%s %s, which is in no document,', (method, path, status, unlike) => {
  it('bears them too', async () => {
    const response = await test.app.request(path, { method })
    expect(response.status).toBe(status)
    expect(wrongIn(response.headers, unlike)).toEqual([])
  })
})
