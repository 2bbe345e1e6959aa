const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const codes = Array.from(letters, (letter) => letter.charCodeAt(0))

/** Of six random bits each: 132. */
const idLetters = 22

/** Asking for random bytes costs the same for one id as for a hundred. */
const drawn = new Uint8Array(100 * idLetters)
let used = drawn.length

/** A new opaque id of at least 128 random bits, URL-safe. */
export function newId(): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  const id: number[] = []
  for (const to = used + idLetters; used < to; used++) id.push(codes[drawn[used]! & 63]!)
  return String.fromCharCode(...id)
}

const timeLetters = 8

/**
 * Of a new id one whose first letters are the time (epoch milliseconds), 84 random bits behind it: rows that come together
 * then lie together in an index, and a group of them changes a page of it, not a page each.
 */
export function timedId(id: string, time: number): string {
  let told = ''
  for (let rest = time; told.length < timeLetters; rest = Math.floor(rest / 64)) told = letters[rest % 64]! + told
  return told + id.slice(timeLetters)
}
