/** Words repeat, the more so in a draft that is read again with every key. No word is remembered for ever. */
export function remembered<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= 4_096) known.clear()
    const found = find(word)
    if (word.length <= 40) known.set(word, found)
    return found
  }
}
