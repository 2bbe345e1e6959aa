const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of bytes, in lower-case hex. */
export async function digestBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** SHA-256 of a text in UTF-8, in lower-case hex. */
export const digest = (text: string): Promise<string> => digestBytes(new TextEncoder().encode(text))
