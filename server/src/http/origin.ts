// CORS with the check before the handler: a refused origin runs nothing.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID'
const exposedHeaders = 'ETag, Idempotent-Replay, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
const methods = 'GET, POST, PUT, PATCH, DELETE'

/** Takes origins as browsers send them; `*` lets in all. The server's own origin always passes. No cookies, so no credentials. */
export const checkOrigin = (allowed: readonly string[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    if (!allowed.includes('*') && !allowed.includes(origin) && origin !== new URL(c.req.url).origin)
      throw new Refusal('origin_not_allowed')
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Vary', 'Origin')
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      c.header('Access-Control-Allow-Methods', methods)
      c.header('Access-Control-Allow-Headers', allowedHeaders)
      c.header('Access-Control-Max-Age', '7200')
      return c.body(null, 204)
    }
    c.header('Access-Control-Expose-Headers', exposedHeaders)
    await next()
  })
