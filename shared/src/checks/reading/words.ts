// Words as they are read: everything that a word says by itself is found once and kept with it.
import { cues } from './cues.ts'
import { mannerOf } from './manner.ts'
import { matters } from './matters.ts'
import { remembered } from './remembered.ts'
import { speech } from './speech.ts'
import type { Spotted } from './spotter.ts'
import { completedAt, conceptsOf, createSpotter } from './spotter.ts'

/** What is shown at a place: all concepts, those of them that are matters, and the ways of speaking as bits of `manner`. */
export type Mark = { concepts: readonly string[]; matters: readonly string[]; manner: number }

export type Word = Mark &
  Spotted & {
    text: string
    /** Its beginning, if it is long enough to be told by it. */
    stem: string | undefined
    /** An imperative asks for something. */
    asks: boolean
    /** Turns what follows into a failure. */
    fails: boolean
    /** Turns what follows into its contrary. */
    denies: boolean
    /** Says nothing before a connector: "и ещё", "теперь второе". */
    leadsIn: boolean
  }

const spotted = createSpotter(matters, speech, cues)
const matterNames = new Set(conceptsOf(matters))

const failure = /^(?:не|not|никак|ніяк)$/
const denial = /^(?:не|ни|ні|без|not|never|no|cannot|without|(?:do|did|does|have|has|had|was|were|is|are|ca|wo)n't)$/
const leadIn = /^(?:и|а|ну|да|та|і|й|теперь|тепер|and|but|по|но|to|please|прошу|просьба)$/
const imperative = /(?:ите|йте|ьте|іть|тесь)$/
const courtesy = /^(?:здравст|извин|прост|проб|вибач|помогите|допомож)/

const toMark = (concepts: readonly string[]): Mark => ({
  concepts,
  matters: concepts.filter((concept) => matterNames.has(concept)),
  manner: concepts.reduce((bits, concept) => bits | mannerOf(concept), 0),
})

function toWord(text: string): Word {
  const { alone, begun } = spotted(text)
  const { concepts, matters: about, manner: bits } = toMark(alone)
  return {
    concepts,
    matters: about,
    manner: bits,
    text,
    stem: text.length > 3 ? text.slice(0, 5) : undefined,
    asks: text.length > 5 && imperative.test(text) && !courtesy.test(text),
    fails: failure.test(text),
    denies: denial.test(text),
    leadsIn: leadIn.test(text),
    alone,
    begun,
  }
}

/** A word by its text; most have been read before. */
export const wordOf = remembered(toWord)

/** What the word at a place shows, by itself and with the words that follow. */
export function markAt(words: readonly Word[], at: number): Mark {
  const word = words[at]!
  if (word.begun.size === 0) return word
  const joined = completedAt(words, at)
  return joined.length === 0 ? word : toMark([...word.concepts, ...joined])
}
