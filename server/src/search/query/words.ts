import { isInDictionary } from '../dictionary/dictionary.ts'
import { isStopWord } from '../text/stop-words.ts'
import { stem } from '../text/stem.ts'
import { cyrillicReadings } from '../text/transliterate.ts'
import type { SearchIndex } from '../index/search-index.ts'

/** True when the articles, the lexicon, the dictionary or a language's function words know a normalized word. */
export function isKnown(index: SearchIndex, word: string): boolean {
  return isStopWord(word) || index.termIds.has(stem(word)) || isInDictionary(stem(word))
}

/** The share of a text's letters that stand in known words, 0…1. */
export function knownShare(index: SearchIndex, words: readonly string[]): number {
  let known = 0
  let all = 0
  for (const word of words) {
    all += word.length
    if (isKnown(index, word)) known += word.length
  }
  return all === 0 ? 0 : known / all
}

const LATIN = /^[a-z'4]+$/u

function readCyrillic(index: SearchIndex, word: string): string {
  const readings = cyrillicReadings(word)
  return readings.find((reading) => isKnown(index, reading)) ?? readings[0] ?? word
}

/** Words typed in Latin letters read as Cyrillic where only that reading is known. */
export function readTranslit(index: SearchIndex, words: string[]): string[] {
  if (!words.some((word) => LATIN.test(word))) return words
  const cyrillic = words.map((word) => (LATIN.test(word) ? readCyrillic(index, word) : word))
  const wholeIsTranslit = knownShare(index, cyrillic) > knownShare(index, words)
  return words.map((word, at) => {
    const reading = cyrillic[at] ?? word
    const better = wholeIsTranslit ? isKnown(index, reading) : !isKnown(index, word) && isKnown(index, reading)
    return better ? reading : word
  })
}
