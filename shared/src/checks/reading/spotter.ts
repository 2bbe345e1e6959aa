// Finding a lexicon's concepts in words: a look-up of each word's first letters, so the time is linear in the text.

type Part = { stem: string; whole: boolean }
type Pattern = { concept: string; first: Part; rest: Part[] }

/** What a word shows by itself, and the patterns that it may begin, by the first letter of the word that is to follow. */
export type Spotted = { alone: readonly string[]; begun: ReadonlyMap<string, readonly Pattern[]> }

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

function fileBy(patterns: Pattern[], keyOf: (pattern: Pattern) => string): Map<string, Pattern[]> {
  const filed = new Map<string, Pattern[]>()
  for (const pattern of patterns) filed.set(keyOf(pattern), [...(filed.get(keyOf(pattern)) ?? []), pattern])
  return filed
}

const noneBegun: Spotted['begun'] = new Map()

/** Reads lexicons: lines of a concept and its patterns; `=` closes a whole word, `+` joins words that follow. */
export function createSpotter(...lexicons: string[]): (word: string) => Spotted {
  const filed = fileBy([...patternsOf(lexicons.join('\n'))], ({ first }) => first.stem.slice(0, keyLength))
  return (word) => {
    const alone: string[] = []
    const begun: Pattern[] = []
    for (let length = Math.min(keyLength, word.length); length > 0; length--)
      for (const pattern of filed.get(word.slice(0, length)) ?? []) {
        if (!fits(word, pattern.first)) continue
        if (pattern.rest.length > 0) begun.push(pattern)
        else alone.push(pattern.concept)
      }
    return { alone, begun: begun.length > 0 ? fileBy(begun, ({ rest }) => rest[0]!.stem[0]!) : noneBegun }
  }
}

/** The concepts of the patterns begun at a place that the words after it complete. */
export function completedAt(words: readonly (Spotted & { text: string })[], at: number): string[] {
  const follow = words[at + 1]?.text[0]
  const begun = follow === undefined ? undefined : words[at]!.begun.get(follow)
  if (!begun) return []
  return begun
    .filter(({ rest }) => rest.every((part, offset) => fits(words[at + 1 + offset]?.text, part)))
    .map(({ concept }) => concept)
}
