// What a draft shows to the labels: what stands alone, together in a sentence, in sentences that follow each other.
import type { ConceptMask } from './concept-masks.ts'
import { conceptMasks, bitsIn } from './concept-masks.ts'
import type { Label } from './labels.ts'
import { conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'
import { substanceNames, substanceOf } from './substance-features.ts'

/** An mask bitsOf no more different things. */
const span = 32

/** Features by number: `a` and `a+b` of one sentence, `a~b` of neighbours, `subject:a`, `steps:a`, those of the draft. */
const together = (a: number, b: number) => a * span + b
const neighbouring = (a: number, b: number) => span * span + together(a, b)
const inSubject = 2 * span * span
const inSteps = inSubject + span
const everywhere = inSteps + span

/** Denials hold for a whole draft, wherever they stand. */
const denials = ['stocktheme', 'no:edited', 'buyer', 'our_fault', 'external_fine', 'intends']
const denialConcepts = denials.map(conceptOf)

const everywhereNames = (name: Label) =>
  name === 'unclear' ? substanceNames : denials.map((denial) => `denied:${denial}`)

/** The names of a guess's features, by number; a number that stands for nothing has an empty one. */
export function featureNames(name: Label): string[] {
  const { names } = conceptMasks[name]
  const told = everywhereNames(name)
  const features = Array.from({ length: everywhere + told.length }, () => '')
  for (const [a, one] of names.entries()) {
    features[together(a, a)] = one
    features[inSubject + a] = `subject:${one}`
    features[inSteps + a] = `steps:${one}`
    for (const [b, other] of names.entries()) {
      if (b <= a) continue
      const [first, second] = one < other ? [one, other] : [other, one]
      features[together(a, b)] = `${first}+${second}`
      features[neighbouring(a, b)] = `${first}~${second}`
    }
  }
  for (const [place, feature] of told.entries()) features[everywhere + place] = feature
  return features
}

/** What an mask has found, a number for each sentence. */
type PlaceBits = { subject: readonly number[]; description: readonly number[]; steps: readonly number[] }

const none: readonly number[] = []

export const stepsPlace = -1

/** Places of a draft: the first of two sentences of the description each, before them the steps; the subject is in all. */
export const placesOf = ({ description }: AnalyzedDraft): number[] =>
  Array.from({ length: description.length + 1 }, (_, at) => at + stepsPlace)

/** The sentences of a place. */
export const sentencesAt = ({ subject, description, steps }: AnalyzedDraft, at: number): AnalyzedSentence[] =>
  subject.concat(at === stepsPlace ? steps : description.slice(at, at + 2))

/** What is found at a place. */
const bitsAt = ({ subject, description, steps }: PlaceBits, at: number): PlaceBits =>
  at === stepsPlace
    ? { subject, description: none, steps }
    : { subject, description: description.slice(at, at + 2), steps: none }

function unionOf(masks: readonly number[]): number {
  let union = 0
  for (const mask of masks) union |= mask
  return union
}

/** Adds a feature for each bit of a number, counted from a first. */
function addBits(features: number[], mask: number, first: number) {
  for (let rest = mask; rest !== 0; rest &= rest - 1) features.push(first + lowestBit(rest))
}

const lowestBit = (mask: number) => 31 - Math.clz32(mask & -mask)

const above = (bit: number) => -2 << bit

/** What is found in the sentences that have a bit. */
function companyOf(bit: number, sentences: readonly number[]): number {
  let union = 0
  for (const found of sentences) if ((found >> bit) & 1) union |= found
  return union
}

/** What is found in the sentences before and after those that have a bit. */
function neighboursOf(bit: number, sentences: readonly number[]): number {
  let union = 0
  for (let at = 1; at < sentences.length; at++) {
    const before = sentences[at - 1]!
    const after = sentences[at]!
    if ((before >> bit) & 1) union |= after
    if ((after >> bit) & 1) union |= before
  }
  return union
}

/** Features of a place, each once. */
function featuresAt({ concepts }: ConceptMask, { subject, description, steps }: PlaceBits): number[] {
  const sentences = [...subject, ...description, ...steps]
  const features: number[] = []
  for (let rest = unionOf(sentences); rest !== 0; rest &= rest - 1) {
    const bit = lowestBit(rest)
    features.push(together(bit, bit))
    const others = (1 << bit) & concepts ? concepts & above(bit) : 0
    addBits(features, companyOf(bit, sentences) & others, together(bit, 0))
    addBits(features, neighboursOf(bit, description) & others, neighbouring(bit, 0))
  }
  addBits(features, unionOf(subject), inSubject)
  addBits(features, unionOf(steps), inSteps)
  return features
}

const bitsOf = (mask: ConceptMask, { subject, description, steps }: AnalyzedDraft): PlaceBits => {
  const found = (reading: AnalyzedSentence) => bitsIn(mask, reading)
  return { subject: subject.map(found), description: description.map(found), steps: steps.map(found) }
}

/** Words from which on a draft is not taken for unclear, whatever they are. */
const much = 150

const saysMuch = ({ description }: AnalyzedDraft) =>
  description.reduce((sum, { words }) => sum + words.length, 0) > much

/** What holds for a whole draft, for every guess but the unclear. */
export const deniedIn = ({ shown }: AnalyzedDraft): number[] =>
  denialConcepts.flatMap((concept, denial) => (shown.has(concept) ? [everywhere + denial] : []))

function showsNeeded({ bits, needed }: ConceptMask, { shown }: AnalyzedDraft): boolean {
  for (const concept of shown) if (bits[concept]! & needed) return true
  return false
}

/** The unclear is unclear as a whole, whatever it shows; nothing where it says too much for that. */
export function featuresOfUnclear(draft: AnalyzedDraft): number[] | undefined {
  if (saysMuch(draft)) return undefined
  const told = substanceOf(draft).map((place) => everywhere + place)
  return featuresAt(conceptMasks.unclear, bitsOf(conceptMasks.unclear, draft)).concat(told)
}

const nothing = () => none

/** What is seen at each place of a draft, each thing once: nothing where nothing stands that the guess needs. */
export function featuresFor(name: Exclude<Label, 'unclear'>, draft: AnalyzedDraft): (at: number) => readonly number[] {
  const mask = conceptMasks[name]
  if (!showsNeeded(mask, draft)) return nothing
  const bits = bitsOf(mask, draft)
  return (at) => (isNeededAt(mask, bits, at) ? featuresAt(mask, bitsAt(bits, at)) : none)
}

function isNeededAt({ needed }: ConceptMask, { subject, description, steps }: PlaceBits, at: number): boolean {
  const own = at === stepsPlace ? unionOf(steps) : description[at]! | (description[at + 1] ?? 0)
  return ((own | unionOf(subject)) & needed) !== 0
}
