// Words of a text in which nothing is odd, most by far: told unit by unit, ten times faster than by the pattern.

const other = 0
const letter = 1
const digit = 2
const apostrophe = 3
/** Invisible signs, which a word may go on behind, and whatever the table does not reach: the pattern's matter. */
const odd = 4

function kindOf(sign: string): number {
  if (/[\p{L}\p{M}]/u.test(sign)) return letter
  if (/\p{N}/u.test(sign)) return digit
  if (/['’`]/.test(sign)) return apostrophe
  return /[\u00ad\u200b-\u200f\u2060]/.test(sign) ? odd : other
}

/** Latin, Cyrillic, punctuation, the signs of currencies and numbers, arrows. */
const kinds = Uint8Array.from({ length: 0x2200 }, (_, code) => kindOf(String.fromCharCode(code)))

/** Beyond the text there is nothing. */
const kindAt = (text: string, at: number) => (at < text.length ? (kinds[text.charCodeAt(at)] ?? odd) : other)

/** Where each word begins and ends that `tokenize.ts` takes for one, in order; undefined of a text with something odd in it. */
export function plainBorders(text: string): number[] | undefined {
  const borders: number[] = []
  let from = -1
  let isJoined = false
  for (let at = 0; at <= text.length; at++) {
    const kind = kindAt(text, at)
    if (kind === odd) return undefined
    const isWithin = from >= 0
    // Behind an apostrophe there are letters only.
    if (isWithin && (kind === letter || (kind === digit && !isJoined))) continue
    if (isWithin && kind === apostrophe && kindAt(text, at + 1) === letter) {
      isJoined = true
      continue
    }
    if (isWithin) borders.push(from, at)
    from = kind === letter || kind === digit ? at : -1
    isJoined = false
  }
  return borders
}
