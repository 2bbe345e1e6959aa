// What the identity token says of itself. Read, not verified: the server does that; here it names the place of the draft.

import { isLike } from './is-like.ts'

export type Identity = {
  issuer: string
  user: string
  shop: string
  /** Milliseconds that the token lives from its making. */
  life: number
  /** Epoch milliseconds by the issuer's clock. */
  expiresAt: number
}

type Claims = { sub: string; exp: number; iss?: unknown; shop?: unknown; iat?: unknown }

const toText = (bytes: string) => new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))

/** Null for what is not a token of ours. */
export function readIdentity(token: string): Identity | null {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')
    const claims: unknown = JSON.parse(toText(atob(payload)))
    if (!isLike<Claims>({ sub: '', exp: 0 }, claims)) return null
    const { iss, sub, shop, exp, iat } = claims
    return {
      issuer: typeof iss === 'string' ? iss : '',
      user: sub,
      shop: typeof shop === 'string' ? shop : '',
      life: typeof iat === 'number' ? (exp - iat) * 1000 : 0,
      expiresAt: exp * 1000,
    }
  } catch {
    return null
  }
}
