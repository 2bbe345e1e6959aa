// Texts that only the bearer of a secret can read back: an answer that holds a new token may be given again to whoever
// asked for it, and to nobody who reads the database.
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

const ivBytes = 12

async function keyOf(secret: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`sealed\n${secret}`))
  return crypto.subtle.importKey('raw', digest, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** The text under AES-GCM, as hex. `secret` has at least 128 random bits. */
export async function seal(text: string, secret: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await keyOf(secret),
    new TextEncoder().encode(text),
  )
  return bytesToHex(iv) + bytesToHex(new Uint8Array(bytes))
}

/** Rejects where the secret is another. */
export async function unseal(sealed: string, secret: string): Promise<string> {
  const bytes = new Uint8Array(hexToBytes(sealed))
  const [iv, data] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes)]
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(secret), data))
}
