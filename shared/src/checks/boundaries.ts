// Places in a text at which another question may begin, and what speaks for and against it (R16).
import type { Clause } from './reading/clauses.ts'
import { clausesOf, connecting, isTelling, joining } from './reading/clauses.ts'
import type { ReadDraft } from './reading/draft.ts'
import { manner } from './reading/manner.ts'

/** Where the further part would begin, and the names of what was seen there. */
export type Boundary = { at: number; seen: string[] }

/** What was said so far. */
type Left = { matters: Set<string>; stems: Set<string>; said: number }

function addTo(left: Left, { matters, stems, said }: Clause) {
  for (const matter of matters) left.matters.add(matter)
  for (const stem of stems) left.stems.add(stem)
  left.said |= said
}

/** What the further part says. */
type Right = Pick<Clause, 'matters' | 'stems' | 'said' | 'length'>

/** How the further part is joined to what was said. */
function connection({ opening, lead, mayOpen }: Clause): string {
  if (opening === 'item') return 'item'
  if (lead & manner.strong) return 'strong'
  if (lead & manner.add) return 'add'
  return opening !== 'joint' && mayOpen ? 'and' : opening
}

/** Whether matters of the further part are new, known, or both; the telling ones first. */
function novelty(left: Left, { matters }: Right): string {
  const telling = matters.filter(isTelling)
  const known = (matter: string) => left.matters.has(matter)
  if (telling.length > 0) return telling.every(known) ? 'known' : telling.some(known) ? 'mixed' : 'new'
  if (matters.length === 0) return 'nothing'
  return matters.some(known) ? 'commonKnown' : 'commonNew'
}

/** What the subject line tells: "Slider and orders" promises two parts, a part off the subject is another. */
function bySubject(subject: ReadonlySet<string>, left: Left, right: Right): string | undefined {
  let both = 0
  let onLeft = 0
  let onRight = 0
  for (const matter of subject) {
    const before = left.matters.has(matter)
    const after = right.matters.includes(matter)
    if (before && after) both++
    else if (before) onLeft++
    else if (after) onRight++
  }
  if (onLeft > 0 && onRight > 0) return 'subjectSplits'
  if (both + onLeft === 0) return undefined
  if (both + onRight > 0) return 'onSubject'
  return right.matters.length > 0 ? 'offSubject' : undefined
}

const asking = manner.question | manner.request

/** What each side wants: an answer, a repair, or nothing of its own. */
function wishes(left: Left, right: Right, joined: string): string[] {
  const asks = (right.said & asking) > 0
  const fails = (right.said & manner.defect) > 0
  const asked = (left.said & asking) > 0
  const failed = (left.said & manner.defect) > 0
  const seen: string[] = []
  if (asks) seen.push('asks')
  if (fails) seen.push('fails')
  if (!asks && !fails) seen.push(joined === 'strong' || joined === 'item' ? 'muteItem' : 'mute')
  if (!asked && !failed) seen.push('muteBefore')
  if (asks && failed && !asked) seen.push('asksAfterFailing')
  if (fails && !asks && asked) seen.push('failsAfterAsking')
  return seen
}

function money(left: Left, right: Right): string | undefined {
  const before = left.said & manner.money
  if (right.said & manner.money) return before ? 'moneyBoth' : 'moneyNow'
  return before && right.matters.length > 0 ? 'moneyBefore' : undefined
}

function leaning({ lead }: Clause, left: Left, right: Right): string[] {
  const shared = right.stems.filter((stem) => left.stems.has(stem))
  const seen: string[] = []
  if (shared.length > 0) seen.push('sharesWord')
  if (shared.some((stem) => stem !== shared[0])) seen.push('sharesWords')
  if (lead & manner.anaphor) seen.push('anaphor')
  if (lead & manner.doing) seen.push('doing')
  if (right.length < 4) seen.push('short')
  return seen
}

const several =
  /(?<!\p{L})(?:вопрос(?:[ыа]|ов)|два|две|три|пар[ау]|несколько|момент(?:ы|а|ов)|разное|питан(?:ня|ь)|кілька|двоє|two|three|several|things|questions|couple|и|та|і|and)(?!\p{L})|[+,&]/iu

/** No part is read further than this: what decides stands at its beginning. */
const partClauses = 8

/** The part that begins with a clause: what is joined to it goes with it, and what follows a too short opening. */
function partFrom(clauses: Clause[], from: number): Right {
  let { length } = clauses[from]!
  let to = from + 1
  for (; to < clauses.length && to < from + partClauses; to++) {
    const { opening, lead, length: more } = clauses[to]!
    const goesOn = opening === 'joint' && !(lead & connecting)
    if (length >= 5 && !goesOn) break
    length += more
  }
  if (to === from + 1) return clauses[from]!
  const part = clauses.slice(from, to)
  return {
    matters: part.flatMap(({ matters }) => matters),
    stems: part.flatMap(({ stems }) => stems),
    said: part.reduce((bits, { said }) => bits | said, 0),
    length,
  }
}

function seenAt(clause: Clause, subject: ReadonlySet<string>, left: Left, right: Right): string[] {
  const joined = connection(clause)
  const what = novelty(left, right)
  const seen = [joined, what, `${what}.${joined}`]
  const opens = joined === 'item' || clause.lead & joining
  if (opens && clause.lead & asking) seen.push('asksAtOnce')
  if (left.matters.size === 0) seen.push('nothingBefore')
  const promise = bySubject(subject, left, right)
  if (promise) seen.push(promise)
  const paid = money(left, right)
  if (paid) seen.push(paid)
  return seen.concat(wishes(left, right, joined), leaning(clause, left, right))
}

/** Every place in the description at which another question may begin. Linear in the text. */
export function boundariesOf({ title, subject, description }: ReadDraft): Boundary[] {
  const clauses = clausesOf(description)
  const promised = clausesOf(subject)
  const about = new Set(promised.flatMap(({ matters }) => matters))
  const left: Left = { matters: new Set(), stems: new Set(promised.flatMap(({ stems }) => stems)), said: 0 }
  const promise = several.test(title) ? ['promised'] : []
  const boundaries: Boundary[] = []
  for (let index = 1; index < clauses.length; index++) {
    const clause = clauses[index]!
    addTo(left, clauses[index - 1]!)
    boundaries.push({ at: clause.at, seen: promise.concat(seenAt(clause, about, left, partFrom(clauses, index))) })
  }
  return boundaries
}
