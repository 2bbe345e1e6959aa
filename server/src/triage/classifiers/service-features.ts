// How an outside service is spoken of: first in its sentence, or followed by what it did (R19g).
import { conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'

const service = conceptOf('service_name')
const acts = ['external_verdict', 'external_cabinet', 'defect']
const actConcepts = acts.map(conceptOf)

export const serviceNames = ['service.first', ...acts.map((act) => `service.${act}`)]

/** The first word that shows a concept undenied; -1 when there is none. */
function placeOf(concept: number, { words, marks, shown }: AnalyzedSentence): number {
  if (!shown.includes(concept)) return -1
  return marks.findIndex(({ concepts }, at) => concepts.includes(concept) && !words[at - 1]?.denies)
}

/** A bit for each of the names that a sentence shows. */
export function serviceIn(reading: AnalyzedSentence): number {
  const from = placeOf(service, reading)
  if (from < 0) return 0
  let bits = from <= 3 ? 1 : 0
  for (const [act, concept] of actConcepts.entries()) {
    const at = placeOf(concept, reading)
    if (at > from && at - from <= 5) bits |= 2 << act
  }
  return bits
}
