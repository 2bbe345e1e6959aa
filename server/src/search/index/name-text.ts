import { bridgeUkrainian } from '../text/ukrainian.ts'
import { isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'

/** A title or heading as its character grams are taken: plain words without the stop words. */
export function nameText(text: string): string {
  return gramText(tokenize(text).map(({ word }) => word))
}

export function gramText(words: readonly string[]): string {
  return words
    .filter((word) => !isStopWord(word))
    .map((word) => bridgeUkrainian(word).replaceAll('ы', 'и').replaceAll('э', 'е'))
    .join(' ')
}
