// Who the owner is to the desk: the token, its renewal, and the name of the place where their words are kept.
import { computed, signal } from '@preact/signals'
import { fail, succeed } from './answer.ts'
import type { Answer } from './answer.ts'
import { readIdentity } from './identity.ts'

export type SessionDeps = {
  token: string | null
  tokenUrl: string | null
  /** The page's own endpoint, with its cookies; null when it gives no token. */
  fetchToken: (url: string) => Promise<string | null>
  now: () => number
}

/** A token is renewed this long before it expires. */
const margin = 60_000

/** A session: a guest, an owner, or an owner whose sign-in the page could not give (`isLost`). */
export function createSession({ token, tokenUrl, fetchToken, now }: SessionDeps) {
  const current = signal(token)
  const source = signal(tokenUrl)
  const isLost = signal(false)
  const identity = computed(() => (current.value ? readIdentity(current.value) : null))
  let renewAt = Infinity
  let renewing: Promise<boolean> | undefined

  const accept = (next: string | null, isNew = true) => {
    current.value = next
    const claims = identity.value
    // A new token's life is counted by our own clock, which may differ from the issuer's.
    renewAt = claims ? (isNew && claims.life ? now() + claims.life : claims.expiresAt) - margin : Infinity
  }
  accept(token, false)

  const fetchNext = async (url: string) => {
    const next = await fetchToken(url)
    if (source.value !== url) return false
    isLost.value = !next
    if (next) accept(next)
    return Boolean(next)
  }

  /** Asks the page for a new token; false when it has none to give. Concurrent calls share one request. */
  const renew = async () => {
    const url = source.value
    if (!url) return false
    renewing ??= fetchNext(url).finally(() => (renewing = undefined))
    return renewing
  }

  return {
    identity,
    isLost,
    isSignedIn: computed(() => Boolean(current.value ?? source.value)),
    /** `user:<shop>:<user>`, `guest`, or null while the owner is not known yet. */
    scope: computed(() => {
      if (identity.value) return ['user', identity.value.shop, identity.value.user].map(encodeURIComponent).join(':')
      return current.value || (source.value && !isLost.value) ? null : 'guest'
    }),
    renew,
    /** The token to send now, renewed when it is about to expire; null for a guest. */
    token: async (): Promise<Answer<string | null>> => {
      const isDue = source.value && (!current.value || now() >= renewAt)
      if (isDue && !(await renew()) && !current.value) return fail('sign_in_unavailable')
      return succeed(current.value)
    },
    identify: (next: { token: string } | null) => {
      if (!next) source.value = null
      isLost.value = false
      accept(next?.token ?? null)
    },
  }
}
export type Session = ReturnType<typeof createSession>
