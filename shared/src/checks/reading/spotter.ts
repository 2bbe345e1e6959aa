// Finding a lexicon's concepts in words: a look-up of each word's first letters, so the time is linear in the text.

/** The concepts that begin at a word of a list. */
export type Spot = (words: readonly string[], at: number) => string[]

type Part = { stem: string; whole: boolean }
type Pattern = { concept: string; first: Part; rest: Part[] }

/** Patterns are filed by the first three letters of their first part, or by all of it where it is shorter. */
const keyLength = 3

const toPart = (written: string): Part => ({ stem: written.replace('=', ''), whole: written.endsWith('=') })

const fits = (word: string | undefined, { stem, whole }: Part) =>
  word !== undefined && (whole ? word === stem : word.startsWith(stem))

/** The concepts that a lexicon names, in its order. */
export const conceptsOf = (lexicon: string) => [...lexicon.matchAll(/^\S+/gm)].map(([name]) => name)

function* patternsOf(lexicon: string): Generator<Pattern> {
  for (const line of lexicon.split('\n')) {
    const [concept = '', ...written] = line.split(' ')
    for (const pattern of written) {
      const [first, ...rest] = pattern.split('+').map(toPart)
      if (first) yield { concept, first, rest }
    }
  }
}

/** Words repeat, the more so in a draft that is read again with every key. No word is remembered for ever. */
function remembered<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    if (known.has(word)) return known.get(word)!
    if (known.size >= 4_096) known.clear()
    const found = find(word)
    if (word.length <= 40) known.set(word, found)
    return found
  }
}

/** Reads lexicons: lines of a concept and its patterns; `=` closes a whole word, `+` joins words that follow. */
export function createSpotter(...lexicons: string[]): Spot {
  const filed = new Map<string, Pattern[]>()
  for (const pattern of patternsOf(lexicons.join('\n'))) {
    const key = pattern.first.stem.slice(0, keyLength)
    filed.set(key, [...(filed.get(key) ?? []), pattern])
  }
  const begunBy = remembered((word) => {
    const keys = [keyLength, 2, 1].filter((length) => length <= word.length).map((length) => word.slice(0, length))
    return keys.flatMap((key) => filed.get(key) ?? []).filter(({ first }) => fits(word, first))
  })
  return (words, at) => {
    const found: string[] = []
    for (const { concept, rest } of begunBy(words[at]!))
      if (rest.every((part, offset) => fits(words[at + 1 + offset], part))) found.push(concept)
    return found
  }
}
