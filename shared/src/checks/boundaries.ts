// Places in a text at which another question may begin, and what speaks for and against it (R16).
import { limits } from '../limits.ts'
import type { PartialDraft } from '../ticket.ts'
import type { Clause } from './reading/clauses.ts'
import { clausesOf, isTelling } from './reading/clauses.ts'

/** Where the further part would begin, and the names of what was seen there. */
export type Boundary = { at: number; seen: string[] }

/** What the clauses of one side say together. */
type Side = { matters: Set<string>; said: Set<string>; stems: Set<string>; words: number }

const nothing = (): Side => ({ matters: new Set(), said: new Set(), stems: new Set(), words: 0 })

function addTo(side: Side, { matters, said, stems, words }: Clause): Side {
  for (const matter of matters) side.matters.add(matter)
  for (const concept of said) side.said.add(concept)
  for (const stem of stems) side.stems.add(stem)
  side.words += words.length
  return side
}

/** How the further part is joined to what was said. */
function connection({ opening, lead }: Clause): string {
  if (opening === 'item') return 'item'
  if (lead.has('strong')) return 'strong'
  if (lead.has('add')) return 'add'
  return opening !== 'joint' && lead.has('begins') ? 'and' : opening
}

/** Whether matters of the further part are new, known, or both; the telling ones first. */
function novelty(left: Side, right: Side): string {
  const telling = [...right.matters].filter(isTelling)
  const common = [...right.matters].filter((matter) => !isTelling(matter))
  const known = (matter: string) => left.matters.has(matter)
  if (telling.length > 0 && !telling.some(known)) return 'new'
  if (telling.length > 0) return telling.every(known) ? 'known' : 'mixed'
  if (common.length === 0) return 'nothing'
  return common.some(known) ? 'commonKnown' : 'commonNew'
}

/** What the subject line tells: "Slider and orders" promises two parts, a part off the subject is another. */
function bySubject(subject: Side, left: Side, right: Side): string[] {
  const onLeft = [...subject.matters].filter((matter) => left.matters.has(matter))
  const onRight = [...subject.matters].filter((matter) => right.matters.has(matter))
  const rightOnly = onRight.some((matter) => !left.matters.has(matter))
  const leftOnly = onLeft.some((matter) => !right.matters.has(matter))
  if (rightOnly && leftOnly) return ['subjectSplits']
  if (onLeft.length > 0 && onRight.length === 0 && right.matters.size > 0) return ['offSubject']
  return onLeft.length > 0 && onRight.length > 0 ? ['onSubject'] : []
}

/** What each side wants: an answer, a repair, or nothing of its own. */
function wishes(left: Side, right: Side, joined: string): string[] {
  const asks = ({ said }: Side) => said.has('question') || said.has('request')
  const fails = ({ said }: Side) => said.has('defect')
  const seen: string[] = []
  if (asks(right)) seen.push('asks')
  if (fails(right)) seen.push('fails')
  if (!asks(right) && !fails(right)) seen.push(joined === 'strong' || joined === 'item' ? 'muteItem' : 'mute')
  if (!asks(left) && !fails(left)) seen.push('muteBefore')
  if (asks(right) && fails(left) && !asks(left)) seen.push('asksAfterFailing')
  if (fails(right) && !asks(right) && asks(left)) seen.push('failsAfterAsking')
  return seen
}

function money(left: Side, right: Side): string[] {
  const [before, after] = [left.said.has('money'), right.said.has('money')]
  if (after) return [before ? 'moneyBoth' : 'moneyNow']
  return before && right.matters.size > 0 ? ['moneyBefore'] : []
}

function leaning({ lead }: Clause, left: Side, right: Side): string[] {
  const shared = [...right.stems].filter((stem) => left.stems.has(stem)).length
  const seen: string[] = []
  if (shared >= 1) seen.push('sharesWord')
  if (shared >= 2) seen.push('sharesWords')
  if (lead.has('anaphor')) seen.push('anaphor')
  if (lead.has('doing')) seen.push('doing')
  if (right.words < 4) seen.push('short')
  return seen
}

const several =
  /(?<!\p{L})(?:вопрос[ыа]|два|две|три|несколько|моменты|разное|питання|кілька|двоє|two|three|several|things|questions|couple|и|та|і|and)(?!\p{L})|[+,&]/iu

/** No part is read further than this: what decides stands at its beginning. */
const partClauses = 8

/** The part that begins with a clause: what is joined to it goes with it, and what follows a too short opening. */
function partFrom(clauses: Clause[], from: number): Side {
  const part = addTo(nothing(), clauses[from]!)
  for (const clause of clauses.slice(from + 1, from + partClauses)) {
    const goesOn = clause.opening === 'joint' && !clause.lead.has('strong') && !clause.lead.has('add')
    if (part.words >= 5 && !goesOn) break
    addTo(part, clause)
  }
  return part
}

function seenAt(clause: Clause, subject: Side, left: Side, right: Side): string[] {
  const joined = connection(clause)
  const what = novelty(left, right)
  const asksAtOnce = clause.lead.has('question') || clause.lead.has('request')
  const opens = clause.lead.has('weak') || joined === 'add' || joined === 'strong' || joined === 'item'
  return [
    joined,
    what,
    `${what}.${joined}`,
    ...(opens && asksAtOnce ? ['asksAtOnce'] : []),
    ...(left.matters.size === 0 ? ['nothingBefore'] : []),
    ...wishes(left, right, joined),
    ...bySubject(subject, left, right),
    ...money(left, right),
    ...leaning(clause, left, right),
  ]
}

/** Every place in the description at which another question may begin. Linear in the text. */
export function boundariesOf({ subject = '', description = '' }: PartialDraft): Boundary[] {
  const clauses = clausesOf(description)
  const promised = clausesOf(subject.slice(0, limits.subject)).reduce(addTo, nothing())
  const left: Side = { ...nothing(), stems: new Set(promised.stems) }
  const promise = several.test(subject.slice(0, limits.subject)) ? ['promised'] : []
  const boundaries: Boundary[] = []
  for (const [index, clause] of clauses.entries()) {
    if (index > 0)
      boundaries.push({
        at: clause.at,
        seen: [...promise, ...seenAt(clause, promised, left, partFrom(clauses, index))],
      })
    addTo(left, clause)
  }
  return boundaries
}
