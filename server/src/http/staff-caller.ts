// Who asks, on the staff's side: the bearer of a staff token, with the scope the route wants.
import { createMiddleware } from 'hono/factory'
import type { Limits } from '../limits/limits.ts'
import type { Scope, StaffToken, StaffTokens } from '../staff/staff-tokens.ts'
import { bearer, spendFailure, unauthenticated } from './caller.ts'
import type { AppEnv } from './env.ts'
import { Refusal } from './problem.ts'

/** `write` includes `read`, `admin` includes both. */
const included: Record<Scope, readonly Scope[]> = {
  read: ['read', 'write', 'admin'],
  write: ['write', 'admin'],
  admin: ['admin'],
}

/** Sets `staff`, or 401. */
export const identifyStaff = (tokens: Pick<StaffTokens, 'verify'>, limits: Limits, clock: () => number) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = bearer(c)
    if (token === undefined) throw unauthenticated('unauthenticated')
    const staff = await tokens.verify(token)
    if (!staff) {
      await spendFailure(c, limits)
      throw unauthenticated('token_invalid')
    }
    if (!isGood(staff, clock())) throw unauthenticated('token_expired')
    c.set('staff', staff)
    await next()
  })

/** Whether what was verified opens anything at that time: it is one of ours, and has not expired. */
export const isGood = (staff: StaffToken | null, at: number): boolean =>
  staff !== null && (staff.expiresAt === null || staff.expiresAt > at)

/** Nobody yet, with a code to sign in by: counted as guests are, by address. */
export const awaitSignIn = createMiddleware<AppEnv>(async (c, next) => {
  if (bearer(c) === undefined) throw unauthenticated('unauthenticated')
  c.set('caller', { kind: 'guest' })
  await next()
})

/** Lets pass only tokens that hold the scope, else 403. */
export const requireScope = (scope: Scope) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!c.get('staff').scopes.some((held) => included[scope].includes(held)))
      throw new Refusal('scope_required', { detail: scope })
    await next()
  })
