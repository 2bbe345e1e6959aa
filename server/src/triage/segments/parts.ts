// What was said so far and the further part that may follow it, and what they share (R16).
import type { Novelty } from './boundary-features.ts'
import type { Clause } from './clauses.ts'
import { isTelling } from './clauses.ts'
import { connecting } from '../lexicon/manner.ts'
import type { Meaning } from '../nearness/meaning.ts'
import { addMeaning, nearness, noMeaning } from '../nearness/meaning.ts'

/** What was said so far. */
export type Left = {
  topics: Set<number>
  stems: Set<string>
  openings: Set<string>
  said: number
  length: number
  sentences: number
  meaning: Meaning
}

export function addTo(left: Left, { topics, stems, said, first, opening, length, meaning }: Clause) {
  addMeaning(left.meaning, meaning)
  left.length += length
  if (opening !== 'joint') {
    left.openings.add(first)
    left.sentences++
  }
  for (const topic of topics) left.topics.add(topic)
  for (const stem of stems) left.stems.add(stem)
  left.said |= said
}

/** Nothing said yet but the subject line. */
export const leftOf = (subject: readonly Clause[]): Left => ({
  topics: new Set(),
  stems: new Set(subject.flatMap(({ stems }) => stems)),
  openings: new Set(),
  said: 0,
  length: 0,
  sentences: 0,
  meaning: noMeaning(),
})

/** What the further part says: its clauses, how many words they have, how many of them name a topic, how it is said. */
export type Right = { clauses: readonly Clause[]; length: number; topics: number; said: number; meaning: Meaning }

/** No part is read further than this: what decides stands at its beginning. */
const partClauses = 8

/** The part that begins with a clause: what is joined to it goes with it, and what follows a too short opening. */
export function partFrom(clauses: Clause[], from: number): Right {
  let length = 0
  let said = 0
  let topics = 0
  const meaning = noMeaning()
  let to = from
  const enough = clauses[from]!.opening === 'joint' ? 3 : 5
  for (; to < clauses.length && to < from + partClauses; to++) {
    const clause = clauses[to]!
    const goesOn = clause.opening === 'joint' && !(clause.lead & connecting)
    if (to > from && length >= enough && !goesOn) break
    length += clause.length
    said |= clause.said
    topics += clause.topics.length
    addMeaning(meaning, clause.meaning)
  }
  return { clauses: clauses.slice(from, to), length, said, topics, meaning }
}

/** Whether topics of the further part are new, known, or both; the telling ones first. */
export function noveltyOf(left: Left, right: Right): Novelty {
  if (right.topics === 0) return 'nothing'
  let known = false
  let tellingKnown = false
  let tellingNew = false
  for (const { topics } of right.clauses)
    for (const topic of topics) {
      const isKnown = left.topics.has(topic)
      known ||= isKnown
      if (isTelling(topic) && isKnown) tellingKnown = true
      if (isTelling(topic) && !isKnown) tellingNew = true
    }
  if (!tellingKnown && !tellingNew) return known ? 'commonKnown' : 'commonNew'
  if (!tellingNew) return 'known'
  return tellingKnown ? 'mixed' : 'new'
}

/** How many different stems of the part have been said before, counted to two. */
export function sharedStems(left: Left, { clauses }: Right): number {
  let first: string | undefined
  for (const { stems } of clauses)
    for (const stem of stems) {
      if (stem === first || !left.stems.has(stem)) continue
      if (first !== undefined) return 2
      first = stem
    }
  return first === undefined ? 0 : 1
}

/** Meanings of fewer words than this are told by chance. */
const fewest = 2

/** How near a part is in meaning to what was said before it; undefined where either says too little. */
export const nearnessOf = ({ meaning: before }: Left, { meaning }: Right): number | undefined =>
  before.words < fewest || meaning.words < fewest ? undefined : nearness(before.sum, meaning.sum)
