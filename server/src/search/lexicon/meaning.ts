// What a question is about, whatever words it was asked in.
import { stem } from '../text/stem.ts'
import { isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'
import type { LexiconMatch, LexiconMatcher } from './matcher.ts'

/**
 * Each once: the notions that a text speaks of, by name; the stems of its telling words; those of them that no notion
 * has.
 */
export type Meaning = { notions: string[]; stems: string[]; others: string[] }

/** Reads texts by the phrases that the matcher knows: of two that share a word, the longer one is said. */
export function createMeaning({ match }: Pick<LexiconMatcher, 'match'>): (text: string) => Meaning {
  return (text) => {
    const words = tokenize(text).map(({ word }) => word)
    const stems = words.map(stem)
    const said = apart(match(words, stems).filter(({ sense }) => sense.notion !== ''))
    const places = new Set(said.flatMap((one) => one.places))
    const telling = [...stems.keys()].filter((at) => !isStopWord(words[at] ?? ''))
    const stemsAt = (chosen: readonly number[]) => [...new Set(chosen.map((at) => stems[at] ?? ''))]
    return {
      notions: [...new Set(said.map(({ sense }) => sense.notion))],
      stems: stemsAt(telling),
      others: stemsAt(telling.filter((at) => !places.has(at))),
    }
  }
}

function apart(matches: readonly LexiconMatch[]): LexiconMatch[] {
  const taken = new Set<number>()
  return matches.toSorted(longestFirst).filter(({ places }) => {
    const isFree = places.every((place) => !taken.has(place))
    if (isFree) for (const place of places) taken.add(place)
    return isFree
  })
}

const longestFirst = (a: LexiconMatch, b: LexiconMatch) =>
  b.places.length - a.places.length || Number(b.sense.isSame) - Number(a.sense.isSame)
