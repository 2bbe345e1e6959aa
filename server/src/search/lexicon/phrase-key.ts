import { stem } from '../text/stem.ts'
import { isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'

const DENYING = new Set(['не', 'нет', 'без', 'ні', 'немає', 'not', 'no', 'without'])

/** Takes a normalized word. */
export const isDenying = (word: string): boolean => DENYING.has(word)

/** A word of a phrase or of a question as phrases are matched. `denied`: a «не» or «без» stands before it. */
export type KeyWord = { stem: string; denied: boolean }

/**
 * What a phrase is found by: the stems of its words that say something; of a phrase with only one such word («под ключ»,
 * «от кого») all its words, since that one alone would mean much else. `terms` are what an article says it by, each once.
 */
export type PhraseKey = { words: readonly KeyWord[]; whole: boolean; terms: readonly string[] }

export function phraseKey(phrase: string): PhraseKey {
  const written = tokenize(phrase)
  const said: KeyWord[] = []
  const telling: KeyWord[] = []
  written.forEach(({ word }, at) => {
    if (isDenying(word)) return
    const one = { stem: stem(word), denied: isDenying(written[at - 1]?.word ?? '') }
    said.push(one)
    if (!isStopWord(word)) telling.push(one)
  })
  const whole = telling.length === 1 && said.length > 1
  return { words: whole ? said : telling, whole, terms: [...new Set(telling.map((word) => word.stem))] }
}

/** Two phrases with one key are one. */
export const keyText = ({ words }: Pick<PhraseKey, 'words'>): string =>
  words.map(({ stem: said, denied }) => (denied ? `!${said}` : said)).join(' ')
