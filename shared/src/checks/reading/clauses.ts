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
  /** Beginnings of its longer words. */
  stems: string[]
}

const spot = createSpotter(matters, speech)
const matterNames = new Set(conceptsOf(matters))

const connectors = new Set(['strong', 'add'])
const joining = new Set(['strong', 'add', 'weak'])
const common = new Set(commonMatters)

/** Matters that tell one question from another, unlike those that any question of a shop touches. */
export const isTelling = (matter: string) => !common.has(matter)

const imperatives = ['ите', 'йте', 'ьте', 'іть', 'тесь']
const courtesy = /^(?:здравст|извин|прост|проб|вибач|помогите|допомож)/
const negation = /^(?:не|not|никак|ніяк)$/
const leadIn = /^(?:и|а|ну|да|та|і|й|теперь|тепер|and|but|по|но|to|please|прошу|просьба)$/

/** What one word says, with the words around it. */
function conceptsAt(words: string[], at: number): string[] {
  const found = spot(words, at)
  const word = words[at]!
  if (word.length > 5 && imperatives.some((ending) => word.endsWith(ending)) && !courtesy.test(word))
    found.push('request')
  if (word.length < 7 && negation.test(word) && at + 1 < words.length) found.push('defect')
  return found
}

/** A part opens with its connector, or with one short word and then the connector: "и ещё", "теперь второе". */
const opensAt = (words: string[], at: number) => words.slice(0, at).every((word) => leadIn.test(word))

type Marked = Pick<Clause, 'words' | 'at' | 'opening'> & { marks: string[][]; asks: boolean }

function toClause({ words, at, opening, marks, asks }: Marked): Clause {
  const stems = words.filter((word) => word.length > 3).map((word) => word.slice(0, 5))
  const clause: Clause = { words, at, opening, matters: new Set(), said: new Set(), lead: new Set(), stems }
  if (asks) clause.said.add('question')
  for (const [index, concepts] of marks.entries())
    for (const concept of concepts) {
      if (matterNames.has(concept)) clause.matters.add(concept)
      else clause.said.add(concept)
      if (index < 3 && (!connectors.has(concept) || opensAt(words, index))) clause.lead.add(concept)
      if (index === 0 && concept === 'weak') clause.lead.add('begins')
    }
  return clause
}

/** Words at which a sentence may go on to something else; three words at least on either side. */
function jointsOf(marks: string[][]): number[] {
  const joints: number[] = []
  for (let at = 3; at < marks.length - 2; at++)
    if (at - (joints.at(-1) ?? 0) >= 3 && marks[at]!.some((concept) => joining.has(concept))) joints.push(at)
  return joints
}

function clausesIn({ words, at, asks, opening }: Sentence): Clause[] {
  const marks = words.map((_, index) => conceptsAt(words, index))
  const starts = [0, ...jointsOf(marks)]
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? words.length
    return toClause({
      words: words.slice(start, end),
      marks: marks.slice(start, end),
      at: at[start]!,
      opening: index === 0 ? opening : 'joint',
      asks: asks && end === words.length,
    })
  })
}

/** Clauses of a text, in order. */
export const clausesOf = (text: string): Clause[] => sentencesOf(text).flatMap(clausesIn)
