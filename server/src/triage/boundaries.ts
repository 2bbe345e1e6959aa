// Places in a text at which another question may begin, and what speaks for and against it (R16).
import type { Join, Novelty } from './boundary-signs.ts'
import { joined, sign } from './boundary-signs.ts'
import type { Clause } from './reading/clauses.ts'
import { clausesOf, connecting, isTelling, joining } from './reading/clauses.ts'
import { conceptOf } from './reading/concepts.ts'
import type { ReadDraft } from './reading/draft.ts'
import { manner } from './reading/manner.ts'

/** Where the further part would begin, and the signs seen there, by number. */
export type Boundary = { at: number; seen: number[] }

/** What was said so far. */
type Left = { matters: Set<number>; stems: Set<string>; said: number }

function addTo(left: Left, { matters, stems, said }: Clause) {
  for (const matter of matters) left.matters.add(matter)
  for (const stem of stems) left.stems.add(stem)
  left.said |= said
}

/** What the further part says: its clauses, how many words they have, how many of them name a matter, how it is said. */
type Right = { clauses: readonly Clause[]; length: number; matters: number; said: number }

function joinOf({ opening, lead, mayOpen }: Clause, before: Clause): Join {
  if (opening === 'item') return 'item'
  if (lead & manner.strong) return 'strong'
  if (lead & manner.add) return 'add'
  if (opening !== 'joint' && mayOpen) return 'and'
  return opening === 'stop' && before.closed ? 'asked' : opening
}

/** Whether matters of the further part are new, known, or both; the telling ones first. */
function noveltyOf(left: Left, right: Right): Novelty {
  if (right.matters === 0) return 'nothing'
  let known = false
  let tellingKnown = false
  let tellingNew = false
  for (const { matters } of right.clauses)
    for (const matter of matters) {
      const isKnown = left.matters.has(matter)
      known ||= isKnown
      if (isTelling(matter) && isKnown) tellingKnown = true
      if (isTelling(matter) && !isKnown) tellingNew = true
    }
  if (!tellingKnown && !tellingNew) return known ? 'commonKnown' : 'commonNew'
  if (!tellingNew) return 'known'
  return tellingKnown ? 'mixed' : 'new'
}

const names = ({ clauses }: Right, matter: number) => clauses.some(({ matters }) => matters.includes(matter))

/** What the subject line tells: "Slider and orders" promises two parts, a part off the subject is another. */
function bySubject(subject: ReadonlySet<number>, left: Left, right: Right): number | undefined {
  let both = 0
  let onLeft = 0
  let onRight = 0
  for (const matter of subject) {
    const before = left.matters.has(matter)
    const after = names(right, matter)
    if (before && after) both++
    else if (before) onLeft++
    else if (after) onRight++
  }
  if (onLeft > 0 && onRight > 0) return sign.subjectSplits
  if (both + onLeft === 0) return undefined
  if (both + onRight > 0) return sign.onSubject
  return right.matters > 0 ? sign.offSubject : undefined
}

const asking = manner.question | manner.request

/** What each side wants: an answer, a repair, or nothing of its own. */
function addWishes(seen: number[], left: Left, right: Right, join: Join) {
  const asks = (right.said & asking) > 0
  const fails = (right.said & manner.defect) > 0
  const asked = (left.said & asking) > 0
  const failed = (left.said & manner.defect) > 0
  if (asks) seen.push(sign.asks)
  if (asks && join === 'asked') seen.push(sign.asksAgain)
  if (fails) seen.push(sign.fails)
  if (!asks && !fails) seen.push(join === 'strong' || join === 'item' || join === 'bullet' ? sign.muteItem : sign.mute)
  if (!asked && !failed) seen.push(sign.muteBefore)
  if (asks && failed && !asked) seen.push(sign.asksAfterFailing)
  if (fails && !asks && asked) seen.push(sign.failsAfterAsking)
}

function money(left: Left, right: Right): number | undefined {
  const before = left.said & manner.money
  if (right.said & manner.money) return before ? sign.moneyBoth : sign.moneyNow
  return before && right.matters > 0 ? sign.moneyBefore : undefined
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

function addLeaning(seen: number[], { lead }: Clause, left: Left, right: Right) {
  const shared = sharedStems(left, right)
  if (shared > 0) seen.push(sign.sharesWord)
  if (shared > 1) seen.push(sign.sharesWords)
  if (lead & manner.anaphor && !(lead & manner.strong)) seen.push(sign.anaphor)
  if (lead & manner.doing) seen.push(sign.doing)
  if (right.length < 4) seen.push(sign.short)
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
  let matters = 0
  let to = from
  for (; to < clauses.length && to < from + partClauses; to++) {
    const clause = clauses[to]!
    const goesOn = clause.opening === 'joint' && !(clause.lead & connecting)
    if (to > from && length >= 5 && !goesOn) break
    length += clause.length
    said |= clause.said
    matters += clause.matters.length
  }
  return { clauses: clauses.slice(from, to), length, said, matters }
}

function seenAt(clause: Clause, before: Clause, subject: ReadonlySet<number>, left: Left, right: Right): number[] {
  const join = joinOf(clause, before)
  const novelty = noveltyOf(left, right)
  const seen: number[] = [sign[join], sign[novelty], joined(novelty, join)]
  const opens = join === 'item' || join === 'bullet' || clause.lead & joining
  if (opens && clause.lead & asking) seen.push(sign.asksAtOnce)
  if (left.matters.size === 0) seen.push(sign.nothingBefore)
  const promise = bySubject(subject, left, right)
  if (promise !== undefined) seen.push(promise)
  const paid = money(left, right)
  if (paid !== undefined) seen.push(paid)
  addWishes(seen, left, right, join)
  addLeaning(seen, clause, left, right)
  return seen
}

/** Every place in the description at which another question may begin. Linear in the text. */
export function boundariesOf({ title, subject, description }: ReadDraft): Boundary[] {
  const clauses = clausesOf(description)
  const promised = clausesOf(subject)
  const about = new Set(promised.flatMap(({ matters }) => matters))
  const left: Left = { matters: new Set(), stems: new Set(promised.flatMap(({ stems }) => stems)), said: 0 }
  const promises = several.test(title)
  const announces = description.some(({ shown }) => shown.includes(counting))
  const boundaries: Boundary[] = []
  for (let index = 1; index < clauses.length; index++) {
    const clause = clauses[index]!
    const before = clauses[index - 1]!
    addTo(left, before)
    const seen = seenAt(clause, before, about, left, partFrom(clauses, index))
    if (promises) seen.push(sign.promised)
    if (announces) seen.push(sign.announced)
    boundaries.push({ at: clause.at, seen })
  }
  return boundaries
}
