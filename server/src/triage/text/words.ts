// Words as they are read: everything that a word says by itself is found once and kept with it.
import { conceptNames, conceptOf, isTopic, lexicons } from '../lexicon/concepts.ts'
import {
  denying,
  failing,
  isImperative,
  isInfinitive,
  isOwn,
  isPast,
  isPossessive,
  isPresent,
  leadingIn,
  stopWords,
  wayWords,
  within,
} from './function-words.ts'
import { connecting, manner, mannerOf } from '../lexicon/manner.ts'
import { memoize } from '../../util/memoize.ts'
import type { Spotted } from '../lexicon/spotter.ts'
import { completedAt, createSpotter, openingOf } from '../lexicon/spotter.ts'

/** What is shown at a place: all concepts, those of them that are topics, and the ways of speaking as bits of `manner`. */
export type Mark = {
  concepts: readonly number[]
  topics: readonly number[]
  manner: number
  /** Asks or joins, and says nothing of what it is about. */
  isMannerOnly: boolean
}

export type Word = Mark &
  Pick<Spotted, 'begun' | 'awaited'> & {
    text: string
    /** Its first letters, by which the words before it look for it. */
    opening: number
    /** Its beginning, if it is long enough to be told by it. */
    stem: string | undefined
    /** An imperative asks for something. */
    asks: boolean
    /** A verb of what happens, of what was done. */
    states: boolean
    past: boolean
    /** The same as bits of `manner`. */
    form: number
    /** Names something, by its look: no verb, no small word. */
    isName: boolean
    /** Turns what follows into a failure. */
    fails: boolean
    /** Turns what follows into its contrary. */
    denies: boolean
    /** Says nothing before a connector: "и ещё", "теперь второе". */
    leadsIn: boolean
    /** Says of what follows that it is somebody's: "их", "самого". */
    owns: boolean
    /** Asks for a way or a place: "как", "where". */
    asksWay: boolean
    /** A verb's infinitive, or what stands before one. */
    isInfinitive: boolean
    /** Says that something is done within what follows: "в", "from". */
    leadsInto: boolean
    /** Carries something. */
    says: boolean
    /** By what it is weighed, if it carries something: the bucket of its beginning. */
    bucket: number | undefined
    /** A number, a file, a variable, an address: something that can be looked up. */
    isFigure: boolean
  }

const spotted = createSpotter(lexicons, conceptOf)

const manners = conceptNames.map(mannerOf)

const mannerly = manners.map(
  (bits, concept) =>
    (bits & (manner.request | manner.question | connecting)) > 0 || conceptNames[concept] === 'formal_request',
)

const mannerIn = (concepts: readonly number[]) => concepts.reduce((bits, concept) => bits | manners[concept]!, 0)

/** Shared by the many words that show nothing. */
const none: readonly number[] = []

function toMark(concepts: readonly number[]): Mark {
  const topics = concepts.filter(isTopic)
  const bits = mannerIn(concepts)
  return {
    concepts: concepts.length > 0 ? concepts : none,
    topics: topics.length > 0 ? topics : none,
    manner: bits,
    isMannerOnly: bits !== 0 && concepts.every((concept) => mannerly[concept]),
  }
}

/** Lower case, one form of ё and of the apostrophe. */
const folded = (word: string) =>
  word
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[’ʼ`´‘]/g, "'")

const looksLikeName = (text: string) =>
  text.length > 3 && !stopWords.has(text) && !(isPresent(text) || isPast(text) || isOwn(text) || isImperative(text))

/** What of a word stands for it: endings change from one telling to the next. */
export const beginningOf = (text: string) => text.slice(0, 5)

/** In so many buckets one beginning in twenty shares its own with another that is learned of. */
export const buckets = 2 ** 18

/** The bucket of a beginning of a word (FNV-1a): weights are found by number, and a table is needed for none of the words. */
export function bucketOf(beginning: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < beginning.length; at++) hash = Math.imul(hash ^ beginning.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 16)) & (buckets - 1)
}

function toWord(written: string): Word {
  const text = folded(written)
  const { alone, begun, awaited } = spotted(text)
  const { concepts, topics, manner: said, isMannerOnly } = toMark(alone)
  const asks = isImperative(text)
  const states = isPresent(text)
  const past = isPast(text)
  const says = text.length > 2 && !stopWords.has(text)
  return {
    concepts,
    topics,
    manner: said,
    isMannerOnly,
    text,
    opening: openingOf(text),
    stem: text.length > 3 ? beginningOf(text) : undefined,
    asks,
    states,
    past,
    form: (asks ? manner.request : 0) | (states ? manner.states : 0) | (past ? manner.past : 0),
    isName: looksLikeName(text),
    fails: failing.has(text),
    denies: denying.has(text),
    leadsIn: leadingIn.has(text),
    owns: isPossessive(text),
    asksWay: wayWords.has(text),
    isInfinitive: isInfinitive(text),
    leadsInto: within.has(text),
    says,
    bucket: says ? bucketOf(beginningOf(text)) : undefined,
    isFigure: /\d|^\{/.test(text),
    begun,
    awaited,
  }
}

/** A word as it is written; most have been read before. */
export const wordOf = memoize(toWord)

/** What the word at a place shows, by itself and with the words that follow. */
export function markAt(words: readonly Word[], at: number): Mark {
  const word = words[at]!
  const joined = completedAt(words, at)
  return joined ? toMark([...word.concepts, ...joined]) : word
}
