// Identity tokens: HS256 JWTs that the host's backend signs (RFC 7519). What they claim is believed; the page is not.
import { errors, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { text } from '@bilet/shared/ticket'
import { guestPrefix } from '../tickets/requester.ts'
import { createKnownTokens } from './known-tokens.ts'
import { claimFault, contactOf, reasonOf } from './token-faults.ts'

const maxLifeSeconds = 15 * 60
const skewSeconds = 60

const claimsOf = (plans: readonly string[]) =>
  z.object({
    iss: text(200).check(z.minLength(1)),
    sub: text(200).check(
      z.minLength(1),
      z.refine((sub) => !sub.startsWith(guestPrefix)),
    ),
    shop: text(200).check(z.minLength(1)),
    plan: z.enum(plans),
    email: z.optional(z.unknown()),
    name: z.optional(z.unknown()),
    iat: z.number(),
    exp: z.number(),
  })

/** `reason` and `notes` are for the integrator's eyes: what is wrong with the token, or was not taken of it. */
export type IdentityVerdict =
  | { ok: true; caller: VerifiedCaller; notes: readonly string[]; isNew: boolean }
  | { ok: false; code: 'token_invalid' | 'token_expired'; reason: string }

export type VerifyIdentity = (token: string) => Promise<IdentityVerdict>

export type IdentitySettings = {
  /** Secrets by key id: as many as live at once, two while a key is changed for the next. */
  keys: ReadonlyMap<string, Uint8Array>
  /** The only `iss` taken; any non-empty one without it. */
  issuer?: string | undefined
  /** The plans of the policy. */
  plans: readonly string[]
  clock: () => number
}

/**
 * Gives a verifier. A token that fails for any reason but its age is `token_invalid`: callers learn no more. An e-mail
 * or name that is none is left out of who the owner is; the rest stands.
 */
export function createIdentity({ keys, issuer, plans, clock }: IdentitySettings): VerifyIdentity {
  const Claims = claimsOf(plans)
  const known = createKnownTokens(clock)

  async function verify(token: string): Promise<IdentityVerdict> {
    try {
      const { payload } = await jwtVerify(token, (header) => keyFor(keys, header.kid), {
        algorithms: ['HS256'],
        audience: 'bilet',
        clockTolerance: skewSeconds,
        currentDate: new Date(clock()),
        requiredClaims: ['exp', 'iat', 'iss', 'sub'],
        ...(issuer !== undefined && { issuer }),
      })
      const claims = Claims.safeParse(payload)
      if (!claims.success) return invalid(claimFault(claims.error, payload))
      const life = lifeFault(claims.data, clock())
      if (life) return invalid(life)
      const identity = toIdentity(claims.data)
      known.add(token, { ...identity, until: (claims.data.exp + skewSeconds) * 1000 })
      return { ok: true, ...identity, isNew: true }
    } catch (error) {
      const code = error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid'
      return { ok: false, code, reason: reasonOf(error, clock()) }
    }
  }

  return async (token) => {
    const identity = known.get(token)
    return identity ? { ok: true, caller: identity.caller, notes: identity.notes, isNew: false } : verify(token)
  }
}

const invalid = (reason: string): IdentityVerdict => ({ ok: false, code: 'token_invalid', reason })

function toIdentity({ iss, sub, shop, plan, email, name }: z.infer<ReturnType<typeof claimsOf>>) {
  const { contact, notes } = contactOf({ email, name })
  const caller: VerifiedCaller = { kind: 'owner', issuer: iss, userId: sub, shop, plan, ...contact }
  return { caller, notes }
}

/** A key id that is not ours, or not there, takes no token. */
function keyFor(keys: ReadonlyMap<string, Uint8Array>, kid: string | undefined): Uint8Array {
  const key = kid === undefined ? undefined : keys.get(kid)
  if (!key)
    throw new errors.JWKSNoMatchingKey(
      kid === undefined ? 'kid is missing' : `kid is not one of ${[...keys.keys()].join(', ') || 'any: no key is set'}`,
    )
  return key
}

/** What is wrong with how long the token lives, if anything. */
function lifeFault({ iat, exp }: { iat: number; exp: number }, now: number): string | undefined {
  if (exp <= iat) return 'exp is not after iat'
  if (exp - iat > maxLifeSeconds) return `it lives ${exp - iat} s, more than ${maxLifeSeconds}`
  const ahead = Math.ceil(iat - now / 1000)
  return ahead > skewSeconds ? `iat is ${ahead} s ahead of the desk's clock` : undefined
}
