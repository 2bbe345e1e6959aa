/** An engine may keep a whole text for a word cut out of it; what is kept for long is a copy. */
const copied = (word: string) => ` ${word}`.slice(1)

/**
 * Words repeat, the more so in a draft that is read again with every key. No word is kept for ever: when there are
 * enough of them, those that have not come again since the last time are let go. Words of more than 40 letters are not
 * kept at all, so that what is held has a bound in bytes.
 */
export function memoize<T>(find: (word: string) => T, enough = 8_192): (word: string) => T {
  let recent = new Map<string, T>()
  let earlier = new Map<string, T>()
  return (word) => {
    const known = recent.get(word)
    if (known !== undefined) return known
    if (word.length > 40) return find(word)
    const kept = copied(word)
    const found = earlier.get(kept) ?? find(kept)
    if (recent.size >= enough) {
      earlier = recent
      recent = new Map()
    }
    recent.set(kept, found)
    return found
  }
}
