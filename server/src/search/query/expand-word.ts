import type { Dictionary } from '../dictionary/dictionary.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { rootOf } from '../text/root.ts'
import { stem } from '../text/stem.ts'
import type { Tuning } from '../tuning.ts'
import type { Alternative, MatchKind } from './alternative.ts'
import { prefixed } from './prefixed.ts'
import { misspelt, soundingAlike } from './similar-terms.ts'
import type { SimilarTerm } from './similar-terms.ts'

/** A misspelling this near needs no reading by ear. */
const CLOSE = 0.6

/**
 * What a normalized word may stand for in the articles: itself first, then what it is in other languages, what it begins if
 * it is unfinished, and its kin.
 */
export function meaningsOf(
  index: SearchIndex,
  dictionaries: readonly Dictionary[],
  word: string,
  isUnfinished: boolean,
  tuning: Tuning,
): Alternative[] {
  const term = stem(word)
  const id = index.termIds.get(term)
  return [
    ...(id === undefined ? [] : [aTerm(index, id, 1, 'word')]),
    ...weighed(index, 'translation', translations(index, dictionaries, term), tuning.translation),
    ...(isUnfinished ? weighed(index, 'prefix', prefixed(index, word), tuning.prefix) : []),
    ...weighed(index, 'root', relatives(index, term, id), tuning.root),
  ]
}

/** What a word of which nothing is known may have been meant for: a mistake, a sound. It takes long, as nothing else here. */
export function guessesOf(index: SearchIndex, word: string, tuning: Tuning): Alternative[] {
  const mistakes = weighed(index, 'typo', misspelt(index, stem(word)), tuning.fuzzy)
  if (mistakes.some(({ weight }) => weight >= CLOSE)) return mistakes
  return [...mistakes, ...weighed(index, 'sound', soundingAlike(index, word), tuning.sound)]
}

const aTerm = ({ idf }: SearchIndex, term: number, weight: number, by: MatchKind): Alternative => ({
  terms: [term],
  list: term,
  weight,
  by,
  telling: idf[term] ?? 0,
})

/** Terms with what they are worth of the word, of `worth` for one that is all of it. */
const weighed = (index: SearchIndex, by: MatchKind, found: readonly SimilarTerm[], worth: number): Alternative[] =>
  worth > 0 ? found.map(({ term, weight }) => aTerm(index, term, weight * worth, by)) : []

/** What a word is in the languages of the articles; each further one is worth a little less. */
function translations({ termIds, idf }: SearchIndex, dictionaries: readonly Dictionary[], term: string): SimilarTerm[] {
  const found: SimilarTerm[] = []
  for (const other of dictionaries.flatMap((dictionary) => dictionary(term))) {
    const id = termIds.get(other)
    if (id !== undefined && (idf[id] ?? 0) > 0) found.push({ term: id, weight: 1 - found.length / 10 })
  }
  return found.slice(0, MOST_TRANSLATIONS)
}

const MOST_TRANSLATIONS = 8

/** Kin share at least this much of the word's beginning: roots alone are too short to tell. */
const SHARED = 0.75

function relatives(index: SearchIndex, term: string, id: number | undefined): SimilarTerm[] {
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
