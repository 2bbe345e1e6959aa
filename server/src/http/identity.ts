// Identity tokens: HS256 JWTs that the host's backend signs (RFC 7519). What they claim is believed; the page is not.
import { errors, jwtVerify } from 'jose'
import * as z from 'zod/mini'
import { Plan } from '@bilet/shared/caller'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { text } from '@bilet/shared/ticket'
import { guestPrefix } from '../tickets/requester.ts'

/** A page sends the same token with each of its calls: verified once, it is known until it expires. */
type Known = { verdict: IdentityVerdict; until: number }

const maxKnown = 10_000
const maxLifeSeconds = 15 * 60
const skewSeconds = 60

const Claims = z.object({
  iss: text(200).check(z.minLength(1)),
  sub: text(200).check(
    z.minLength(1),
    z.refine((sub) => !sub.startsWith(guestPrefix)),
  ),
  shop: text(200).check(z.minLength(1)),
  plan: Plan,
  email: z.optional(text(254).check(z.email())),
  name: z.optional(text(200)),
  iat: z.number(),
  exp: z.number(),
})

export type IdentityVerdict =
  | { ok: true; caller: VerifiedCaller }
  | { ok: false; code: 'token_invalid' | 'token_expired' }

export type VerifyIdentity = (token: string) => Promise<IdentityVerdict>

export type IdentitySettings = {
  /** Secrets by key id. */
  keys: ReadonlyMap<string, Uint8Array>
  /** The only `iss` taken; any non-empty one without it. */
  issuer?: string | undefined
  clock: () => number
}

/** Gives a verifier. A token that fails for any reason but its age is `token_invalid`: callers learn no more. */
export function createIdentity({ keys, issuer, clock }: IdentitySettings): VerifyIdentity {
  const known = new Map<string, Known>()

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
      if (!claims.success || !livesBriefly(claims.data, clock())) return { ok: false, code: 'token_invalid' }
      const verdict: IdentityVerdict = { ok: true, caller: toCaller(claims.data) }
      remember(token, { verdict, until: (claims.data.exp + skewSeconds) * 1000 })
      return verdict
    } catch (error) {
      return { ok: false, code: error instanceof errors.JWTExpired ? 'token_expired' : 'token_invalid' }
    }
  }

  function remember(token: string, verified: Known) {
    known.set(token, verified)
    const [oldest] = known.keys()
    if (known.size > maxKnown && oldest !== undefined) known.delete(oldest)
  }

  return async (token) => {
    const verified = known.get(token)
    if (verified && verified.until > clock()) return verified.verdict
    known.delete(token)
    return verify(token)
  }
}

const toCaller = ({ sub, shop, plan, email, name }: z.infer<typeof Claims>): VerifiedCaller => ({
  kind: 'owner',
  userId: sub,
  shop,
  plan,
  ...(email && { email }),
  ...(name && { name }),
})

function keyFor(keys: ReadonlyMap<string, Uint8Array>, kid: string | undefined): Uint8Array {
  const key = kid === undefined ? undefined : keys.get(kid)
  if (!key) throw new errors.JWKSNoMatchingKey()
  return key
}

const livesBriefly = ({ iat, exp }: { iat: number; exp: number }, now: number) =>
  exp > iat && exp - iat <= maxLifeSeconds && iat <= now / 1000 + skewSeconds
