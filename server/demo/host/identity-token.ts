// What an embedding site's backend has to do: sign who its user is. Here for the demo's owners.
import { SignJWT } from 'jose'
import type { DemoOwner } from './owners.ts'

/** A key as the API knows it: its name and the bytes of the secret. */
export type IdentityKey = { kid: string; secret: Uint8Array }

const lifeSeconds = 600

/** Identity token of the owner, good for ten minutes from `now` (epoch milliseconds). */
export function signIdentityToken(owner: DemoOwner, { kid, secret }: IdentityKey, now: number): Promise<string> {
  const { userId, shop, plan, email, name } = owner
  const iat = Math.floor(now / 1000)
  return new SignJWT({ shop, plan, email, name })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setIssuer('demo-prem-site')
    .setAudience('bilet')
    .setSubject(userId)
    .setIssuedAt(iat)
    .setExpirationTime(iat + lifeSeconds)
    .sign(secret)
}
