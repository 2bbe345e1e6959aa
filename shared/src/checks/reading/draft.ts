// A draft's texts, read once for everything that is guessed from them.
import { limits } from '../../limits.ts'
import type { PartialDraft } from '../../ticket.ts'
import type { Sentence } from './sentences.ts'
import { sentencesOf } from './sentences.ts'
import type { Mark, Word } from './words.ts'
import { markAt, wordOf } from './words.ts'

/** A sentence and what it shows. */
export type Reading = {
  sentence: Sentence
  words: Word[]
  /** What is shown word by word. */
  marks: Mark[]
  /** By concept, the first word that shows it. A negated concept is another: `no:edited`. */
  shown: ReadonlyMap<string, number>
}

/** `title` is the subject as written. */
export type ReadDraft = { title: string; subject: Reading[]; description: Reading[]; steps: Reading[] }

function shownBy(words: Word[], marks: Mark[]): Map<string, number> {
  const shown = new Map<string, number>()
  for (let at = 0; at < marks.length; at++)
    for (const concept of marks[at]!.concepts) {
      const name = words[at - 1]?.denies ? `no:${concept}` : concept
      if (!shown.has(name)) shown.set(name, at)
    }
  return shown
}

function read(sentence: Sentence): Reading {
  const words = sentence.words.map(wordOf)
  const marks = words.map((_, at) => markAt(words, at))
  return { sentence, words, marks, shown: shownBy(words, marks) }
}

const readText = (text: string) => sentencesOf(text).map(read)

/** A draft's three texts, sentence by sentence. */
export function readDraft({ subject = '', description = '', steps = [] }: PartialDraft): ReadDraft {
  const title = subject.slice(0, limits.subject)
  return {
    title,
    subject: readText(title),
    description: readText(description),
    steps: readText(steps.join('\n')),
  }
}
