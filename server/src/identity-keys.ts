// The secrets that identity tokens are signed with, by key id. Two forms: JSON, and pairs that no shell, unit file or
// container quotes: `2026:c2VjcmV0…,2027:b3RoZXI…`.
import { SettingError } from './setting-error.ts'

const setting = 'BILET_IDENTITY_KEYS'

/** RFC 7518 §3.2: a key of HS256 is at least as long as its hash. */
export const leastSecretBytes = 32

const makeOne = 'make one with: npm run bilet -- key create'

/** Throws `SettingError` naming the key that cannot be used and what to do; never with a secret in it. */
export function parseIdentityKeys(value: string | undefined): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map(pairsOf(value ?? '').map(([kid, secret]) => [kid, secretOf(kid, secret)]))
}

function pairsOf(value: string): [kid: string, secret: string][] {
  const text = value.trim()
  if (text === '') return []
  if (text.startsWith('{')) return pairsOfJson(text)
  return text.split(',').map((pair) => {
    const [, kid, secret] = /^\s*([^:\s]+):(\S+)\s*$/.exec(pair) ?? []
    if (!kid || !secret)
      throw new SettingError(setting, `kid:secret pairs separated by commas, or {"kid":"secret"}; ${makeOne}`)
    return [kid, secret]
  })
}

function pairsOfJson(text: string): [string, string][] {
  const pairs = Object.entries(parse(text)).map(([kid, secret]): [string, string] | null =>
    kid && typeof secret === 'string' ? [kid, secret] : null,
  )
  const whole = pairs.filter((pair) => pair !== null)
  if (whole.length < pairs.length) throw new SettingError(setting, `{"kid":"secret"}, both of them text; ${makeOne}`)
  return whole
}

function parse(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Told below: a parser's message would repeat the value.
  }
  throw new SettingError(
    setting,
    `not JSON; a shell may have taken its quotes away. Without quotes: kid:secret; ${makeOne}`,
  )
}

/** Base64 or base64url; by what every platform has. */
function secretOf(kid: string, secret: string): Uint8Array<ArrayBuffer> {
  const refuse = (why: string) => new SettingError(setting, `the secret of "${kid}" ${why}; ${makeOne}`)
  const letters = secret
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/(?<!=)=+$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(letters) || letters.length % 4 === 1) throw refuse('is not base64')
  if (/^([\da-f]{32,}|[\dA-F]{32,})$/.test(letters)) throw refuse('is written in hex: expected base64')
  const bytes = Uint8Array.from(atob(letters), (byte) => byte.charCodeAt(0))
  if (bytes.length < leastSecretBytes)
    throw refuse(`has ${bytes.length} bytes, at least ${leastSecretBytes} are needed`)
  return bytes
}
