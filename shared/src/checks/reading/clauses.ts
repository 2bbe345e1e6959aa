// A text as clauses: sentences cut where a further part may begin, each with what it is about and how it is said (R16).
import { commonMatters, matters } from './matters.ts'
import type { Opening, Sentence } from './sentences.ts'
import { sentencesOf } from './sentences.ts'
import { speech } from './speech.ts'
import { conceptsOf, createSpotter } from './spotter.ts'

export type Clause = {
  words: string[]
  /** Where the clause begins in the text. */
  at: number
  opening: Opening
  /** What it is about. */
  matters: Set<string>
  /** How it is said, anywhere in it and at its beginning. */
  said: Set<string>
  lead: Set<string>
}

const spot = createSpotter(matters, speech)
const matterNames = new Set(conceptsOf(matters))

/** Matters that tell one question from another, unlike those that any question of a shop touches. */
export const isTelling = (matter: string) => !commonMatters.includes(matter)

const imperative = /^(?!здравст|извин|прост|проб|вибач|помогите|допомож).{3,}(?:ите|йте|ьте|іть|йтесь)$/
const negation = /^(?:не|not|никак|ніяк)$/
const leadIn = /^(?:и|а|ну|да|та|і|й|теперь|тепер|and|but|по|но|to|please|прошу|просьба)$/

/** What one word says, with the words around it. */
function concepts(words: string[], at: number): string[] {
  const found = spot(words, at)
  if (imperative.test(words[at]!)) found.push('request')
  if (negation.test(words[at]!) && at + 1 < words.length) found.push('defect')
  return found
}

/** A part opens with its connector, or with one short word and then the connector: "и ещё", "теперь второе". */
const opensAt = (words: string[], at: number) => words.slice(0, at).every((word) => leadIn.test(word))

function toClause(words: string[], at: number, opening: Opening, asks: boolean): Clause {
  const clause: Clause = { words, at, opening, matters: new Set(), said: new Set(), lead: new Set() }
  if (asks) clause.said.add('question')
  for (const index of words.keys())
    for (const concept of concepts(words, index)) {
      const connects = concept === 'strong' || concept === 'add'
      if (matterNames.has(concept)) clause.matters.add(concept)
      else clause.said.add(concept)
      if (concept === 'weak' && index === 0) clause.lead.add('begins')
      if (connects ? index < 3 && opensAt(words, index) : index < 3) clause.lead.add(concept)
    }
  return clause
}

/** Words at which a sentence may go on to something else; three words at least on either side. */
function jointsOf({ words }: Sentence): number[] {
  const joints: number[] = []
  for (let at = 3; at < words.length - 2; at++) {
    const joins = spot(words, at).some((concept) => concept === 'strong' || concept === 'add' || concept === 'weak')
    if (joins && at - (joints.at(-1) ?? 0) >= 3) joints.push(at)
  }
  return joints
}

/** Clauses of a text, in order. */
export function clausesOf(text: string): Clause[] {
  return sentencesOf(text).flatMap((sentence) => {
    const starts = [0, ...jointsOf(sentence)]
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? sentence.words.length
      const closes = end === sentence.words.length
      const opening = index === 0 ? sentence.opening : 'joint'
      return toClause(sentence.words.slice(start, end), sentence.at[start]!, opening, closes && sentence.asks)
    })
  })
}
