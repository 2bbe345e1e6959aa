// Finding a lexicon's concepts in words: a look-up of each word's first letters, so the time is linear in the text.

type Part = { stem: string; whole: boolean }
type Pattern = { concept: number; first: Part; rest: Part[] }

/** The patterns that a word may begin, by how the word begins that is to follow. */
export type Begun = ReadonlyMap<number, readonly Pattern[]>

export type Spotted = {
  /** What a word shows by itself. */
  alone: readonly number[]
  begun: Begun | undefined
  /** A bit for each beginning that it is followed by: most words have none of them. */
  awaited: number
}

/** Patterns are filed by the first three letters of their first part, or by all of it where it is shorter. */
const keyLength = 3

/** A single letter is no beginning, it is a word. */
const toPart = (written: string): Part => ({
  stem: written.replace('=', ''),
  whole: written.endsWith('=') || written.length === 1,
})

const fits = (word: string | undefined, { stem, whole }: Part) =>
  word !== undefined && (whole ? word === stem : word.startsWith(stem))

/** Shared by the many patterns of one word. */
const none: Part[] = []

function* patternsOf(lexicon: string, numberOf: (concept: string) => number): Generator<Pattern> {
  let concept = -1
  for (const line of lexicon.split('\n')) {
    const isPattern = line.startsWith(' ')
    const [first, ...rest] = line.trim().split(' ').map(toPart)
    if (isPattern && first) yield { concept, first, rest: rest.length > 0 ? rest : none }
    else if (line) concept = numberOf(line)
  }
}

/** A word's first two letters as one number. */
export const openingOf = (word: string) => (word.charCodeAt(0) << 16) | (word.length > 1 ? word.charCodeAt(1) : 0)

/** One of 32 bits that stands for a beginning, and for some others. */
const bitOf = (opening: number) => 1 << (Math.imul(opening, 0x9e3779b1) >>> 27)

function fileBy<Key>(patterns: Iterable<Pattern>, keyOf: (pattern: Pattern) => Key): Map<Key, Pattern[]> {
  const filed = new Map<Key, Pattern[]>()
  for (const pattern of patterns) {
    const known = filed.get(keyOf(pattern))
    if (known) known.push(pattern)
    else filed.set(keyOf(pattern), [pattern])
  }
  return filed
}

/** Reads lexicons: a line of a concept, then its patterns, one a line, indented; `=` closes a whole word. */
export function createSpotter(lexicons: string[], numberOf: (concept: string) => number): (word: string) => Spotted {
  const filed = fileBy(patternsOf(lexicons.join('\n'), numberOf), ({ first }) => first.stem.slice(0, keyLength))
  return (word) => {
    const alone: number[] = []
    const begun: Pattern[] = []
    for (let length = Math.min(keyLength, word.length); length > 0; length--)
      for (const pattern of filed.get(word.slice(0, length)) ?? []) {
        if (!fits(word, pattern.first)) continue
        if (pattern.rest.length > 0) begun.push(pattern)
        else alone.push(pattern.concept)
      }
    if (begun.length === 0) return { alone, begun: undefined, awaited: 0 }
    const byOpening = fileBy(begun, ({ rest }) => openingOf(rest[0]!.stem))
    return { alone, begun: byOpening, awaited: [...byOpening.keys()].reduce((bits, key) => bits | bitOf(key), 0) }
  }
}

/** Whether the words after a place complete a pattern begun there. */
function isCompleted({ rest }: Pattern, words: readonly { text: string }[], at: number): boolean {
  for (let part = 0; part < rest.length; part++) if (!fits(words[at + 1 + part]?.text, rest[part]!)) return false
  return true
}

/** The concepts of the patterns begun at a place that the words after it complete; undefined when there are none. */
export function completedAt(
  words: readonly (Pick<Spotted, 'begun' | 'awaited'> & { text: string; opening: number })[],
  at: number,
): number[] | undefined {
  const { awaited, begun } = words[at]!
  const next = words[at + 1]
  if (!next || !(awaited & bitOf(next.opening))) return undefined
  const patterns = begun?.get(next.opening)
  if (!patterns) return undefined
  let completed: number[] | undefined
  for (const pattern of patterns) if (isCompleted(pattern, words, at)) (completed ??= []).push(pattern.concept)
  return completed
}
