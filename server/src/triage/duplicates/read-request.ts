// What of a draft, or of an open ticket, is compared with others (R17).
import type { PartialDraft } from '@bilet/shared/ticket'
import { isTopic } from '../lexicon/concepts.ts'
import { manner } from '../lexicon/manner.ts'
import type { Meaning } from '../nearness/meaning.ts'
import { meaningOf } from '../nearness/meaning.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'
import { analyzeDraft } from '../text/analyze-draft.ts'
import type { Word } from '../text/words.ts'
import { beginningOf } from '../text/words.ts'
import type { Identifiers } from './identifiers.ts'
import { identifiersOf } from './identifiers.ts'

type Text = Pick<PartialDraft, 'subject' | 'description'>

/** What one comes for is said at the beginning. An owner has many open tickets, and each may be long. */
export const comparedLetters = 1_000

/** What of a text is compared. */
export const comparedOf = ({ subject = '', description = '' }: Text) => ({
  subject,
  description: description.slice(0, comparedLetters),
})

/** A text as it is compared: read once, however many others it is compared with. */
export type ReadRequest = {
  /** Words of the description, with all its small ones. */
  words: readonly Word[]
  /** Beginnings of those that carry something; `every`: the subject's too. */
  said: ReadonlySet<string>
  every: ReadonlySet<string>
  /** Beginnings of those that are neither of the trade nor of any talk. */
  telling: ReadonlySet<string>
  /** What the description's words mean together, each once; `everyMeaning`: with the subject's. */
  meaning: Meaning
  everyMeaning: Meaning
  /** Topics of the description; `everyTopic`: the subject's too. */
  topics: ReadonlySet<number>
  everyTopic: ReadonlySet<number>
  identifiers: Identifiers
  /** Bits of `manner`. */
  manner: number
  /** Whether any sentence closes with a question mark. */
  asks: boolean
}

export function readRequest(written: Text): ReadRequest {
  const text = comparedOf(written)
  const { subject, description, shown } = analyzeDraft(text)
  const words = description.flatMap((sentence) => sentence.words)
  const all = [...subject.flatMap((sentence) => sentence.words), ...words]
  return {
    words,
    said: beginningsOf(words),
    every: beginningsOf(all),
    telling: beginningsOf(all.filter(({ concepts }) => concepts.length === 0)),
    meaning: meaningOf(once(words)),
    everyMeaning: meaningOf(once(all)),
    topics: new Set(description.flatMap((sentence) => sentence.shown.filter(isTopic))),
    everyTopic: new Set([...shown].filter(isTopic)),
    identifiers: identifiersOf(`${text.subject}. ${text.description}`),
    manner: [...subject, ...description].reduce((bits, sentence) => bits | mannerIn(sentence), 0),
    asks: description.some(({ sentence }) => sentence.asks),
  }
}

const beginningsOf = (words: readonly Word[]): Set<string> =>
  new Set(words.flatMap(({ says, text }) => (says ? beginningOf(text) : [])))

const once = (words: readonly Word[]): Word[] => [...new Map(words.map((word) => [word.bucket, word])).values()]

/** What somebody else wants is asked too: «клиент хочет», «просят». */
const wishing = /^(?:хоч(?:ет|ут)|прос[ия]т|хоче|хочуть|wants?)$/

const mannerIn = ({ marks, sentence, words }: AnalyzedSentence) =>
  marks.reduce((bits, mark) => bits | mark.manner, 0) |
  (sentence.asks || words.some(({ text }) => wishing.test(text)) ? manner.question : 0) |
  (words.some(({ asks }) => asks) ? manner.request : 0)
