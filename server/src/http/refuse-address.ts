// What an address may not hold, before anything else that was sent is read.
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Context } from 'hono'
import { documentationOf } from '../openapi/operation.ts'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

/**
 * Refuses NUL, which no id and no filter holds and PostgreSQL does not take: in the path it names nothing (404), in the
 * query it is no value (400). Refuses a query on routes that take none (400): a mistyped filter must not look as if it
 * had been heeded.
 */
export const refuseAddress = createMiddleware<AppEnv>((c, next) => {
  const { url } = c.req
  const queryAt = url.indexOf('?')
  const nulAt = url.indexOf('%00')
  if (nulAt !== -1 && (queryAt === -1 || nulAt < queryAt)) throw new Refusal('not_found')
  if (nulAt !== -1) throw new Refusal('invalid_query', { issues: [{ path: '', code: 'invalid_text' }] })
  if (queryAt !== -1) refuseUnheeded(c)
  return next()
})

function refuseUnheeded(c: Context<AppEnv>) {
  const [first] = new URL(c.req.url).searchParams.keys()
  if (first === undefined) return
  const described = matchedRoutes(c).flatMap(({ path, handler }) => {
    const facts = documentationOf(handler)
    return facts ? [{ path, facts }] : []
  })
  const route = described.find(({ facts }) => facts.operation)?.path
  const takesQuery = described.some(({ path, facts }) => path === route && facts.request?.target === 'query')
  if (route !== undefined && !takesQuery)
    throw new Refusal('invalid_query', { issues: [{ path: first.slice(0, 200), code: 'unknown_field' }] })
}
