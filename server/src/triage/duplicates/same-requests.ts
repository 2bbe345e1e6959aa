// R17: which of an owner's open tickets say what a draft says.
import type { PartialDraft } from '@bilet/shared/ticket'
import { conceptOf } from '../lexicon/concepts.ts'
import { gistOf } from '../likeness.ts'
import type { Word } from '../text/words.ts'
import { comparedOf, readRequest } from './read-request.ts'
import { sameFrom, sameRequest } from './same-request.ts'

type Text = Pick<PartialDraft, 'subject' | 'description'>

const greeting = conceptOf('greet')

/** Whoever has only greeted so far may come for anything. */
const isGreeting = ({ concepts }: Word): boolean => concepts.length > 0 && concepts.every((one) => one === greeting)

/** So many are read closely: to read one takes ten times what it takes to find its words. */
const closely = 12

/** Those of the open tickets that the draft comes back to, likest first. The more there are, the less likely is each. */
export function sameRequests<T extends { draft: Text }>(draft: Text, open: readonly T[]): T[] {
  const asked = readRequest(draft)
  if (asked.words.every(isGreeting)) return []
  const compared = likest(gistOf(comparedOf(draft)), open)
  const bar = sameFrom + Math.log(compared.length) / 4
  return compared
    .map((ticket) => ({ ticket, score: sameRequest(asked, readRequest(ticket.draft)) }))
    .filter(({ score }) => score >= bar)
    .toSorted((a, b) => b.score - a.score)
    .map(({ ticket }) => ticket)
}

/** Those that share most with a gist, where a stem tells the less the more of them hold it; in their order where all do. */
function likest<T extends { draft: Text }>(gist: ReadonlySet<string>, open: readonly T[]): readonly T[] {
  if (open.length <= closely) return open
  const shared = open.map((ticket) => {
    const its = gistOf(comparedOf(ticket.draft))
    return [...gist].filter((stem) => its.has(stem))
  })
  const holders = new Map<string, number>()
  for (const stem of shared.flat()) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return open
    .map((ticket, at) => ({ ticket, told: shared[at]!.reduce((sum, stem) => sum + 1 / holders.get(stem)!, 0) }))
    .toSorted((a, b) => b.told - a.told)
    .slice(0, closely)
    .map(({ ticket }) => ticket)
}
