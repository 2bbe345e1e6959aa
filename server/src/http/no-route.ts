import type { Context, Hono } from 'hono'
import type { AppEnv } from './env.ts'
import { problem } from './problem.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Where nothing answers: 405 with `Allow` if the path answers other methods (RFC 9110 §15.5.6), else 404. */
export const noRoute = (app: Hono<AppEnv>) => (c: Context<AppEnv>) => {
  const allowed = methods.filter((method) => hasRoute(app, method, c.req.path))
  if (allowed.length === 0) return problem(c, 'not_found')
  return problem(c, 'method_not_allowed', { headers: { Allow: allowed.join(', ') } })
}

/** Middleware stands under every method and answers none. */
function hasRoute(app: Hono<AppEnv>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}
