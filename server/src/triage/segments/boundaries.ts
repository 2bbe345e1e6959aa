// Places in a text at which another question may begin, and what speaks for and against it (R16).
import type { Join, Novelty } from './boundary-features.ts'
import { joined, feature } from './boundary-features.ts'
import type { Clause } from './clauses.ts'
import { clausesOf, connecting, isTelling, joining } from './clauses.ts'
import { conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'
import { manner } from '../lexicon/manner.ts'

/** Where the further part would begin, and the features features there, by number. */
export type Boundary = { at: number; features: number[] }

/** What was said so far. */
type Left = { topics: Set<number>; stems: Set<string>; said: number }

function addTo(left: Left, { topics, stems, said }: Clause) {
  for (const topic of topics) left.topics.add(topic)
  for (const stem of stems) left.stems.add(stem)
  left.said |= said
}

/** What the further part says: its clauses, how many words they have, how many of them name a topic, how it is said. */
type Right = { clauses: readonly Clause[]; length: number; topics: number; said: number }

function joinOf({ opening, lead, mayOpen }: Clause, before: Clause): Join {
  if (opening === 'item') return 'item'
  if (lead & manner.strong) return 'strong'
  if (lead & manner.add) return 'add'
  if (opening !== 'joint' && mayOpen) return 'and'
  return opening === 'stop' && before.closed ? 'asked' : opening
}

/** Whether topics of the further part are new, known, or both; the telling ones first. */
function noveltyOf(left: Left, right: Right): Novelty {
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

const names = ({ clauses }: Right, topic: number) => clauses.some(({ topics }) => topics.includes(topic))

/** What the subject line tells: "Slider and orders" promises two parts, a part off the subject is another. */
function bySubject(subject: ReadonlySet<number>, left: Left, right: Right): number | undefined {
  let both = 0
  let onLeft = 0
  let onRight = 0
  for (const topic of subject) {
    const before = left.topics.has(topic)
    const after = names(right, topic)
    if (before && after) both++
    else if (before) onLeft++
    else if (after) onRight++
  }
  if (onLeft > 0 && onRight > 0) return feature.subjectSplits
  if (both + onLeft === 0) return undefined
  if (both + onRight > 0) return feature.onSubject
  return right.topics > 0 ? feature.offSubject : undefined
}

const asking = manner.question | manner.request

/** What each side wants: an answer, a repair, or nothing of its own. */
function addWishes(features: number[], left: Left, right: Right, join: Join) {
  const asks = (right.said & asking) > 0
  const fails = (right.said & manner.defect) > 0
  const asked = (left.said & asking) > 0
  const failed = (left.said & manner.defect) > 0
  if (asks) features.push(feature.asks)
  if (asks && join === 'asked') features.push(feature.asksAgain)
  if (fails) features.push(feature.fails)
  if (!asks && !fails)
    features.push(join === 'strong' || join === 'item' || join === 'bullet' ? feature.muteItem : feature.mute)
  if (!asked && !failed) features.push(feature.muteBefore)
  if (asks && failed && !asked) features.push(feature.asksAfterFailing)
  if (fails && !asks && asked) features.push(feature.failsAfterAsking)
}

function money(left: Left, right: Right): number | undefined {
  const before = left.said & manner.money
  if (right.said & manner.money) return before ? feature.moneyBoth : feature.moneyNow
  return before && right.topics > 0 ? feature.moneyBefore : undefined
}

/** How many different stems of the part have been said before, counted to two. */
function sharedStems(left: Left, { clauses }: Right): number {
  let first: string | undefined
  for (const { stems } of clauses)
    for (const stem of stems) {
      if (stem === first || !left.stems.has(stem)) continue
      if (first !== undefined) return 2
      first = stem
    }
  return first === undefined ? 0 : 1
}

function addLeaning(features: number[], { lead }: Clause, left: Left, right: Right) {
  const shared = sharedStems(left, right)
  if (shared > 0) features.push(feature.sharesWord)
  if (shared > 1) features.push(feature.sharesWords)
  if (lead & manner.anaphor && !(lead & manner.strong)) features.push(feature.anaphor)
  if (lead & manner.doing) features.push(feature.doing)
  if (right.length < 4) features.push(feature.short)
}

const several =
  /(?<!\p{L})(?:вопрос(?:[ыа]|ов)|два|две|три|пар[ау]|несколько|момент(?:ы|а|ов)|разное|питан(?:ня|ь)|кілька|двоє|two|three|several|things|questions|couple|и|та|і|and)(?!\p{L})|[+,&]/iu

/** The description says itself that it holds several. */
const counting = conceptOf('several')

/** No part is read further than this: what decides stands at its beginning. */
const partClauses = 8

/** The part that begins with a clause: what is joined to it goes with it, and what follows a too short opening. */
function partFrom(clauses: Clause[], from: number): Right {
  let length = 0
  let said = 0
  let topics = 0
  let to = from
  for (; to < clauses.length && to < from + partClauses; to++) {
    const clause = clauses[to]!
    const goesOn = clause.opening === 'joint' && !(clause.lead & connecting)
    if (to > from && length >= 5 && !goesOn) break
    length += clause.length
    said |= clause.said
    topics += clause.topics.length
  }
  return { clauses: clauses.slice(from, to), length, said, topics }
}

function seenAt(clause: Clause, before: Clause, subject: ReadonlySet<number>, left: Left, right: Right): number[] {
  const join = joinOf(clause, before)
  const novelty = noveltyOf(left, right)
  const features: number[] = [feature[join], feature[novelty], joined(novelty, join)]
  const opens = join === 'item' || join === 'bullet' || clause.lead & joining
  if (opens && clause.lead & asking) features.push(feature.asksAtOnce)
  if (clause.lead & manner.another) features.push(feature.another)
  if (left.topics.size === 0) features.push(feature.nothingBefore)
  const promise = bySubject(subject, left, right)
  if (promise !== undefined) features.push(promise)
  const paid = money(left, right)
  if (paid !== undefined) features.push(paid)
  addWishes(features, left, right, join)
  addLeaning(features, clause, left, right)
  return features
}

/** Every place in the description at which another question may begin. Linear in the text. */
export function boundariesOf({ title, subject, description }: AnalyzedDraft): Boundary[] {
  const clauses = clausesOf(description)
  const promised = clausesOf(subject)
  const about = new Set(promised.flatMap(({ topics }) => topics))
  const left: Left = { topics: new Set(), stems: new Set(promised.flatMap(({ stems }) => stems)), said: 0 }
  const promises = several.test(title)
  const announces = description.some(({ shown }) => shown.includes(counting))
  const boundaries: Boundary[] = []
  for (let index = 1; index < clauses.length; index++) {
    const clause = clauses[index]!
    const before = clauses[index - 1]!
    addTo(left, before)
    const features = seenAt(clause, before, about, left, partFrom(clauses, index))
    if (promises) features.push(feature.promised)
    if (announces) features.push(feature.announced)
    boundaries.push({ at: clause.at, features })
  }
  return boundaries
}
