import type { SearchIndex } from '../index/search-index.ts'
import type { Tuning } from '../tuning.ts'
import type { DraftPart } from './draft.ts'
import { focusOf } from './focus.ts'
import { createSentenceReader } from './read-sentence.ts'
import type { MayGuess, SentenceReader } from './read-sentence.ts'
import { repairLayout } from './repair-layout.ts'
import { toUnit } from './unit.ts'
import type { SpokenWord, Unit } from './unit.ts'

export type AnalyzedQuery = { units: Unit[]; words: string[] }

const MOST_UNITS = 32
/** From which focus a sentence belongs to the question. */
const ASKING = 0.5
const MOST_SENTENCES = 40
/** A letter of an owner has some ten words that no article knows; one that was made to be slow has a thousand. */
const MOST_GUESSES = 64
/** Looked for where a run of marks begins alone: a text of nothing else would be walked through from each of them. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+\s+|\n+/u

/** Repairs, splits and expands a draft into at most 32 units, the most telling ones. */
export function analyzeQuery(index: SearchIndex, parts: readonly DraftPart[], tuning: Tuning): AnalyzedQuery {
  const read = readerOf(index, tuning)
  const mayGuess = upTo(MOST_GUESSES)
  const sentences = parts.flatMap((part) => sentencesOf(index, part, tuning)).map((one) => read(one, mayGuess))
  const focus = focusOf(index, sentences, tuning.focus)
  const weightiest = new Map<string, Weighed>()
  sentences.forEach((words, at) => {
    const share = focus[at] ?? 1
    for (const spoken of words) {
      const weight = spoken.weight * share
      const known = weightiest.get(spoken.word)
      if (known === undefined || known.weight < weight) weightiest.set(spoken.word, { spoken, weight, share })
    }
  })
  const units = [...weightiest.values()]
    .toSorted((a, b) => b.weight * b.spoken.idf - a.weight * a.spoken.idf)
    .slice(0, MOST_UNITS)
    .map(({ spoken, weight, share }) => toUnit(spoken, weight, share >= ASKING))
  return { units, words: units.map((unit) => corrected(index, unit)) }
}

/** A word with the weight that the sentence has in which it counts most. */
type Weighed = { spoken: SpokenWord; weight: number; share: number }

const readers = new WeakMap<SearchIndex, { tuning: Tuning; read: SentenceReader }>()

/** The reader of an index; another one when its numbers have changed. */
function readerOf(index: SearchIndex, tuning: Tuning): SentenceReader {
  const known = readers.get(index)
  if (known?.tuning === tuning) return known.read
  const read = createSentenceReader(index, tuning)
  readers.set(index, { tuning, read })
  return read
}

function upTo(most: number): MayGuess {
  const words = new Set<string>()
  return (word) => words.has(word) || (words.size < most && words.add(word).has(word))
}

/** The sentences of a part, its keyboard layout put right. */
function sentencesOf(index: SearchIndex, part: DraftPart, tuning: Tuning): DraftPart[] {
  const repaired = tuning.layout > 0 ? repairLayout(index, part.text) : part.text
  const texts = repaired.split(SENTENCE_END).slice(0, MOST_SENTENCES)
  return texts.map((text, at) => ({ ...part, text, typing: part.typing && at === texts.length - 1 }))
}

/** The word as it should have been typed, when it is known only by a mistake or by ear. */
function corrected(index: SearchIndex, { word, alternatives }: Unit): string {
  const [first] = alternatives
  return first?.by === 'typo' || first?.by === 'sound' ? (index.terms[first.terms[0] ?? -1] ?? word) : word
}
