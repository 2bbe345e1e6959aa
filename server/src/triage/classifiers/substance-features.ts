// How much a draft says: words that carry something, topics named, vague words, figures (R13).
import { courtesies } from './courtesies.ts'
import { conceptNames, conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'

/** What is counted, and the counts that make a difference. */
const measures: [name: string, steps: number[]][] = [
  ['says', [2, 4, 7, 11, 16]],
  ['names', [1, 2, 3, 4, 6]],
  ['vague', [1, 2, 3]],
  ['vagueOfTen', [1, 2, 3, 5]],
  ['words', [3, 8, 15, 30]],
]

/** What there is to see of a draft's substance. */
export const substanceNames = [
  'figures',
  'noSteps',
  'asks',
  ...measures.flatMap(([name, steps]) => steps.map((step) => `${name}>=${step}`)),
]

const vague = conceptOf('vague')
const greet = conceptOf('greet')

/** Concepts of manner, which name nothing. */
const manners = new Set([...courtesies, 'question', 'defect', 'money'])
const namesSomething = conceptNames.map((name) => !manners.has(name))

/** Counts over sentences. */
function count(readings: readonly AnalyzedSentence[]) {
  const counted = { words: 0, saying: 0, vague: 0, figures: 0 }
  for (const { words, marks } of readings) {
    counted.words += words.length
    for (let at = 0; at < words.length; at++) {
      const { says, isFigure } = words[at]!
      const { concepts } = marks[at]!
      const isVague = concepts.includes(vague)
      if (isVague) counted.vague++
      if (isFigure) counted.figures++
      if (says && !isVague && !concepts.includes(greet)) counted.saying++
    }
  }
  return counted
}

const wordsIn = (readings: readonly AnalyzedSentence[]) => readings.reduce((sum, { words }) => sum + words.length, 0)

/** Places among `substanceNames` of what a draft shows. */
export function substanceOf({ subject, description, steps, shown: concepts }: AnalyzedDraft): number[] {
  const readings = [...subject, ...description, ...steps]
  const { words, saying, vague: vagueWords, figures } = count(readings)
  let named = 0
  for (const concept of concepts) if (namesSomething[concept]) named++
  const vagueOfTen = Math.floor((10 * vagueWords) / Math.max(1, words))
  const counts = [saying, named, vagueWords, vagueOfTen, wordsIn(description)]
  const places: number[] = []
  let place = 0
  const tell = (isShown: boolean) => {
    if (isShown) places.push(place)
    place++
  }
  tell(figures > 0)
  tell(steps.length === 0)
  tell(readings.some(({ sentence }) => sentence.asks))
  for (const [measure, [, marks]] of measures.entries()) for (const mark of marks) tell(counts[measure]! >= mark)
  return places
}
