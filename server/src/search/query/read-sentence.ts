import type { SearchIndex } from '../index/search-index.ts'
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

/** Reads the sentences of one query into units; a word that comes in several is expanded once. */
export function createSentenceReader(index: SearchIndex, tuning: Tuning): (sentence: DraftPart) => Unit[] {
  const known = new Map<string, Alternative[]>()
  const expand = (word: string, unfinished: boolean): Alternative[] => {
    if (isStopWord(word)) return []
    const meanings = known.get(word) ?? expandWord(index, word, unfinished, tuning)
    if (!unfinished) known.set(word, meanings)
    return meanings
  }
  return (sentence) => {
    const words = wordsOf(index, sentence.text, tuning)
    const unfinished = sentence.typing && /[\p{L}\p{N}]$/u.test(sentence.text) ? words.length - 1 : -1
    const meanings = words.map((word, at) => expand(word, at === unfinished))
    const stems = words.map((word, at) => leadingTerm(index, meanings[at] ?? []) ?? stem(word))
    const reworded = rewordings(index, stems, meanings, tuning)
    return words.flatMap((word, at) => {
      const alternatives = [...(meanings[at] ?? []), ...(reworded[at] ?? [])]
      if (isStopWord(word) || (alternatives.length === 0 && FIGURES.test(word))) return []
      const weight = sentence.weight * wordWeight(index, word, stems[at] ?? word, tuning)
      return [createUnit(index, word, weight, alternatives)]
    })
  }
}

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

/** For each word, what the lexicon's phrases through it may be called otherwise. */
function rewordings(
  index: SearchIndex,
  stems: readonly string[],
  meanings: readonly (readonly Alternative[])[],
  tuning: Tuning,
): (Alternative[] | undefined)[] {
  const found: (Alternative[] | undefined)[] = Array.from({ length: stems.length })
  if (tuning.synonym === 0) return found
  for (const { start, end, rewordings: others } of index.matcher.match(stems)) {
    for (const rewording of others) {
      const phrase = index.phrases.get(rewording)
      if (phrase === undefined) continue
      const weight = rewording.weight * tuning.synonym * (meanings[start]?.[0]?.weight ?? 1)
      const alternative: Alternative = { terms: phrase.terms, list: phrase.list, weight, by: 'synonym' }
      for (let at = start; at < end; at++) (found[at] ??= []).push(alternative)
    }
  }
  return found
}
