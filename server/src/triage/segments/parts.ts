// What was said so far and the further part that may follow it, and what they share (R16).
import type { Novelty } from './boundary-features.ts'
import type { Clause } from './clauses.ts'
import { asking, isTelling } from './clauses.ts'
import { connecting, manner } from '../lexicon/manner.ts'

/** What was said so far. */
export type Left = {
  topics: Set<number>
  stems: Set<string>
  openings: Set<string>
  said: number
  length: number
  /** How many sentences it has, and how many of them neither fail nor wish: what surrounds a single trouble. */
  sentences: number
  neutral: number
  /** How many of them are more than a greeting or a mere request to look. */
  full: number
}

/** A sentence of fewer words names nothing of its own: "Добрый день", "Где это?", "Разберитесь пожалуйста". */
export const fullLength = 4

export function addTo(left: Left, { topics, stems, said, first, opening, length }: Clause) {
  left.length += length
  if (opening !== 'joint') {
    left.openings.add(first)
    left.sentences++
    if (length >= fullLength) left.full++
    if (!(said & (manner.defect | asking)) && length > 1) left.neutral++
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
  neutral: 0,
  full: 0,
})

/** What the further part says: its clauses, how many words they have, how many of them name a topic, how it is said. */
export type Right = { clauses: readonly Clause[]; length: number; topics: number; said: number }

/** No part is read further than this: what decides stands at its beginning. */
const partClauses = 8

/** The part that begins with a clause: what is joined to it goes with it, and what follows a too short opening. */
export function partFrom(clauses: Clause[], from: number): Right {
  let length = 0
  let said = 0
  let topics = 0
  let to = from
  const enough = clauses[from]!.opening === 'joint' ? 3 : 5
  for (; to < clauses.length && to < from + partClauses; to++) {
    const clause = clauses[to]!
    const goesOn = clause.opening === 'joint' && !(clause.lead & connecting)
    if (to > from && length >= enough && !goesOn) break
    length += clause.length
    said |= clause.said
    topics += clause.topics.length
  }
  return { clauses: clauses.slice(from, to), length, said, topics }
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

/** What follows a clause: whether a sentence asks in a few words ("Где искать?"), how many sentences neither fail nor wish. */
export type Rest = { asks: boolean; neutral: number; full: number }

/** A question that names nothing new is no longer than this. */
const inShort = 6

/** The rest behind each clause. */
export function restsOf(clauses: readonly Clause[]): Rest[] {
  const rests: Rest[] = []
  let rest: Rest = { asks: false, neutral: 0, full: 0 }
  for (const { opening, said, length, closed, lead } of clauses.toReversed()) {
    rests.push(rest)
    if (opening === 'joint') continue
    const asks = length <= inShort && (closed || (lead & manner.question) > 0)
    const isNeutral = !(said & (manner.defect | asking)) && length > 1
    rest = {
      asks: rest.asks || asks,
      neutral: rest.neutral + (isNeutral ? 1 : 0),
      full: rest.full + (length >= fullLength ? 1 : 0),
    }
  }
  return rests.toReversed()
}
