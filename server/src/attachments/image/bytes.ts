// Small readers over bytes. Callers check bounds first: a read past the end is `undefined` or throws, never garbage.

export type Bytes = Uint8Array<ArrayBuffer>

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The bytes as text, one character a byte; shorter where they end early. */
export const latin1 = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length))

export const startsWith = (bytes: Uint8Array, text: string) => latin1(bytes, 0, text.length) === text

export const uint24le = (bytes: Uint8Array, at: number) =>
  viewOf(bytes).getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16)

export type Part = Uint8Array | readonly number[] | string

/** Chunks or segments of one file. A real one has some thousand at most; a made one costs memory for each. */
export const maxPieces = 50_000

/** One array of all parts; strings are one byte a character. */
export function concat(parts: readonly Part[]): Bytes {
  const arrays = parts.map((part) => (typeof part === 'string' ? Uint8Array.from(part, (c) => c.charCodeAt(0)) : part))
  const whole = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const array of arrays) {
    whole.set(array, at)
    at += array.length
  }
  return whole
}
