import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env.ts'

/** What every answer of the API bears unless its route says otherwise: nobody keeps it, guesses at it, frames it or runs it. */
export const usual = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
} as const

const entries = Object.entries(usual)

/** Set before the route, which may set others in their place. */
export const usualHeaders = createMiddleware<AppEnv>((c, next) => {
  for (const [name, value] of entries) c.header(name, value)
  return next()
})
