const bytes = 16

/** A new opaque id of 128 random bits, URL-safe. */
export const newId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('==', '')
