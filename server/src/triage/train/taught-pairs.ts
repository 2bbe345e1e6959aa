// Pairs that are learned from: those written by hand, and what nobody needs to judge (R17). A letter sent again, whole or its first half, is the same request; two owners' letters are
// not. Those written by hand seldom are so plain.
import type { Labelled } from './labelled.ts'
import { readLabelled, taughtBy } from './labelled.ts'
import type { Pair } from './pairs.ts'
import { readPairs } from './pairs.ts'

const of = 'plain'
const count = 150

/** Another ticket each time, from all over. */
const apart = 7

/** Pairs of tickets with one question each. */
function plainPairs(tickets: readonly Labelled[]): Pair[] {
  const single = tickets.filter(({ severalQuestions, unclear }) => !severalQuestions && !unclear)
  const at = (nth: number) => single[(nth * apart) % single.length]!
  return Array.from({ length: count }, (_, nth): Pair[] => {
    const open = textOf(at(nth))
    const again = nth % 2 === 0 ? { ...open, subject: '' } : open
    return [
      { of, same: true, open, draft: again },
      { of, same: true, open, draft: { ...again, description: beginningOf(open.description) } },
      { of, same: false, open, draft: textOf(at(nth + 1)) },
      { of, same: false, open, draft: textOf(at(nth + 2)) },
    ]
  }).flat()
}

const textOf = ({ subject, description }: Labelled) => ({ subject, description })

/** The first half of a text's sentences. */
function beginningOf(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/u)
  return sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ')
}

/** All that it is learned from. */
export const taughtPairs = (): Pair[] => [...readPairs(), ...plainPairs(taughtBy(readLabelled()))]
