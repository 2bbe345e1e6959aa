// A page sends the same token with each of its calls: verified once, it is known until it expires. Bounded in bytes,
// since what a token holds is up to whoever signs it.
import type { VerifiedCaller } from '@bilet/shared/caller'

export type KnownIdentity = { caller: VerifiedCaller; notes: readonly string[]; until: number }

const maxBytes = 16 * 1024 * 1024
/** Map entry, caller and its strings, roughly. */
const overhead = 500

export function createKnownTokens(clock: () => number) {
  const known = new Map<string, KnownIdentity>()
  let bytes = 0

  function forget(token: string) {
    if (known.delete(token)) bytes -= sizeOf(token)
  }

  return {
    add(token: string, identity: KnownIdentity) {
      forget(token)
      known.set(token, identity)
      bytes += sizeOf(token)
      for (const oldest of known.keys()) {
        if (bytes <= maxBytes) break
        forget(oldest)
      }
    },
    /** Undefined for one that is not known, or not any more. */
    get(token: string): KnownIdentity | undefined {
      const identity = known.get(token)
      if (identity && identity.until > clock()) return identity
      forget(token)
      return undefined
    },
  }
}

const sizeOf = (token: string) => 2 * token.length + overhead
