import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { AppEnv } from './env.ts'

type Desk = {
  newId: () => string
  /** Epoch milliseconds. */
  clock: () => number
  addressOf: (c: Context) => string
  log: Log
  metrics: Metrics
}

/**
 * First of all: an id to speak of, a log that carries it, the address. Logs say method, route, status, the code of a
 * refusal, time: no words of owners.
 */
export const requestContext = ({ newId, clock, addressOf, log, metrics }: Desk) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const requestId = newId()
    const startedAt = clock()
    c.set('requestId', requestId)
    c.set('address', addressOf(c))
    c.set('log', log.child({ requestId }))
    c.header('X-Request-Id', requestId)
    await next()
    const answer = { method: c.req.method, route: routeOf(c), status: c.res.status, ms: clock() - startedAt }
    metrics.request(answer)
    const code = c.get('refusal')
    c.get('log').info(code ? { ...answer, code } : answer, 'request')
  })

/** The pattern of what would have answered, also where something before it refused. */
const routeOf = (c: Context) =>
  matchedRoutes(c).findLast(({ method }) => method === c.req.method)?.path ?? c.req.routePath
