import { dictionaryInto } from '../dictionary/dictionary.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { stem } from '../text/stem.ts'
import { isLightWord, isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import { isUkrainian } from '../text/ukrainian.ts'
import type { Tuning } from '../tuning.ts'
import { memoize } from '../../util/memoize.ts'
import type { Alternative } from './alternative.ts'
import type { DraftPart } from './draft.ts'
import { guessesOf, meaningsOf } from './expand-word.ts'
import { createRewordings } from './rewordings.ts'
import { idfOf } from './unit.ts'
import type { SpokenWord } from './unit.ts'
import { readTranslit } from './words.ts'

/** Order numbers, dates, sums: what no article holds of them asks nothing. */
const FIGURES = /^\d+$/u
const MOST_WORDS = 200
/** A word takes half a kilobyte with all that it may mean. */
const MOST_KEPT = 512

/** Whether a word that nothing is known of may be taken for one of those like it. */
export type MayGuess = (word: string) => boolean

/** Reads a sentence into its words and what each of them may stand for. */
export type SentenceReader = (sentence: DraftPart, mayGuess: MayGuess) => SpokenWord[]

/** A word read by itself. `term`: what it was most likely meant to be, so that the lexicon knows a misspelt or unfinished one too. */
type Alone = { word: string; alternatives: readonly Alternative[]; term: string; weight: number; isStop: boolean }

/** For an index as long as it serves: what is found of a word, and of a phrase, is found once while it comes again. */
export function createSentenceReader(index: SearchIndex, tuning: Tuning): SentenceReader {
  const rewordings = createRewordings(index, tuning)
  const ukrainian = createWordReader(index, tuning, true)
  const other = createWordReader(index, tuning, false)
  return ({ text, typing, weight }, mayGuess) => {
    const words = wordsOf(index, text, tuning)
    const unfinished = typing && /[\p{L}\p{N}]$/u.test(text) ? words.length - 1 : -1
    const read = isUkrainian(text) ? ukrainian : other
    const all = words.map((word, at) => read(word, at === unfinished, mayGuess))
    const reworded = rewordings(
      words,
      all.map(({ term }) => term),
      (at) => all[at]?.alternatives[0]?.weight ?? 1,
    )
    return all.flatMap((one, at): SpokenWord[] => {
      const alternatives = joined(one.alternatives, reworded.alternatives[at])
      if (one.isStop || (alternatives.length === 0 && FIGURES.test(one.word))) return []
      const idf = Math.min(reworded.telling[at] ?? 1, idfOf(alternatives))
      return [{ word: one.word, weight: weight * one.weight, idf, alternatives, named: reworded.named[at]?.lists }]
    })
  }
}

type WordReader = (word: string, isUnfinished: boolean, mayGuess: MayGuess) => Alone

function createWordReader(index: SearchIndex, tuning: Tuning, inUkrainianText: boolean): WordReader {
  let dictionaries: readonly Dictionary[] | undefined
  const meanings = (word: string, isUnfinished: boolean): Alone => {
    dictionaries ??= languagesOf(index).flatMap((language) => dictionaryInto(language, inUkrainianText) ?? [])
    return alone(index, word, meaningsOf(index, dictionaries, word, isUnfinished, tuning), tuning)
  }
  const known = memoize((word) => meanings(word, false), MOST_KEPT)
  const guessed = memoize((word) => alone(index, word, guessesOf(index, word, tuning), tuning), MOST_KEPT)
  return (word, isUnfinished, mayGuess) => {
    const itself = isUnfinished ? meanings(word, true) : known(word)
    return itself.isStop || itself.alternatives.length > 0 || !mayGuess(word) ? itself : guessed(word)
  }
}

const languagesOf = ({ stored }: SearchIndex): string[] => [
  ...new Set(stored.articles.map(({ lang }) => lang.slice(0, 2))),
]

/** Most words are in no phrase. */
const joined = (itself: readonly Alternative[], others: readonly Alternative[] = []): readonly Alternative[] =>
  others.length === 0 ? itself : [...itself, ...others]

function wordsOf(index: SearchIndex, text: string, tuning: Tuning): string[] {
  const typed = tokenize(text)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
  return tuning.translit > 0 ? readTranslit(index, typed) : typed
}

function alone(index: SearchIndex, word: string, found: readonly Alternative[], tuning: Tuning): Alone {
  const isStop = isStopWord(word)
  const alternatives = isStop ? [] : found
  const term = leadingTerm(index, alternatives) ?? stem(word)
  return { word, alternatives, term, weight: wordWeight(index, word, term, tuning), isStop }
}

function leadingTerm(index: SearchIndex, [first]: readonly Alternative[]): string | undefined {
  return first === undefined || first.by === 'root' ? undefined : index.terms[first.terms[0] ?? -1]
}

function wordWeight(index: SearchIndex, word: string, term: string, tuning: Tuning): number {
  if (index.matcher.names.has(term)) return tuning.name
  return isLightWord(word) ? tuning.lightWord : 1
}
