import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

/** Two `Host` headers arrive joined by a comma: 400, for whoever stands before the desk may have believed the other one. */
export const oneHost = createMiddleware<AppEnv>((c, next) => {
  if (c.req.header('host')?.includes(',')) throw new Refusal('invalid_header', { detail: 'Host was sent twice' })
  return next()
})
