// A guest has no sign-in: what leads them back to a ticket is a token in their letters, signed by the desk. It opens that
// ticket alone, for thirty days, and nothing once the ticket or its person is erased.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

export type GuestLinks = {
  /** A token for this ticket; null where the desk has no key to sign with. */
  give(ticketId: string): string | null
  read(token: string): { ok: true; ticketId: string } | { ok: false; code: 'token_invalid' | 'token_expired' }
}

export const guestLinkMs = 30 * 24 * 3_600_000

/** No JWT begins so. */
const prefix = 'guest.'

export const isGuestToken = (token: string) => token.startsWith(prefix)

const toText = (bytes: Uint8Array) =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const sealOf = (secret: Uint8Array, signed: string) => toText(hmac(sha256, secret, utf8ToBytes(signed)))

/** Takes as long whether the first letter differs or the last. */
function isSame(one: string, other: string): boolean {
  const [bytes, others] = [utf8ToBytes(one), utf8ToBytes(other)]
  if (bytes.length !== others.length) return false
  return bytes.reduce((differing, byte, at) => differing | (byte ^ (others[at] ?? 0)), 0) === 0
}

/**
 * Signs with the newest of the desk's identity keys, the last that the setting names; what any of them signed is good.
 * `clock` gives epoch milliseconds.
 */
export function createGuestLinks(keys: ReadonlyMap<string, Uint8Array>, clock: () => number): GuestLinks {
  // A key for each purpose: no seal made here is good for an identity token.
  const secrets = [...keys.values()].map((key) => hmac(sha256, key, utf8ToBytes('links of guests')))
  return {
    give(ticketId) {
      const secret = secrets.at(-1)
      if (!secret) return null
      const signed = `${prefix}${ticketId}.${Math.floor((clock() + guestLinkMs) / 1000).toString(36)}`
      return `${signed}.${sealOf(secret, signed)}`
    },
    read(token) {
      const [, signed = '', ticketId = '', until = '', seal = ''] =
        /^(guest\.([\w-]+)\.([\da-z]{1,10}))\.([\w-]+)$/.exec(token) ?? []
      if (!secrets.some((secret) => isSame(seal, sealOf(secret, signed)))) return { ok: false, code: 'token_invalid' }
      return Number.parseInt(until, 36) * 1000 > clock() ? { ok: true, ticketId } : { ok: false, code: 'token_expired' }
    },
  }
}
