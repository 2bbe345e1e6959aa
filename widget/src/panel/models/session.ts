// Who the owner is to the desk: the token, its renewal, and the name of the place where their words are kept.
import { computed, signal } from '@preact/signals'
import type { Cause } from '../causes.ts'
import { fail, succeed } from './answer.ts'
import type { Answer } from './answer.ts'
import { readIdentity } from './identity.ts'

/** A token, null for a guest, undefined while the page has not said. */
export type Token = string | null | undefined

export type SessionDeps = {
  token: Token
  tokenUrl?: string | null | undefined
  /** What a guest's letter lets them read and answer one ticket with; the page's address may tell it later. */
  letter?: { link?: { token?: string | undefined } | null }
  /** The page's own endpoint, with its cookies; undefined when it gives no answer. */
  fetchToken: (url: string) => Promise<Token>
  now: () => number
}

/** A token is renewed this long before it expires. */
const margin = 60_000

/** A session of an owner or a guest; or of an owner whose sign-in the page could not give again (`isLost`). */
export function createSession({ token, tokenUrl, letter = {}, fetchToken, now }: SessionDeps) {
  const current = signal<Token>(token ?? (tokenUrl ? token : null))
  const isLost = signal(false)
  const refusal = signal<Cause | null>(null)
  const identity = computed(() => (current.value ? readIdentity(current.value) : null))
  const scope = computed(() => {
    if (identity.value) {
      const { issuer, shop, user } = identity.value
      return ['user', issuer, shop, user].map(encodeURIComponent).join(':')
    }
    return current.value === undefined ? null : 'guest'
  })
  /** What was asked for one owner is not done in the name of another. */
  const isStill = (whose: string | null) => whose === null || whose === scope.value
  let renewAt = Infinity
  let renewing: Promise<boolean> | undefined

  const accept = (next: Token, isNew = true) => {
    current.value = next
    const claims = identity.value
    // A new token's life is counted by our own clock, which may differ from the issuer's.
    renewAt = claims ? (isNew && claims.life ? now() + claims.life : claims.expiresAt) - margin : Infinity
  }
  accept(current.value, false)

  const fetchNext = async (url: string) => {
    const before = current.value
    const next = await fetchToken(url)
    // Somebody signed in or out meanwhile: that is later news.
    if (current.value !== before) return Boolean(current.value)
    // "Nobody" in answer to a known owner is an expired sign-in, not a logout: their words stay.
    isLost.value = before ? !next : next === undefined
    if (!isLost.value) accept(next)
    refusal.value = null
    return Boolean(next)
  }

  /** Asks the page for a new token; false when it has none to give. Concurrent calls share one request. */
  const renew = async () => {
    // A letter that has expired is none: who came by it is any guest.
    if (current.value === null && letter.link?.token) {
      letter.link = null
      return true
    }
    if (!tokenUrl || current.value === null) return false
    const whose = scope.value
    renewing ??= fetchNext(tokenUrl).finally(() => (renewing = undefined))
    return (await renewing) && isStill(whose)
  }

  return {
    isLost,
    /** Why the desk does not take this page's word: what the owner can do depends on it. */
    trouble: computed<Cause | 'sign_in_unavailable' | null>(
      () => refusal.value ?? (isLost.value ? 'sign_in_unavailable' : null),
    ),
    refuse: (cause: Cause | null) => void (refusal.value = cause),
    isSignedIn: computed(() => Boolean(current.value)),
    /** `user:<issuer>:<shop>:<user>`, `guest`, or null while the page has not said who it is. */
    scope,
    renew,
    /** The token to send now, renewed when it is about to expire; null for a guest. */
    token: async (): Promise<Answer<string | null>> => {
      const whose = scope.value
      if (current.value === undefined || now() >= renewAt) await renew()
      return current.value === undefined || !isStill(whose)
        ? fail('sign_in_unavailable')
        : succeed(current.value ?? letter.link?.token ?? null)
    },
    identify: (next: { token: string } | null) => {
      isLost.value = false
      refusal.value = null
      accept(next?.token ?? null)
    },
  }
}
export type Session = ReturnType<typeof createSession>
