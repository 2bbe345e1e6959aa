// How learned numbers are written down: as characters. As numbers by name they would take ten times the memory of an isolate.

/** No small number is larger, either way. */
export const largest = 43

/** A small number is how far its character is from this one. */
const origin = 'R'.charCodeAt(0)

/** Small whole numbers, a character each. Throws on one that is too large. */
export const smallNumbers = (numbers: ArrayLike<number>): string =>
  Array.from(numbers, (number) => {
    if (Math.abs(number) > largest) throw new RangeError(`${number} is more than ${largest}`)
    return String.fromCharCode(origin + number)
  }).join('')

/** The numbers that `smallNumbers` wrote. */
export const readSmallNumbers = (text: string): Int8Array =>
  Int8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at) - origin)

/** Buckets of words have eighteen bits: three characters of six. */
const digits = 3
const bits = 6
const zero = '0'.charCodeAt(0)

export const buckets = (numbers: Iterable<number>): string =>
  Array.from(numbers, (number) =>
    String.fromCharCode(
      ...Array.from({ length: digits }, (_, nth) => zero + ((number >> (bits * (digits - 1 - nth))) & (2 ** bits - 1))),
    ),
  ).join('')

/** The numbers that `buckets` wrote. */
export const readBuckets = (text: string): Uint32Array =>
  Uint32Array.from({ length: text.length / digits }, (_, row) => {
    let number = 0
    for (let nth = 0; nth < digits; nth++) number = (number << bits) | (text.charCodeAt(row * digits + nth) - zero)
    return number
  })
