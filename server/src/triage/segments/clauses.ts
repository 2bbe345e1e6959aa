// Sentences cut where a further part may begin, each clause with what it is about and how it is said (R16).
import { conceptNames, conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'
import { connecting, manner } from '../lexicon/manner.ts'
import { commonTopics } from '../lexicon/topics.ts'
import type { Meaning } from '../nearness/meaning.ts'
import { meaningOf } from '../nearness/meaning.ts'
import type { Opening } from '../text/sentences.ts'
import type { Word } from '../text/words.ts'

export type Clause = {
  /** Where the clause begins in the text. */
  at: number
  opening: Opening
  /** How many words it has. */
  length: number
  /** What it is about. */
  topics: number[]
  /** What it is about from its first words on. */
  opensOn: number[]
  /** How it is said, anywhere in it and at its beginning, in bits of `manner`. */
  said: number
  lead: number
  /** Whether its first word is one with which a further part may begin. */
  mayOpen: boolean
  /** Whether it closes with a question mark. */
  closed: boolean
  /** Its first word, whether it opens with what was done. */
  first: string
  opensPast: boolean
  /** The beginning of what it names first; undefined when it opens with something else. */
  named: string | undefined
  /** Beginnings of its longer words. */
  stems: string[]
  words: readonly Word[]
  meaning: Meaning
}

/** What opens a further part, surely or perhaps. */
export const joining = connecting | manner.weak

export const asking = manner.question | manner.request

const common = new Set(commonTopics.map(conceptOf))
const telling = conceptNames.map((_, topic) => !common.has(topic))

/** Topics that tell one question from another, unlike those that any question of a shop touches. */
export const isTelling = (topic: number) => telling[topic] ?? true

/** How the word at a place is spoken: by what it shows, and by its form. */
function mannerAt({ words, marks }: AnalyzedSentence, at: number): number {
  const { fails, form } = words[at]!
  return marks[at]!.manner | form | (fails && at + 1 < words.length ? manner.defect : 0)
}

/** How a clause begins, by three words. A connector opens it alone or after words that lead in. */
function leadOf(reading: AnalyzedSentence, from: number, to: number): number {
  let lead = 0
  let opening = true
  for (let at = from; at < Math.min(from + 3, to); at++) {
    const manners = mannerAt(reading, at)
    lead |= opening ? manners : manners & ~connecting
    opening &&= reading.words[at]!.leadsIn
  }
  return lead
}

/** What a clause names before anything else, behind small words and connectors. */
function nameAt(reading: AnalyzedSentence, from: number, to: number): string | undefined {
  for (let at = from; at < Math.min(from + 3, to); at++) {
    const { says, isName, stem } = reading.words[at]!
    const lead = mannerAt(reading, at)
    if (lead & connecting) continue
    if (lead & (manner.anaphor | manner.doing | manner.question | manner.request)) return undefined
    if (says) return isName ? stem : undefined
  }
  return undefined
}

/** A part that tells of something else names it this early; one that goes on begins with whoever acts, or when. */
const openingWords = 4

function clauseOf(reading: AnalyzedSentence, from: number, to: number, opening: Opening): Clause {
  const { sentence, words, marks } = reading
  const topics: number[] = []
  const opensOn: number[] = []
  const stems: string[] = []
  const closed = sentence.asks && to === words.length
  let said = closed ? manner.question : 0
  for (let at = from; at < to; at++) {
    const { stem } = words[at]!
    const mark = marks[at]!
    // Words of asking and joining say nothing of what it is about.
    if (stem && !mark.isMannerOnly) stems.push(stem)
    for (const topic of mark.topics) {
      topics.push(topic)
      if (at < from + openingWords) opensOn.push(topic)
    }
    said |= mannerAt(reading, at)
  }
  const mayOpen = (marks[from]!.manner & manner.weak) > 0
  const lead = leadOf(reading, from, to)
  return {
    at: from === 0 ? sentence.from : sentence.at[from]!,
    opening,
    length: to - from,
    topics,
    opensOn,
    said,
    lead,
    mayOpen,
    closed,
    first: reading.words[from]!.text,
    opensPast: (mannerAt(reading, from) & (manner.past | manner.defect)) === manner.past,
    named: nameAt(reading, from, to),
    stems,
    words: words.slice(from, to),
    meaning: meaningOf(words.slice(from, to)),
  }
}

/**
 * Words at which a sentence may go on to something else, behind a comma or with a word that joins; three words at least on
 * either side, and no mere sum after. A connector takes the place of a mere "and" right before it: "и всё, кстати, …".
 */
function jointsOf({ words, marks, sentence }: AnalyzedSentence): number[] {
  const joints: number[] = []
  for (let at = 3; at < marks.length - 2; at++) {
    const opens = marks[at]!.manner & joining
    if ((!opens && !sentence.commas.includes(at)) || words[at + 1]!.isFigure) continue
    const last = joints.at(-1)
    if (last === undefined || at - last >= 3) joints.push(at)
    else if (opens & connecting && !(marks[last]!.manner & connecting)) joints[joints.length - 1] = at
  }
  return joints
}

function clausesIn(reading: AnalyzedSentence): Clause[] {
  const starts = [0, ...jointsOf(reading)]
  return starts.map((start, index) =>
    clauseOf(
      reading,
      start,
      starts[index + 1] ?? reading.words.length,
      index === 0 ? reading.sentence.opening : 'joint',
    ),
  )
}

/** Clauses of a text as read, in order. */
export const clausesOf = (readings: AnalyzedSentence[]): Clause[] => readings.flatMap(clausesIn)
