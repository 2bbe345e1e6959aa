import { gistOf } from '../../triage/likeness.ts'
import { wordsOf } from '@bilet/shared/rules/words'
import { isStopWord } from '../../search/text/stop-words.ts'

/** What a text is about, to be compared with others: the stems of its telling words. */
export function gist(words: string): Set<string> {
  const telling = wordsOf(words).filter((word) => !isStopWord(word))
  return gistOf({ subject: telling.join(' ') })
}
