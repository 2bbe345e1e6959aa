// CORS with the check before the handler: a refused origin runs nothing.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'
import { isLoopback } from '../util/loopback.ts'
import { Refusal } from './problem.ts'

const allowedHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID'
const exposedHeaders = 'ETag, Idempotent-Replay, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
const methods = 'GET, POST, PUT, PATCH, DELETE'

const longestLogged = 200

/** Also of a refusal: a page that may not read why takes it for a broken network. It holds nothing but the code. */
const readableBy = (origin: string) => ({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' })

type Allowed = {
  /** As browsers send them; `*` lets in all. */
  origins: readonly string[]
  /** The desk's own, where it is named. */
  publicOrigin: string | undefined
}

/**
 * The desk's own origin: the one that is named. Where none is, what the `Host` says is believed of this machine only:
 * anybody may write a `Host`, and behind a proxy it is not what the browser sees.
 */
function isOwn(origin: string, url: string, publicOrigin: string | undefined): boolean {
  if (publicOrigin !== undefined && origin === publicOrigin) return true
  const own = new URL(url)
  return isLoopback(own.hostname) && origin === own.origin
}

/** Lets pass origins that are allowed and the desk's own. No cookies, so no credentials. */
export const checkOrigin = ({ origins, publicOrigin }: Allowed) =>
  createMiddleware<AppEnv>((c, next) => {
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    if (!origins.includes('*') && !origins.includes(origin) && !isOwn(origin, c.req.url, publicOrigin)) {
      c.get('log').warn({ origin: origin.slice(0, longestLogged) }, 'BILET_ALLOWED_ORIGINS does not name this site')
      throw new Refusal('origin_not_allowed', { headers: readableBy(origin) })
    }
    for (const [name, value] of Object.entries(readableBy(origin))) c.header(name, value)
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      c.header('Access-Control-Allow-Methods', methods)
      c.header('Access-Control-Allow-Headers', allowedHeaders)
      c.header('Access-Control-Max-Age', '7200')
      return Promise.resolve(c.body(null, 204))
    }
    c.header('Access-Control-Expose-Headers', exposedHeaders)
    return next()
  })
