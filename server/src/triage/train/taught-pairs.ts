// Pairs that are learned from: those written by hand, and what nobody needs to judge (R17). A letter sent again, whole or its
// first half, is the same request, and so is a question; two owners' letters, or a letter and a question to the help, are
// not. Those written by hand seldom are so plain.
import type { Labelled } from './labelled.ts'
import { readLabelled, taughtBy } from './labelled.ts'
import type { Pair } from './pairs.ts'
import { readPairs } from './pairs.ts'
import { readQuestions } from './questions.ts'

const of = 'plain'
const resent = 150
const unlike = 1400
const asked = 400

/** Texts from all over: no number of them is a multiple of this. */
const apart = 31

const from = <T>(texts: readonly T[], nth: number): T => texts[(nth * apart) % texts.length]!

/** All that it is learned from. */
export function taughtPairs(): Pair[] {
  const single = taughtBy(readLabelled()).filter(({ severalQuestions, unclear }) => !severalQuestions && !unclear)
  const letter = (nth: number) => textOf(from(single, nth))
  const questions = readQuestions()
  return [
    ...readPairs(),
    ...Array.from({ length: resent }, (_, nth) => sentAgain(letter(nth), nth % 2 === 0)).flat(),
    ...Array.from({ length: unlike }, (_, nth) => {
      const draft = nth % 2 === 0 ? letter(nth + 1) : asInPanel(letter(nth + 1))
      return { of, same: false, open: letter(nth), draft }
    }),
    ...Array.from({ length: asked }, (_, nth) => {
      const question = { subject: '', description: from(questions, nth).q }
      return [letter(nth), letter(nth + asked), question].map((open) => ({
        of,
        same: open === question,
        open,
        draft: question,
      }))
    }).flat(),
  ]
}

type Text = Pair['open']

const textOf = ({ subject, description }: Labelled): Text => ({ subject, description })

/** A letter whole and its first half, with its subject or without. */
function sentAgain(open: Text, isUntitled: boolean): Pair[] {
  const whole = isUntitled ? { ...open, subject: '' } : open
  const half = { ...whole, description: firstHalf(open.description) }
  return [whole, half].map((draft) => ({ of, same: true, open, draft }))
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/u)

/** The panel asks for the question first, and then what happened: what is told leans on the question. */
function asInPanel(letter: Text): Text {
  const [first = '', ...rest] = sentencesOf(letter.description)
  return rest.length === 0 ? letter : { subject: first, description: rest.join(' ') }
}

function firstHalf(text: string): string {
  const sentences = sentencesOf(text)
  return sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ')
}
