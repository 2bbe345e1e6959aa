// What a draft shows to the labels: what stands alone, together in a sentence, in sentences that follow each other.
import type { ConceptMask } from './concept-masks.ts'
import { conceptMasks, bitsIn } from './concept-masks.ts'
import type { Label } from './labels.ts'
import { conceptOf } from '../lexicon/concepts.ts'
import type { AnalyzedDraft, AnalyzedSentence } from '../text/analyze-draft.ts'
import { substanceNames, substanceOf } from './substance-features.ts'

/** A mask finds no more different things. */
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

/** What a mask has found, a number for each sentence: the subject's, then the description's and the steps', from there on. */
type Found = { masks: readonly number[]; description: number; steps: number }

function foundBy(mask: ConceptMask, { subject, description, steps }: AnalyzedDraft): Found {
  const masks: number[] = []
  for (const text of [subject, description, steps]) for (const reading of text) masks.push(bitsIn(mask, reading))
  return { masks, description: subject.length, steps: subject.length + description.length }
}

const none: readonly number[] = []

export const stepsPlace = -1

/** Places of a draft: the first of two sentences of the description each, before them the steps; the subject is in all. */
export const placesOf = ({ description }: AnalyzedDraft): number[] =>
  Array.from({ length: description.length + 1 }, (_, at) => at + stepsPlace)

/** The sentences of a place. */
export const sentencesAt = ({ subject, description, steps }: AnalyzedDraft, at: number): AnalyzedSentence[] =>
  subject.concat(at === stepsPlace ? steps : description.slice(at, at + 2))

/** Where the sentences of a place begin and end beside those of the subject. */
const startOf = ({ description, steps }: Found, at: number) => (at === stepsPlace ? steps : description + at)
const endOf = ({ masks, description, steps }: Found, at: number) =>
  at === stepsPlace ? masks.length : Math.min(description + at + 2, steps)

function unionOf(masks: readonly number[], from: number, to: number): number {
  let union = 0
  for (let at = from; at < to; at++) union |= masks[at]!
  return union
}

/** Adds a feature for each bit of a number, counted from a first. */
function addBits(features: number[], mask: number, first: number) {
  for (let rest = mask; rest !== 0; rest &= rest - 1) features.push(first + lowestBit(rest))
}

const lowestBit = (mask: number) => 31 - Math.clz32(mask & -mask)

const above = (bit: number) => -2 << bit

/** What is found in the sentences that have a bit. */
function companyOf(bit: number, masks: readonly number[], from: number, to: number): number {
  let union = 0
  for (let at = from; at < to; at++) if ((masks[at]! >> bit) & 1) union |= masks[at]!
  return union
}

/** What is found in the sentences before and after those that have a bit. */
function neighboursOf(bit: number, masks: readonly number[], from: number, to: number): number {
  let union = 0
  for (let at = from + 1; at < to; at++) {
    const before = masks[at - 1]!
    const after = masks[at]!
    if ((before >> bit) & 1) union |= after
    if ((after >> bit) & 1) union |= before
  }
  return union
}

/** Features of the subject and of the sentences from a place to another, each once. */
function featuresOf(
  { concepts }: ConceptMask,
  { masks, description, steps }: Found,
  from: number,
  to: number,
): number[] {
  const features: number[] = []
  const titled = unionOf(masks, 0, description)
  for (let rest = titled | unionOf(masks, from, to); rest !== 0; rest &= rest - 1) {
    const bit = lowestBit(rest)
    features.push(together(bit, bit))
    const others = (1 << bit) & concepts ? concepts & above(bit) : 0
    if (others === 0) continue
    const company = companyOf(bit, masks, 0, description) | companyOf(bit, masks, from, to)
    addBits(features, company & others, together(bit, 0))
    addBits(features, neighboursOf(bit, masks, from, Math.min(to, steps)) & others, neighbouring(bit, 0))
  }
  addBits(features, titled, inSubject)
  addBits(features, unionOf(masks, Math.max(from, steps), to), inSteps)
  return features
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
  const found = foundBy(conceptMasks.unclear, draft)
  return featuresOf(conceptMasks.unclear, found, found.description, found.masks.length).concat(told)
}

const nothing = () => none

/** What is seen at each place of a draft, each thing once: nothing where nothing stands that the guess needs. */
export function featuresFor(name: Exclude<Label, 'unclear'>, draft: AnalyzedDraft): (at: number) => readonly number[] {
  const mask = conceptMasks[name]
  if (!showsNeeded(mask, draft)) return nothing
  const found = foundBy(mask, draft)
  const titled = unionOf(found.masks, 0, found.description)
  return (at) => {
    const [from, to] = [startOf(found, at), endOf(found, at)]
    const isNeeded = ((titled | unionOf(found.masks, from, to)) & mask.needed) !== 0
    return isNeeded ? featuresOf(mask, found, from, to) : none
  }
}
