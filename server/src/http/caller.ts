// Who asks, on the widget's side: an owner with an identity token, or a guest without one.
import { createMiddleware } from 'hono/factory'
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { Context } from 'hono'
import type { AppEnv } from './env.ts'
import type { VerifyIdentity } from './identity.ts'
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

export const unauthenticated = (code: 'unauthenticated' | 'token_invalid' | 'token_expired') =>
  new Refusal(code, { headers: { 'WWW-Authenticate': 'Bearer' } })

/** Sets `caller`. A bad token is 401 even where guests are welcome: silence would hide a broken integration. */
export const identifyCaller = (verify: VerifyIdentity) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = bearer(c)
    if (token === undefined) c.set('caller', { kind: 'guest' })
    else {
      const verdict = await verify(token)
      if (!verdict.ok) throw unauthenticated(verdict.code)
      c.set('caller', verdict.caller)
    }
    await next()
  })

/** The signed-in owner, or 401. */
export function ownerOf(c: Context<AppEnv>): VerifiedCaller {
  const caller = c.get('caller')
  if (caller.kind !== 'owner') throw unauthenticated('unauthenticated')
  return caller
}

/** Lets only signed-in owners pass: 401 before anything that they sent is read. */
export const requireOwner = createMiddleware<AppEnv>(async (c, next) => {
  ownerOf(c)
  await next()
})
