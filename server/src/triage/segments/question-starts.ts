// Where another question begins (R16): the places that look enough like it.
import type { Boundary } from './boundaries.ts'
import { boundariesOf } from './boundaries.ts'
import { feature } from './boundary-features.ts'
import { asking } from './clauses.ts'
import type { WeightTable } from '../classifiers/linear-model.ts'
import { scoreOf } from '../classifiers/linear-model.ts'
import type { WordTable } from '../classifiers/word-weights.ts'
import { sumOfWords, weightOfOpening } from '../classifiers/word-weights.ts'
import { manner } from '../lexicon/manner.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'

/** Log-odds from which a further part is taken for another question. */
const threshold = 0.6
/** Where another is surer: what makes a letter look as if it held several speaks for each of its places. */
const furtherThreshold = 1.5

/** A question has more words than this before another begins in the same sentence: "P.S. И подскажите заодно …" is one. */
const fewest = 6

/** Before another question begins something fails, is asked or told: a greeting and what kind of shop it is are none. */
const wanting = asking | manner.defect | manner.states
/** So many words that nobody knows are no mere introduction. */
const introducing = 7
/** Nor is it one before what is announced as another. */
const announcing = new Set([feature.item, feature.bullet, feature.strong, feature.add])

/** Whether all that was said in so many words, with such `manner`, is an introduction to a place with these features. */
const isIntroduction = (words: number, said: number, features: readonly number[]) =>
  words < introducing && !(said & wanting) && !features.some((one) => announcing.has(one))

/** Where further questions begin in the description, in order; `guess` is the place of questions among the guesses of words. */
export function questionStarts(read: AnalyzedDraft, table: WeightTable, weighed: WordTable, guess: number): number[] {
  const places = boundariesOf(read).map((place) => ({ ...place, score: scoreAt(place, table, weighed, guess) }))
  const surest = surestOf(places)
  const starts: number[] = []
  let last = Number.NEGATIVE_INFINITY
  let said = 0
  for (const { at, features, before, words, inside, score } of places) {
    said |= before
    if (isIntroduction(words - Math.max(0, last), said, features) || (inside && words - last < fewest)) continue
    if (score < (score === surest ? threshold : furtherThreshold)) continue
    starts.push(at)
    last = words
    said = 0
  }
  return starts
}

function scoreAt({ features, opening, part }: Boundary, table: WeightTable, weighed: WordTable, guess: number): number {
  const told = part.reduce(
    (sum, clause) => sum + sumOfWords(clause.words, weighed, guess),
    weightOfOpening(opening, weighed, guess),
  )
  return scoreOf(table, features, told)
}

/** The highest score among the places that are behind more than an introduction. */
function surestOf(places: readonly (Boundary & { score: number })[]): number {
  let said = 0
  let surest = Number.NEGATIVE_INFINITY
  for (const { before, words, features, score } of places) {
    said |= before
    if (!isIntroduction(words, said, features)) surest = Math.max(surest, score)
  }
  return surest
}
