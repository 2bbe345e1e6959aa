import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

/**
 * NUL in an address: no id and no filter holds one, and PostgreSQL takes none. In the path it names nothing (404), in the
 * query it is no value (400).
 */
export const refuseNul = createMiddleware<AppEnv>(async (c, next) => {
  const [path = '', query = ''] = c.req.url.split('?', 2)
  if (path.includes('%00')) throw new Refusal('not_found')
  if (query.includes('%00')) throw new Refusal('invalid_query', { issues: [{ path: '', code: 'invalid_text' }] })
  await next()
})
