// Places in a text at which another question may begin, and what speaks for and against it (R16).
import type { Join, Manner } from './boundary-features.ts'
import { counted, counts, feature, placed, turned } from './boundary-features.ts'
import type { Clause } from './clauses.ts'
import { asking, clausesOf, isTelling, joining } from './clauses.ts'
import type { Left, Right } from './parts.ts'
import { addTo, leftOf, nearnessOf, noveltyOf, partFrom, sharedStems } from './parts.ts'
import { addOpening, addStory } from './story.ts'
import { conceptOf } from '../lexicon/concepts.ts'
import { areKin } from '../lexicon/kinship.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'
import { manner } from '../lexicon/manner.ts'

/** Where the further part would begin, what shows there, by number, and what that part says. */
export type Boundary = {
  at: number
  features: number[]
  /** The word that it begins with. */
  opening: string
  part: readonly Clause[]
  /** How the clause before it is said, in bits of `manner`. */
  before: number
  /** How many words stand before it. */
  words: number
  /** Whether it stands inside a sentence. */
  inside: boolean
}

function joinOf({ opening, lead, mayOpen }: Clause, before: Clause): Join {
  if (opening === 'item') return 'item'
  if (lead & manner.strong) return 'strong'
  if (lead & manner.add) return 'add'
  if (opening !== 'joint' && mayOpen) return 'and'
  return opening === 'stop' && before.closed ? 'asked' : opening
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

/** A part that wants nothing may still tell what happens. */
function muteness({ clauses, said }: Right, join: Join, isInside: boolean): number {
  const first = clauses[0]
  const told = first && first.length > 2 ? first.said : said
  if (join === 'strong' || join === 'item' || join === 'bullet') return feature.muteItem
  if (told & manner.states) return feature.tells
  if (join === 'add') return isInside ? feature.muteInside : feature.muteAdd
  return feature.mute
}

/** Whether what is new belongs to the matter that was spoken of. */
function kinshipOf(subject: ReadonlySet<number>, left: Left, { clauses }: Right): number | undefined {
  let isNew = false
  for (const { topics } of clauses)
    for (const topic of topics) {
      if (!isTelling(topic) || left.topics.has(topic)) continue
      isNew = true
      if (hasKin(left.topics, topic) || hasKin(subject, topic)) return feature.kin
    }
  return isNew && (tells(left.topics) || tells(subject)) ? feature.stranger : undefined
}

function hasKin(topics: ReadonlySet<number>, topic: number): boolean {
  for (const one of topics) if (isTelling(one) && areKin(one, topic)) return true
  return false
}

function tells(topics: ReadonlySet<number>): boolean {
  for (const one of topics) if (isTelling(one)) return true
  return false
}

/** What each side wants: an answer, a repair, or nothing of its own. */
function addWishes(features: number[], left: Left, right: Right, join: Join) {
  const asks = (right.said & asking) > 0
  const fails = (right.said & manner.defect) > 0
  const asked = (left.said & asking) > 0
  const failed = (left.said & manner.defect) > 0
  if (asks) features.push(feature.asks)
  if (asks && join === 'asked') features.push(feature.asksAgain)
  if (fails) features.push(feature.fails)
  if (!asks && !fails) features.push(muteness(right, join, features.includes(feature.addInside)))
  if (!asks && !fails && left.said & manner.doing) {
    features.push(feature.doingBefore)
    if (join === 'strong' || join === 'item' || join === 'bullet') features.push(feature.stepwise)
  }
  if (asks && failed && !asked) features.push(feature.asksAfterFailing)
  if (fails && !asks && asked) features.push(feature.failsAfterAsking)
}

function money(left: Left, right: Right): number | undefined {
  const before = left.said & manner.money
  if (right.said & manner.money) return before ? feature.moneyBoth : feature.moneyNow
  return before && right.topics > 0 ? feature.moneyBefore : undefined
}

function addLeaning(features: number[], { lead }: Clause, left: Left, right: Right, join: Join) {
  const shared = sharedStems(left, right)
  if (shared > 0) features.push(feature.sharesWord)
  if (shared > 1) features.push(feature.sharesWords)
  if (lead & manner.anaphor && !(lead & manner.strong)) features.push(feature.anaphor)
  if (lead & manner.anaphor && (join === 'add' || join === 'and')) features.push(feature.leansJoined)
  if (lead & manner.doing) features.push(feature.doing)
  if (right.length < 4) features.push(feature.short)
}

const several =
  /(?<!\p{L})(?:вопрос(?:[ыа]|ов)|два|две|три|пар[ау]|несколько|момент(?:ы|а|ов)|разное|питан(?:ня|ь)|кілька|двоє|two|three|several|things|questions|couple|и|та|і|and)(?!\p{L})|[+,&]/iu

const single = /(?<!\p{L})(?:один|одне|одна|одно|одного|one|single)(?!\p{L})/iu

/** The description says itself that it holds several. */
const counting = conceptOf('several')

/**
 * What makes a part of its own unlikely unless it stands by itself: nothing has been asked yet, the subject is another.
 * Where it is said that something is added, that it is off the subject tells nothing.
 */
function addDoubts(features: number[], subject: ReadonlySet<number>, left: Left, right: Right, join: Join) {
  const announced = join === 'strong'
  if (left.topics.size === 0) features.push(feature.nothingBefore)
  if (!announced && !(left.said & (manner.defect | asking)))
    features.push(left.said & manner.states ? feature.tellsBefore : feature.muteBefore)
  const promise = bySubject(subject, left, right)
  const isAdded = announced || join === 'add' || join === 'item' || join === 'bullet'
  if (promise !== undefined && !(isAdded && promise === feature.offSubject)) features.push(promise)
}

/** How something is said, by what of it weighs most. */
function mannerOf({ said }: Clause): Manner {
  if (said & manner.defect) return 'fails'
  if (said & asking) return 'asks'
  return said & manner.states ? 'states' : 'mute'
}

/** A step for each tenth by which the part is near to what was said. */
function addNearness(features: number[], left: Left, right: Right) {
  const near = nearnessOf(left, right)
  if (near === undefined) return
  for (let step = 0; step <= Math.min(counts.near, near * 10); step++) features.push(counted('near', step))
}

function seenAt(clause: Clause, before: Clause, subject: ReadonlySet<number>, left: Left, right: Right): number[] {
  const join = joinOf(clause, before)
  const isInside = clause.opening === 'joint'
  const features: number[] = [feature[join], feature[noveltyOf(left, right)]]
  const kinship = kinshipOf(subject, left, right)
  if (kinship !== undefined) features.push(kinship)
  if (isInside && join !== 'joint') features.push(join === 'strong' ? feature.strongInside : feature.addInside)
  const opens = join === 'item' || join === 'bullet' || clause.lead & joining
  if (opens && clause.lead & asking) features.push(feature.asksAtOnce)
  if (clause.lead & manner.another) features.push(feature.another)
  const paid = money(left, right)
  if (paid !== undefined) features.push(paid)
  if (join !== 'strong') addStory(features, left, right)
  addOpening(features, clause, left)
  addDoubts(features, subject, left, right, join)
  addWishes(features, left, right, join)
  addLeaning(features, clause, left, right, join)
  addNearness(features, left, right)
  features.push(turned(isInside, mannerOf(before), mannerOf(clause)), counted('words', right.length))
  return features
}

/** What the whole text shows, wherever another question may begin in it. */
function shownByAll({ title, description }: AnalyzedDraft, clauses: readonly Clause[]): number[] {
  const topics = new Set(clauses.flatMap((clause) => clause.topics))
  const features = [counted('marks', clauses.filter(({ closed }) => closed).length), counted('topics', topics.size)]
  if (several.test(title) && !single.test(title)) features.push(feature.promised)
  if (description.some(({ shown }) => shown.includes(counting))) features.push(feature.announced)
  return features
}

/** Sentences among the clauses from a place on. */
function sentencesFrom(clauses: readonly Clause[]): number[] {
  const behind = [0]
  for (const { opening } of clauses.toReversed()) behind.push(behind.at(-1)! + (opening === 'joint' ? 0 : 1))
  return behind.toReversed()
}

/** Every place in the description at which another question may begin. Linear in the text. */
export function boundariesOf(draft: AnalyzedDraft): Boundary[] {
  const clauses = clausesOf(draft.description)
  if (clauses.length < 2) return []
  const line = clausesOf(draft.promised)
  const subject = new Set(line.flatMap(({ topics }) => topics))
  const left = leftOf(line)
  const behind = sentencesFrom(clauses)
  const shown = shownByAll(draft, clauses)
  return clauses.slice(1).map((clause, nth) => {
    const before = clauses[nth]!
    addTo(left, before)
    const right = partFrom(clauses, nth + 1)
    const sentencesBehind = behind[nth + 1 + right.clauses.length]!
    const features = seenAt(clause, before, subject, left, right)
    const isInside = clause.opening === 'joint'
    features.push(placed(isInside, left.sentences, sentencesBehind), counted('behind', sentencesBehind), ...shown)
    return {
      at: clause.at,
      features,
      opening: clause.first,
      before: before.said,
      part: right.clauses,
      words: left.length,
      inside: isInside,
    }
  })
}
