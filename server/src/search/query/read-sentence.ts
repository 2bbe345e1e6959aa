import type { SearchIndex } from '../index/search-index.ts'
import type { Rewording } from '../lexicon/matcher.ts'
import type { KeyWord } from '../lexicon/phrase-key.ts'
import { stem } from '../text/stem.ts'
import { isLightWord, isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Tuning } from '../tuning.ts'
import type { DraftPart } from './draft.ts'
import { expandWord } from './expand-word.ts'
import type { Alternative } from './expand-word.ts'
import { createUnit } from './unit.ts'
import type { Unit } from './unit.ts'
import { readTranslit } from './words.ts'

/** Order numbers, dates, sums: what no article holds of them asks nothing. */
const FIGURES = /^\d+$/u
const MOST_WORDS = 200
/** A letter of an owner has some ten words that no article knows; one that was made to be slow has a thousand. */
const MOST_GUESSES = 64

/** Reads the sentences of one query into units; a word that comes in several is expanded once. */
export function createSentenceReader(index: SearchIndex, tuning: Tuning): (sentence: DraftPart) => Unit[] {
  const known = new Map<string, Alternative[]>()
  let guesses = 0
  const mayGuess = () => guesses++ < MOST_GUESSES
  const expand = (word: string, unfinished: boolean): Alternative[] => {
    if (isStopWord(word)) return []
    const meanings = known.get(word) ?? expandWord(index, word, { unfinished, mayGuess }, tuning)
    if (!unfinished) known.set(word, meanings)
    return meanings
  }
  return (sentence) => {
    const words = wordsOf(index, sentence.text, tuning)
    const unfinished = sentence.typing && /[\p{L}\p{N}]$/u.test(sentence.text) ? words.length - 1 : -1
    const meanings = words.map((word, at) => expand(word, at === unfinished))
    const stems = words.map((word, at) => leadingTerm(index, meanings[at] ?? []) ?? stem(word))
    const reworded = rewordings(index, words, stems, meanings, tuning)
    return words.flatMap((word, at) => {
      const alternatives = joined(meanings[at] ?? [], reworded.alternatives[at])
      if (isStopWord(word) || (alternatives.length === 0 && FIGURES.test(word))) return []
      const weight = sentence.weight * wordWeight(index, word, stems[at] ?? word, tuning)
      const [bound, named] = [reworded.telling[at], reworded.named[at]?.lists]
      return [createUnit(index, { word, weight, alternatives, bound, named })]
    })
  }
}

/** Most words are in no phrase. */
const joined = (itself: Alternative[], others: Alternative[] = []) =>
  others.length === 0 ? itself : [...itself, ...others]

function wordsOf(index: SearchIndex, text: string, tuning: Tuning): string[] {
  const typed = tokenize(text)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word)
  return tuning.translit > 0 ? readTranslit(index, typed) : typed
}

/** What a word was most likely meant to be, so that the lexicon knows a misspelt or unfinished word too. */
function leadingTerm(index: SearchIndex, [first]: readonly Alternative[]): string | undefined {
  return first === undefined || first.by === 'root' ? undefined : index.terms[first.terms[0] ?? -1]
}

function wordWeight(index: SearchIndex, word: string, stemmed: string, tuning: Tuning): number {
  if (index.matcher.names.has(stemmed)) return tuning.name
  return isLightWord(word) ? tuning.lightWord : 1
}

/**
 * A part of a phrase is no other way to say it (a gift certificate is not any certificate), nor is the phrase with a word
 * more, which an article that has the phrase itself may lack.
 */
function saysOther({ terms }: Rewording, said: readonly KeyWord[]): boolean {
  const most = Math.min(terms.length, said.length)
  let shared = 0
  for (const term of terms) if (said.some(({ stem: word }) => word === term) && ++shared >= most) return false
  return shared < most
}

/** The lists of articles that speak of what a phrase of so many words names. */
type Naming = { length: number; lists: readonly number[] }

/** The longest phrase through a word tells what is named; of equal ones any may be meant. */
function longer(known: Naming | undefined, other: Naming): Naming {
  if (known === undefined || other.length > known.length) return other
  return other.length < known.length ? known : { ...known, lists: [...known.lists, ...other.lists] }
}

type Reworded = {
  /** For each word, what the lexicon's phrases through it may be called otherwise. */
  alternatives: (Alternative[] | undefined)[]
  /** For each word of a phrase that names a notion, where articles speak of the notion. */
  named: (Naming | undefined)[]
  /** For each Latin word that says a notion, how telling the notion is. */
  telling: (number | undefined)[]
}

/** What is rare in Russian articles for being English tells no more than what it means. */
const isLatin = (word: string): boolean => /^[a-z]/u.test(word)

function rewordings(
  index: SearchIndex,
  words: readonly string[],
  stems: readonly string[],
  meanings: readonly (readonly Alternative[])[],
  tuning: Tuning,
): Reworded {
  const found: Reworded = { alternatives: [], named: [], telling: [] }
  if (tuning.synonym === 0) return found
  for (const { places, words: said, pattern, sense } of index.matcher.match(words, stems)) {
    const { isSame, weight: worth, rewordings: others } = sense
    const offers = index.offers.get(others)
    if (offers === undefined && !isSame) continue
    const [first = 0] = places
    const known = meanings[first]?.[0]?.weight ?? 1
    const lists: number[] = []
    const isWord = isSame && places.length === 1 && isLatin(words[first] ?? '')
    for (const { rewording, phrase } of offers ?? []) {
      const { terms, list, telling } = phrase
      if (isWord) found.telling[first] = Math.max(found.telling[first] ?? 0, telling)
      const isOther = saysOther(rewording, said)
      if (!rewording.isUnder && (isOther || rewording.pattern === pattern)) lists.push(list)
      if (!isOther) continue
      const weight = worth * rewording.weight * tuning.synonym * known
      const alternative: Alternative = { terms, list, weight, by: rewording.isUnder ? 'under' : 'synonym', telling }
      for (const at of places) (found.alternatives[at] ??= []).push(alternative)
    }
    if (isSame) for (const at of places) found.named[at] = longer(found.named[at], { length: places.length, lists })
  }
  return found
}
