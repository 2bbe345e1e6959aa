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
    for (const token of asked) {
      const headers = await answer(token)
      for (const [name, value] of Object.entries(usual))
        expect(headers.get(name), name).toMatch(
          kept[name] ?? new RegExp(`^${value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
        )
      expect(headers.get('X-Request-Id')).toMatch(/^[\w-]{22}$/)
    }
  })
})
