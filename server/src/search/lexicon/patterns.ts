// The patterns of a lexicon in one table: as an object each, forty thousand would take more of an isolate than an index.
import type { KeyWord, PhraseKey } from './phrase-key.ts'

/** A word of a question as it stands in a row of words: where, its stem's number (-1: no pattern has it), whether it is denied. */
export type Spoken = { place: number; stem: number; denied: boolean }

/** A pattern found: the number of what it says, its words, and their places. */
export type Found = { sense: number; words: readonly KeyWord[]; places: number[] }

export type Patterns = {
  /** The stems of all patterns, and of all that is offered for them. */
  stems: readonly string[]
  idOf: (stem: string) => number
  /** Those in a row of words of which so many may stand between those of a pattern; `whole`: see `PhraseKey`. */
  within: (row: readonly Spoken[], whole: boolean, between: number) => Found[]
}

/** In the table a pattern is its sense, how many words it has, which of them are denied (bit by bit), and its words. */
const HEAD = 3

export function createPatterns() {
  const ids = new Map<string, number>()
  const stems: string[] = []
  const added = { whole: [] as number[], loose: [] as number[] }
  const idOf = (stem: string): number => {
    const known = ids.get(stem)
    if (known !== undefined) return known
    ids.set(stem, stems.length)
    return stems.push(stem) - 1
  }
  return {
    /** The stem as it is kept: equal ones are one and the same. */
    kept: (stem: string): string => stems[idOf(stem)] ?? stem,
    add({ words, whole }: Pick<PhraseKey, 'words' | 'whole'>, sense: number): void {
      const denied = words.reduce((mask, word, at) => mask | (word.denied ? 1 << at : 0), 0)
      const cells = whole ? added.whole : added.loose
      cells.push(sense, words.length, denied)
      for (const { stem } of words) cells.push(idOf(stem))
    },
    finish(): Patterns {
      const whole = inTable(stems.length, added.whole.splice(0))
      const loose = inTable(stems.length, added.loose.splice(0))
      return {
        stems,
        idOf: (stem) => ids.get(stem) ?? -1,
        within: (row, isWhole, between) => foundIn(isWhole ? whole : loose, stems, row, between),
      }
    },
  }
}

/** Patterns one after another, those that begin with stem s from `from[s]` to `from[s + 1]`. */
type Table = { cells: Int32Array; from: Int32Array }

function inTable(stems: number, added: readonly number[]): Table {
  const lengthAt = (pattern: number): number => HEAD + (added[pattern + 1] ?? 0)
  const firstAt = (pattern: number): number => added[pattern + HEAD] ?? 0
  const from = new Int32Array(stems + 1)
  for (let pattern = 0; pattern < added.length; pattern += lengthAt(pattern))
    from[firstAt(pattern) + 1] = (from[firstAt(pattern) + 1] ?? 0) + lengthAt(pattern)
  for (let stem = 0; stem < stems; stem++) from[stem + 1] = (from[stem + 1] ?? 0) + (from[stem] ?? 0)
  const next = from.slice()
  const cells = new Int32Array(added.length)
  for (let pattern = 0; pattern < added.length; pattern += lengthAt(pattern)) {
    const to = next[firstAt(pattern)] ?? 0
    for (let cell = 0; cell < lengthAt(pattern); cell++) cells[to + cell] = added[pattern + cell] ?? 0
    next[firstAt(pattern)] = to + lengthAt(pattern)
  }
  return { cells, from }
}

function foundIn({ cells, from }: Table, stems: readonly string[], row: readonly Spoken[], between: number): Found[] {
  const found: Found[] = []
  row.forEach(({ stem }, at) => {
    if (stem < 0) return
    // Most patterns are told apart by their second word already.
    const next = row[at + 1]?.stem ?? -1
    const further = between > 0 ? (row[at + 2]?.stem ?? -1) : -1
    const end = from[stem + 1] ?? 0
    let length = 0
    for (let pattern = from[stem] ?? 0; pattern < end; pattern += HEAD + length) {
      length = cells[pattern + 1] ?? 0
      const second = cells[pattern + HEAD + 1]
      if (length > 1 && second !== next && second !== further) continue
      const places = placesOf(cells, pattern, row, at, between)
      if (places !== undefined)
        found.push({ sense: cells[pattern] ?? 0, words: wordsOf(cells, pattern, stems), places })
    }
  })
  return found
}

const wordsOf = (cells: Int32Array, pattern: number, stems: readonly string[]): KeyWord[] =>
  Array.from({ length: cells[pattern + 1] ?? 0 }, (_, nth) => ({
    stem: stems[cells[pattern + HEAD + nth] ?? -1] ?? '',
    denied: ((cells[pattern + 2] ?? 0) & (1 << nth)) !== 0,
  }))

/** Places of a pattern's words in a row from one on, others between them allowed; undefined where they are not. */
function placesOf(
  cells: Int32Array,
  pattern: number,
  row: readonly Spoken[],
  first: number,
  between: number,
): number[] | undefined {
  const length = cells[pattern + 1] ?? 0
  const places: number[] = []
  let at = first
  let spare = between
  while (places.length < length) {
    const word = row[at++]
    if (word === undefined) return undefined
    if (fits(cells, pattern, places.length, word)) places.push(word.place)
    else if (places.length === 0 || spare-- === 0) return undefined
  }
  return places
}

/** A phrase with «не» is said with it only; one without may be denied. */
function fits(cells: Int32Array, pattern: number, nth: number, word: Spoken): boolean {
  if (word.stem !== cells[pattern + HEAD + nth]) return false
  return word.denied || ((cells[pattern + 2] ?? 0) & (1 << nth)) === 0
}
