// What a host's backend does: signs who its user is. Written with Node alone, as an integrator without our code would.
import { createHmac, randomBytes } from 'node:crypto'

const secret = randomBytes(32)

/** What the server under test is told in BILET_IDENTITY_KEYS. */
export const identityKeys = { test: secret.toString('base64') }

/** The staff token that the server under test is told in BILET_STAFF_TOKENS. */
export const staffToken = `bilet_test_${randomBytes(16).toString('hex')}`

export type Owner = { sub: string; shop: string; plan: 'free' | 'standard' | 'premium'; email?: string; name?: string }

/** An identity token for the owner, good for ten minutes. */
export function signIdentity(owner: Owner): string {
  const iat = Math.floor(Date.now() / 1000)
  const claims = { iss: 'test-host', aud: 'bilet', iat, exp: iat + 600, ...owner }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'test' })}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
