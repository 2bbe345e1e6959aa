// What a draft shows to the guesses: what stands alone, together in a sentence, in sentences that follow each other.
import type { Ear } from './ears.ts'
import { ears, heardIn } from './ears.ts'
import type { GuessName } from './guess-names.ts'
import { conceptOf } from './reading/concepts.ts'
import type { ReadDraft, Reading } from './reading/draft.ts'
import { substanceNames, substanceOf } from './substance.ts'

/** An ear hears no more different things. */
const span = 32

/** Traits by number: `a` and `a+b` of one sentence, `a~b` of neighbours, `subject:a`, `steps:a`, those of the draft. */
const together = (a: number, b: number) => a * span + b
const neighbouring = (a: number, b: number) => span * span + together(a, b)
const inSubject = 2 * span * span
const inSteps = inSubject + span
const everywhere = inSteps + span

/** Denials hold for a whole draft, wherever they stand. */
const denials = ['stocktheme', 'no:edited', 'buyer']
const denialConcepts = denials.map(conceptOf)

const everywhereNames = (name: GuessName) =>
  name === 'unclear' ? substanceNames : denials.map((denial) => `denied:${denial}`)

/** The names of a guess's traits, by number; a number that stands for nothing has an empty one. */
export function traitNames(name: GuessName): string[] {
  const { names } = ears[name]
  const told = everywhereNames(name)
  const traits = Array.from({ length: everywhere + told.length }, () => '')
  for (const [a, one] of names.entries()) {
    traits[together(a, a)] = one
    traits[inSubject + a] = `subject:${one}`
    traits[inSteps + a] = `steps:${one}`
    for (const [b, other] of names.entries()) {
      if (b <= a) continue
      const [first, second] = one < other ? [one, other] : [other, one]
      traits[together(a, b)] = `${first}+${second}`
      traits[neighbouring(a, b)] = `${first}~${second}`
    }
  }
  for (const [place, trait] of told.entries()) traits[everywhere + place] = trait
  return traits
}

/** What an ear has heard, a number for each sentence. */
type Heard = { subject: readonly number[]; description: readonly number[]; steps: readonly number[] }

const none: readonly number[] = []

/** Two sentences at a time, with the subject: a draft of several questions shows each advice in one place only. */
function placesOf({ needed }: Ear, { subject, description, steps }: Heard): Heard[] {
  const matters = (heard = 0) => (heard & needed) !== 0
  const titleMatters = subject.some(matters)
  const places: Heard[] = []
  if (titleMatters || steps.some(matters)) places.push({ subject, description: none, steps })
  for (let at = 0; at < description.length; at++)
    if (titleMatters || matters(description[at]) || matters(description[at + 1]))
      places.push({ subject, description: description.slice(at, at + 2), steps: none })
  return places
}

function unionOf(masks: readonly number[]): number {
  let union = 0
  for (const mask of masks) union |= mask
  return union
}

/** Adds a trait for each bit of a number, counted from a first. */
function addBits(traits: number[], mask: number, first: number) {
  for (let rest = mask; rest !== 0; rest &= rest - 1) traits.push(first + lowestBit(rest))
}

const lowestBit = (mask: number) => 31 - Math.clz32(mask & -mask)

const above = (bit: number) => -2 << bit

/** What is heard in the sentences that have a bit. */
function companyOf(bit: number, sentences: readonly number[]): number {
  let union = 0
  for (const heard of sentences) if ((heard >> bit) & 1) union |= heard
  return union
}

/** What is heard in the sentences before and after those that have a bit. */
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

/** Traits of a place, each once. */
function traitsAt({ concepts }: Ear, { subject, description, steps }: Heard): number[] {
  const sentences = [...subject, ...description, ...steps]
  const traits: number[] = []
  for (let rest = unionOf(sentences); rest !== 0; rest &= rest - 1) {
    const bit = lowestBit(rest)
    traits.push(together(bit, bit))
    const others = (1 << bit) & concepts ? concepts & above(bit) : 0
    addBits(traits, companyOf(bit, sentences) & others, together(bit, 0))
    addBits(traits, neighboursOf(bit, description) & others, neighbouring(bit, 0))
  }
  addBits(traits, unionOf(subject), inSubject)
  addBits(traits, unionOf(steps), inSteps)
  return traits
}

const hears = (ear: Ear, { subject, description, steps }: ReadDraft): Heard => {
  const heard = (reading: Reading) => heardIn(ear, reading)
  return { subject: subject.map(heard), description: description.map(heard), steps: steps.map(heard) }
}

/** Words from which on a draft is not taken for unclear, whatever they are. */
const much = 150

const saysMuch = ({ description }: ReadDraft) => description.reduce((sum, { words }) => sum + words.length, 0) > much

const deniedIn = ({ shown }: ReadDraft) =>
  [...denialConcepts.keys()].filter((denial) => shown.has(denialConcepts[denial]!))

function showsNeeded({ bits, needed }: Ear, { shown }: ReadDraft): boolean {
  for (const concept of shown) if (bits[concept]! & needed) return true
  return false
}

/** The unclear is unclear as a whole, whatever it shows. */
function traitsOfUnclear(draft: ReadDraft): number[][] {
  if (saysMuch(draft)) return []
  const told = substanceOf(draft).map((place) => everywhere + place)
  return [traitsAt(ears.unclear, hears(ears.unclear, draft)).concat(told)]
}

/** What a draft shows that bears on a guess, place by place, each thing once; the place that shows most decides. */
export function traitsFor(name: GuessName, draft: ReadDraft): number[][] {
  if (name === 'unclear') return traitsOfUnclear(draft)
  const ear = ears[name]
  if (!showsNeeded(ear, draft)) return []
  const told = deniedIn(draft).map((place) => everywhere + place)
  return placesOf(ear, hears(ear, draft)).map((place) => traitsAt(ear, place).concat(told))
}
