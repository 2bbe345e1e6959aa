import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { documentationOf } from '../openapi/operation.ts'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

/** Refuses a query on routes that take none (400): a mistyped filter must not look as if it had been heeded. */
export const refuseQuery = createMiddleware<AppEnv>(async (c, next) => {
  const [first] = c.req.url.includes('?') ? new URL(c.req.url).searchParams.keys() : []
  if (first !== undefined) {
    const described = matchedRoutes(c).flatMap(({ path, handler }) => {
      const facts = documentationOf(handler)
      return facts ? [{ path, facts }] : []
    })
    const route = described.find(({ facts }) => facts.operation)?.path
    const takesQuery = described.some(({ path, facts }) => path === route && facts.request?.target === 'query')
    if (route !== undefined && !takesQuery)
      throw new Refusal('invalid_query', { issues: [{ path: first.slice(0, 200), code: 'unknown_field' }] })
  }
  await next()
})
