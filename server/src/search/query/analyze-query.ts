import type { SearchIndex } from '../index/search-index.ts'
import type { Tuning } from '../tuning.ts'
import type { DraftPart } from './draft.ts'
import { focusOf } from './focus.ts'
import { createSentenceReader } from './read-sentence.ts'
import { repairLayout } from './repair-layout.ts'
import type { Unit } from './unit.ts'

export type AnalyzedQuery = { units: Unit[]; words: string[] }

const MOST_UNITS = 32
/** From which focus a sentence belongs to the question. */
const ASKING = 0.5
const MOST_SENTENCES = 40
/** Looked for where a run of marks begins alone: a text of nothing else would be walked through from each of them. */
const SENTENCE_END = /(?<![.!?…])[.!?…]+\s+|\n+/u

/** Repairs, splits and expands a draft into at most 32 units, the most telling ones. */
export function analyzeQuery(index: SearchIndex, parts: readonly DraftPart[], tuning: Tuning): AnalyzedQuery {
  const read = createSentenceReader(index, tuning)
  const sentences = parts.flatMap((part) => sentencesOf(index, part, tuning)).map(read)
  const focus = focusOf(index, sentences, tuning.focus)
  const units = new Map<string, Unit>()
  sentences.forEach((some, at) => {
    const share = focus[at] ?? 1
    for (const unit of some) {
      const weight = unit.weight * share
      const known = units.get(unit.word)
      if (known === undefined || known.weight < weight) units.set(unit.word, { ...unit, weight, asks: share >= ASKING })
    }
  })
  const telling = [...units.values()].toSorted((a, b) => b.weight * b.idf - a.weight * a.idf).slice(0, MOST_UNITS)
  return { units: telling, words: telling.map((unit) => corrected(index, unit)) }
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
