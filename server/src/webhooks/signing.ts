// Signatures after Standard Webhooks 1.0: HMAC-SHA256 over id, timestamp and body, by each secret that is still good.

const prefix = 'whsec_'
const secretBytes = 32

const base64 = (bytes: Uint8Array) => btoa(String.fromCodePoint(...bytes))

/** A new secret of 256 random bits, as receivers' libraries take it. */
export const newSecret = (): string => prefix + base64(crypto.getRandomValues(new Uint8Array(secretBytes)))

export type Signed = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }

/** The headers of one attempt. `at` is epoch milliseconds; the first secret is the newest. */
export async function signed(
  { id, body, at }: { id: string; body: string; at: number },
  secrets: readonly string[],
): Promise<Signed> {
  const timestamp = String(Math.floor(at / 1000))
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signatures = await Promise.all(secrets.map((secret) => signatureOf(secret, content)))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

async function signatureOf(secret: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(prefix.length)), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return `v1,${base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, content)))}`
}
