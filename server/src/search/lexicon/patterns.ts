// The patterns of a lexicon in one table: as an object each, forty thousand would take more of an isolate than an index.
import type { KeyWord, PhraseKey } from './phrase-key.ts'

/** A word of a question as it stands in a row of words: where, its stem's number (-1: no pattern has it), whether it is denied. */
export type Spoken = { place: number; stem: number; denied: boolean }

/** A pattern found: its number, that of what it says, its words, and their places. */
export type Found = { pattern: number; sense: number; words: readonly KeyWord[]; places: number[] }

export type Patterns = {
  /** How many: they are numbered from 0. */
  count: number
  /** The stems of all patterns, and of all that is offered for them. */
  stems: readonly string[]
  idOf: (stem: string) => number
  /** Those in a row of words of which so many may stand between those of a pattern; `whole`: see `PhraseKey`. */
  within: (row: readonly Spoken[], whole: boolean, between: number) => Found[]
}

/** In the table a pattern is its sense, how many words it has, which of them are denied (bit by bit), its number, and its words. */
const HEAD = 4

export function createPatterns() {
  const ids = new Map<string, number>()
  const stems: string[] = []
  let count = 0
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
    /** Gives the pattern's number. */
    add({ words, whole }: Pick<PhraseKey, 'words' | 'whole'>, sense: number): number {
      const denied = words.reduce((mask, word, at) => mask | (word.denied ? 1 << at : 0), 0)
      const cells = whole ? added.whole : added.loose
      cells.push(sense, words.length, denied, count)
      for (const { stem } of words) cells.push(idOf(stem))
      return count++
    },
    finish(): Patterns {
      const whole = inTable(stems.length, added.whole.splice(0))
      const loose = inTable(stems.length, added.loose.splice(0))
      return {
        count,
        stems,
        idOf: (stem) => ids.get(stem) ?? -1,
        within: (row, isWhole, between) => foundIn(isWhole ? whole : loose, stems, row, between),
      }
    },
  }
}

/**
 * Patterns one after another. `places` says where each of them begins, those that begin alike together: with stem s from
 * `from[s]` to `from[s + 1]`, and so on word by word, however many they are.
 */
type Table = { cells: Int32Array; places: Int32Array; from: Int32Array }

function inTable(stems: number, added: readonly number[]): Table {
  const cells = Int32Array.from(added)
  const from = new Int32Array(stems + 1)
  const begins: number[] = []
  for (let at = 0; at < cells.length; at += HEAD + lengthOf(cells, at)) {
    begins.push(at)
    from[stemOf(cells, at, 0) + 1] = (from[stemOf(cells, at, 0) + 1] ?? 0) + 1
  }
  for (let stem = 0; stem < stems; stem++) from[stem + 1] = (from[stem + 1] ?? 0) + (from[stem] ?? 0)
  return { cells, places: Int32Array.from(begins.toSorted((a, b) => byWords(cells, a, b))), from }
}

const lengthOf = (cells: Int32Array, pattern: number): number => cells[pattern + 1] ?? 0
const stemOf = (cells: Int32Array, pattern: number, nth: number): number => cells[pattern + HEAD + nth] ?? -1

/** The shorter one first of two of which one begins the other. */
function byWords(cells: Int32Array, one: number, other: number): number {
  const [length, others] = [lengthOf(cells, one), lengthOf(cells, other)]
  for (let nth = 0; nth < length && nth < others; nth++) {
    const apart = stemOf(cells, one, nth) - stemOf(cells, other, nth)
    if (apart !== 0) return apart
  }
  return length - others || one - other
}

/** Seven is the most that begins at a word of real texts: a lexicon in which hundreds mean one word tells nothing by it. */
const MOST_AT_A_WORD = 16

function foundIn(table: Table, stems: readonly string[], row: readonly Spoken[], between: number): Found[] {
  const { cells, from } = table
  const found: Found[] = []
  row.forEach((word, at) => {
    if (word.stem < 0) return
    const range = { low: from[word.stem] ?? 0, high: from[word.stem + 1] ?? 0 }
    if (range.low === range.high) return
    const met: { pattern: number; places: number[] }[] = []
    goOn(table, range, [word], row, at + 1, between, (pattern, places) => {
      if (met.length < MOST_AT_A_WORD) met.push({ pattern, places })
    })
    for (const { pattern, places } of met.toSorted((a, b) => a.pattern - b.pattern)) {
      const [sense = 0, , , number = 0] = cells.subarray(pattern, pattern + HEAD)
      found.push({ pattern: number, sense, words: wordsOf(cells, pattern, stems), places })
    }
  })
  return found
}

type Range = { low: number; high: number }

/**
 * Tells of the patterns of a range, which all begin with the words taken, those that the words from a place of the row on
 * complete; `spare` words may stand between, where they do not go on themselves.
 */
function goOn(
  table: Table,
  { low, high }: Range,
  taken: readonly Spoken[],
  row: readonly Spoken[],
  at: number,
  spare: number,
  tell: (pattern: number, places: number[]) => void,
): void {
  const { cells, places } = table
  let next = low
  for (; next < high && lengthOf(cells, places[next] ?? 0) === taken.length; next++) {
    const pattern = places[next] ?? 0
    if (taken.every((word, nth) => fits(cells, pattern, nth, word)))
      tell(
        pattern,
        taken.map(({ place }) => place),
      )
  }
  for (let further = at; next < high && further <= at + spare; further++) {
    const word = row[further]
    if (word === undefined) return
    if (word.stem < 0 || (further > at && word.stem === row[at]?.stem)) continue
    const first = firstWith(table, { low: next, high }, taken.length, word.stem)
    if (first === high || stemOf(cells, places[first] ?? 0, taken.length) !== word.stem) continue
    const range = { low: first, high: firstWith(table, { low: first, high }, taken.length, word.stem + 1) }
    goOn(table, range, [...taken, word], row, further + 1, spare - (further - at), tell)
  }
}

/** The first pattern of a range whose word at a place has no lower stem. */
function firstWith({ cells, places }: Table, { low, high }: Range, nth: number, stem: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if (stemOf(cells, places[middle] ?? 0, nth) < stem) from = middle + 1
    else to = middle
  }
  return from
}

const wordsOf = (cells: Int32Array, pattern: number, stems: readonly string[]): KeyWord[] =>
  Array.from({ length: lengthOf(cells, pattern) }, (_, nth) => ({
    stem: stems[stemOf(cells, pattern, nth)] ?? '',
    denied: isDenied(cells, pattern, nth),
  }))

const isDenied = (cells: Int32Array, pattern: number, nth: number): boolean =>
  ((cells[pattern + 2] ?? 0) & (1 << nth)) !== 0

/** A phrase with «не» is said with it only; one without may be denied. */
const fits = (cells: Int32Array, pattern: number, nth: number, { denied }: Spoken): boolean =>
  denied || !isDenied(cells, pattern, nth)
