const idBytes = 16

/** Asking for random bytes costs the same for one id as for a hundred. */
const drawn = new Uint8Array(100 * idBytes)
let used = drawn.length

/** A new opaque id of 128 random bits, URL-safe. */
export function newId(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  const bytes = drawn.subarray(used, (used += idBytes))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('==', '')
}
