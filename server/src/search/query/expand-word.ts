import type { SearchIndex } from '../index/search-index.ts'
import { rootOf } from '../text/root.ts'
import { stem } from '../text/stem.ts'
import type { Tuning } from '../tuning.ts'
import { prefixed } from './prefixed.ts'
import { misspelt, soundingAlike } from './similar-terms.ts'

/**
 * Terms that must stand together, the list of articles where they do, and what they are worth of the word as typed (0…1).
 * `telling` (0…1) bounds how telling they are, whatever their terms are.
 */
export type Alternative = {
  terms: readonly number[]
  list: number
  weight: number
  by: MatchKind
  telling?: number | undefined
}

export type MatchKind = 'word' | 'root' | 'typo' | 'sound' | 'prefix' | 'synonym' | 'under'

/** A misspelling this near needs no reading by ear. */
const CLOSE = 0.6

export type Expanding = {
  /** Whether more of it is to be typed. */
  unfinished: boolean
  /** Whether a word that nothing is known of may be looked for among those like it: the one thing here that takes long. */
  mayGuess: () => boolean
}

/** What a normalized word of a query may stand for in the articles: itself first, then kin, mistakes, beginnings. */
export function expandWord(
  index: SearchIndex,
  word: string,
  { unfinished, mayGuess }: Expanding,
  tuning: Tuning,
): Alternative[] {
  const term = stem(word)
  const id = index.termIds.get(term)
  const alternatives: Alternative[] = id === undefined ? [] : [{ terms: [id], list: id, weight: 1, by: 'word' }]
  const add = (by: MatchKind, found: readonly { term: number; weight: number }[], worth: number): void => {
    if (worth > 0) {
      for (const { term: list, weight } of found) alternatives.push({ terms: [list], list, weight: weight * worth, by })
    }
  }
  if (unfinished) add('prefix', prefixed(index, word), tuning.prefix)
  add('root', relatives(index, term, id), tuning.root)
  if (alternatives.length > 0 || !mayGuess()) return alternatives
  add('typo', misspelt(index, term), tuning.fuzzy)
  if (alternatives.every(({ weight }) => weight < CLOSE)) add('sound', soundingAlike(index, word), tuning.sound)
  return alternatives
}

/** Kin share at least this much of the word's beginning: roots alone are too short to tell. */
const SHARED = 0.75

function relatives(index: SearchIndex, term: string, id: number | undefined): { term: number; weight: number }[] {
  if (term.length < 4 || !/^[\u0400-\u04ff]/u.test(term)) return []
  const kin = index.termsByRoot.get(rootOf(term)) ?? []
  const near = (other: number): boolean =>
    other !== id && sharedStart(term, index.terms[other] ?? '') >= SHARED * term.length
  return kin.filter(near).map((other) => ({ term: other, weight: 1 }))
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
