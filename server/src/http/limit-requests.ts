// How often each caller may ask each route (IETF draft-ietf-httpapi-ratelimit-headers: `RateLimit`, `RateLimit-Policy`).
// Stands behind whoever tells the caller and before anything that they sent is read.
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Context } from 'hono'
import type { Limits, Spent } from '../limits/limits.ts'
import { limitOf } from '../limits/rules.ts'
import type { LimitName, Who } from '../limits/rules.ts'
import { ownerId } from '../tickets/requester.ts'
import { addressGroup } from './address-group.ts'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

/** Refuses with 429 what goes over the caller's limit for the route. What no route answers is not counted. */
export const limitRequests = (limits: Limits) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const route = routeOf(c)
    if (route === undefined) return next()
    const { who, key } = callerOf(c, route)
    const name = limitOf(who, c.req.method, route)
    await spend(c, limits, { name, key: `${key} ${c.req.method} ${route}` })
    await next()
  })

/** The same for what belongs to no caller: by address. */
export const limitAddress = (limits: Limits, name: LimitName) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await spend(c, limits, { name, key: addressGroup(c.get('address')) })
    await next()
  })

type Spending = { name: LimitName; key: string; points?: number }

/** Spends of a limit and says so in the headers; throws `rate_limited` where it is over. */
export async function spend(c: Context<AppEnv>, limits: Limits, { name, key, points }: Spending): Promise<void> {
  const spent = await limits.spend(name, key, points)
  if (!spent) return
  const headers = headersOf(name, spent)
  for (const [header, value] of Object.entries(headers)) c.header(header, value)
  if (spent.isOver)
    throw new Refusal('rate_limited', { headers: { ...headers, 'Retry-After': String(spent.resetSeconds) } })
}

const headersOf = (name: LimitName, { limit, left, resetSeconds, windowSeconds }: Spent) => ({
  'RateLimit-Policy': `"${name}";q=${limit};w=${windowSeconds}`,
  RateLimit: `"${name}";r=${left};t=${resetSeconds}`,
})

/** Who came by a link is counted by its ticket at that ticket; everywhere else a pocketful of links is one address. */
export function callerOf(c: Context<AppEnv>, route = ''): { who: Who; key: string } {
  const staff = c.get('staff')
  if (staff) return { who: 'staff', key: staff.id }
  const caller = c.get('caller')
  if (caller.kind === 'owner') return { who: 'owner', key: ownerId(caller) }
  const isAtTicket = caller.ticketId !== undefined && route.startsWith('/v1/tickets/:id')
  return { who: 'guest', key: isAtTicket ? `link ${caller.ticketId}` : addressGroup(c.get('address')) }
}

/** The pattern of the route that will answer; undefined where none does. */
const routeOf = (c: Context) => matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path
