// What a sentence shows of an outside service beside its concepts (R19g): it comes first, it does or says something, "their …".
import { conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedSentence } from '../text/analyze-draft.ts'

const service = conceptOf('service_name')
const acts = ['external_verdict', 'external_cabinet', 'defect', 'speech']
const actConcepts = acts.map(conceptOf)

const cabinets = ['cabinet', 'external_cabinet'].map(conceptOf)

export const serviceNames = [
  'service.first',
  ...acts.map((act) => `service.${act}`),
  'theirs',
  'service.acts',
  'service.cited',
  'cabinet.cited',
  'party.speaks',
  'theirs.verdict',
]

/** The first word that shows a concept undenied; -1 when there is none. */
function placeOf(concept: number, { words, marks, shown }: AnalyzedSentence): number {
  if (!shown.includes(concept)) return -1
  return marks.findIndex(({ concepts }, at) => concepts.includes(concept) && !words[at - 1]?.denies)
}

/** Whether something is said to be theirs. */
const namesTheirs = ({ words }: AnalyzedSentence) => words.some(({ owns }, at) => owns && words[at + 1]?.isName)

/** Whether a service is followed by what it does: "… отклонила". */
const isActing = ({ words }: AnalyzedSentence, from: number) =>
  words.slice(from + 1, from + 3).some(({ past, states, denies }) => (past || states) && !denies)

const party = conceptOf('party')
const speech = conceptOf('speech')

/** Whether somebody outside is said to have said something: "оператор признал", "Їхній менеджер пояснив". */
function isSaying({ words, marks, shown }: AnalyzedSentence): boolean {
  if (!shown.includes(speech)) return false
  let from = Number.NEGATIVE_INFINITY
  return marks.some(({ concepts }, at) => {
    if (concepts.includes(party) || concepts.includes(service) || words[at]!.owns) from = at
    return concepts.includes(speech) && at - from <= 5 && !words[at - 1]?.denies
  })
}

/** A bit for each of the names that a sentence shows. */
export function serviceIn(reading: AnalyzedSentence): number {
  const { sentence, shown } = reading
  const at = acts.length
  let bits = 0
  if (namesTheirs(reading)) bits |= (2 << at) | (shown.includes(actConcepts[0]!) ? 64 << at : 0)
  if (sentence.cites && cabinets.some((cabinet) => shown.includes(cabinet))) bits |= 16 << at
  if (isSaying(reading)) bits |= 32 << at
  const from = placeOf(service, reading)
  if (from < 0) return bits
  if (from <= 3) bits |= 1
  if (isActing(reading, from)) bits |= 4 << at
  if (sentence.cites) bits |= 8 << at
  for (const [act, concept] of actConcepts.entries()) {
    const place = placeOf(concept, reading)
    if (place > from && place - from <= 5) bits |= 2 << act
  }
  return bits
}
