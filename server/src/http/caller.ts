// Who asks, on the widget's side: an owner with an identity token, a guest with the link of a letter, or a guest without.
import { createMiddleware } from 'hono/factory'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { Context } from 'hono'
import type { Limits } from '../limits/limits.ts'
import { isGuestToken } from '../tickets/guest-links.ts'
import type { GuestLinks } from '../tickets/guest-links.ts'
import { addressGroup } from './address-group.ts'
import type { AppEnv } from './env.ts'
import type { VerifyIdentity } from './identity.ts'
import { spend } from './limit-requests.ts'
import { Refusal } from './problem.ts'

/**
 * The token of `Authorization: Bearer …`; undefined when there is no such header.
 * Two headers arrive joined by a comma: 400. Any other scheme: 401.
 */
export function bearer(c: Context): string | undefined {
  const header = c.req.header('authorization')
  if (header === undefined) return undefined
  if (header.includes(',')) throw new Refusal('invalid_header', { detail: 'Authorization was sent twice' })
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1]
  if (!token) throw unauthenticated('token_invalid')
  return token
}

export const unauthenticated = (code: 'unauthenticated' | 'token_invalid' | 'token_expired', detail?: string) =>
  new Refusal(code, { headers: { 'WWW-Authenticate': 'Bearer' }, ...(detail && { detail }) })

type Identifying = {
  verify: VerifyIdentity
  guestLinks: Pick<GuestLinks, 'read'>
  /** Told of each owner whose token this process has not met before. */
  meet: (caller: VerifiedCaller) => Promise<void>
  /** Whether answers tell what is wrong with a token: to an integrator at work, never to strangers. */
  isTelling: boolean
  limits: Limits
}

/** Sets `caller`. A bad token is 401 even where guests are welcome: silence would hide a broken integration. */
export const identifyCaller = ({ verify, guestLinks, meet, isTelling, limits }: Identifying) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = bearer(c)
    if (token === undefined) {
      c.set('caller', { kind: 'guest' })
      return next()
    }
    if (isGuestToken(token)) {
      const link = guestLinks.read(token)
      if (link.ok) {
        c.set('caller', { kind: 'guest', ticketId: link.ticketId })
        return next()
      }
      await spendFailure(c, limits)
      throw unauthenticated(link.code)
    }
    const verdict = await verify(token)
    if (!verdict.ok) {
      c.get('log').warn({ code: verdict.code, reason: verdict.reason }, 'identity token refused')
      await spendFailure(c, limits)
      throw unauthenticated(verdict.code, isTelling ? verdict.reason : undefined)
    }
    if (verdict.isNew) {
      if (verdict.notes.length > 0) c.get('log').warn({ notes: verdict.notes }, 'identity token taken in part')
      await meet(verdict.caller)
    }
    c.set('caller', verdict.caller)
    c.set('identityNotes', isTelling ? verdict.notes : [])
    await next()
  })

/** Tokens that were refused are counted by address: whoever goes on guessing is told to wait. */
export const spendFailure = (c: Context<AppEnv>, limits: Limits) =>
  spend(c, limits, { name: 'failedTokens', key: addressGroup(c.get('address')) })

/** The signed-in owner, or 401. */
export function ownerOf(c: Context<AppEnv>): VerifiedCaller {
  const caller = c.get('caller')
  if (caller.kind !== 'owner') throw unauthenticated('unauthenticated')
  return caller
}

/** Lets pass who may have tickets: signed-in owners, and guests who came by the link of a letter. */
export const requireReader = createMiddleware<AppEnv>(async (c, next) => {
  const caller = c.get('caller')
  if (caller.kind === 'guest' && caller.ticketId === undefined) throw unauthenticated('unauthenticated')
  await next()
})

/** Lets only signed-in owners pass: 401 before anything that they sent is read. */
export const requireOwner = createMiddleware<AppEnv>(async (c, next) => {
  ownerOf(c)
  await next()
})
