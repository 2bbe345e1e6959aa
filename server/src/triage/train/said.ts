// Short texts, each of one thing, from which it is learned which words have to do with one another.
import { productNotions } from '../../search/lexicon/product.ts'
import { wordLines } from '../../search/dictionary/stems-of-words.ts'
import { sentencesOf } from '../text/sentences.ts'
import { beginningOf } from '../text/words.ts'
import { readLabelled, taughtBy } from './labelled.ts'
import { readQuestions } from './questions.ts'

/** The beginnings of what carries something in a text. */
const beginningsIn = (text: string): string[] =>
  sentencesOf(text).flatMap(({ words }) => words.flatMap(({ text: word, says }) => (says ? beginningOf(word) : [])))

/** What owners ask and write, what the lexicon knows notions by, what the dictionary knows meanings by. */
export const saidTogether = (): string[][] => [
  ...readQuestions().map(({ q }) => beginningsIn(q)),
  ...taughtBy(readLabelled())
    .filter(({ severalQuestions }) => !severalQuestions)
    .map(({ subject, description }) => beginningsIn(`${subject}. ${description}`)),
  ...productNotions.map(({ same, narrower, signs, wider, under }) =>
    [...same, ...narrower, ...signs, ...wider, ...under].flatMap(beginningsIn),
  ),
  ...wordLines().map((line) => beginningsIn(line.replace(/[|,]/g, ' '))),
]
