// Finding a lexicon's concepts in words. Every beginning of a word is looked up, so the time is linear in the text.

/** The concepts that begin at a word of a list. */
export type Spot = (words: readonly string[], at: number) => string[]

type Pattern = { concept: string; parts: string[] }

const longest = 14

const begins = (word: string | undefined, part: string) =>
  word !== undefined && (part.endsWith('=') ? word === part.slice(0, -1) : word.startsWith(part))

/** The concepts that a lexicon names, in its order. */
export const conceptsOf = (lexicon: string) => [...lexicon.matchAll(/^\S+/gm)].map(([name]) => name)

/** Reads lexicons: lines of a concept and its patterns; `=` closes a whole word, `+` joins words that follow. */
export function createSpotter(...lexicons: string[]): Spot {
  const patterns = new Map<string, Pattern[]>()
  for (const line of lexicons.join('\n').split('\n')) {
    const [concept = '', ...written] = line.split(' ')
    for (const pattern of written) {
      const parts = pattern.split('+')
      const key = parts[0]!.replace('=', '').slice(0, longest)
      const known = patterns.get(key)
      if (known) known.push({ concept, parts })
      else patterns.set(key, [{ concept, parts }])
    }
  }
  return (words, at) => {
    const word = words[at]!
    const found: string[] = []
    for (let length = Math.min(word.length, longest); length > 0; length--)
      for (const { concept, parts } of patterns.get(word.slice(0, length)) ?? [])
        if (parts.every((part, offset) => begins(words[at + offset], part))) found.push(concept)
    return found
  }
}
