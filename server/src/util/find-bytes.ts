/**
 * Gives a search for these bytes in others: where they begin from an offset on, −1 where they do not. Knuth, Morris and
 * Pratt's: it looks at each byte once, whatever a stranger made the two of.
 */
export function createFinder(needle: Uint8Array): (bytes: Uint8Array, from: number) => number {
  const back = fallbacks(needle)
  return (bytes, from) => {
    let matched = 0
    for (let at = from; at < bytes.length; at++) {
      // Where nothing matches yet, the platform's own search is at the next beginning sooner.
      if (matched === 0) at = bytes.indexOf(needle[0] ?? 0, at)
      if (at === -1) return -1
      while (matched > 0 && bytes[at] !== needle[matched]) matched = back[matched - 1] ?? 0
      if (bytes[at] === needle[matched]) matched++
      if (matched === needle.length) return at - matched + 1
    }
    return -1
  }
}

/** For each length of a match, how much of it is a match still when the next byte is wrong. */
function fallbacks(needle: Uint8Array): Uint8Array {
  const back = new Uint8Array(needle.length)
  for (let at = 1, matched = 0; at < needle.length; at++) {
    while (matched > 0 && needle[at] !== needle[matched]) matched = back[matched - 1] ?? 0
    if (needle[at] === needle[matched]) matched++
    back[at] = matched
  }
  return back
}
