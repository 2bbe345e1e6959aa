// What is learned, and from what of a ticket.
import type { Learned } from '../tables.ts'
import type { Boundary } from '../segments/boundaries.ts'
import { boundariesOf } from '../segments/boundaries.ts'
import { boundaryFeatureNames } from '../segments/boundary-features.ts'
import { departmentFeatureNames, departmentFeatures } from '../classifiers/department-features.ts'
import type { Label } from '../classifiers/labels.ts'
import {
  deniedIn,
  featureNames,
  featuresFor,
  featuresOfUnclear,
  placesOf,
  sentencesAt,
} from '../classifiers/label-features.ts'
import type { DepartmentId } from '../classifiers/rate-departments.ts'
import { isWordFeature, openingFeature, wordFeatures } from '../classifiers/word-weights.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'
import { analyzeDraft } from '../text/analyze-draft.ts'
import type { Word } from '../text/words.ts'
import { documented, labels, leaning, questions as boundaries } from './beliefs.ts'
import type { Labelled } from './labelled.ts'
import { draftOf, lettersBesides } from './labelled.ts'
import { learnDuplicates } from './learn-duplicates.ts'
import type { Pair } from './pairs.ts'
import type { Question } from './questions.ts'
import type { Example } from './logistic-regression.ts'
import { inTenths, train } from './logistic-regression.ts'

/** Read once, however often they are learned from. */
const readings = new WeakMap<Labelled, AnalyzedDraft>()

function read(ticket: Labelled): AnalyzedDraft {
  const known = readings.get(ticket) ?? analyzeDraft(draftOf(ticket))
  readings.set(ticket, known)
  return known
}

/** The words of sentences as features, named once: each is learned from for every label, and again for every part left out. */
const called = new WeakMap<readonly Word[], string[]>()

function featuresOf(words: readonly Word[]): string[] {
  const known = called.get(words) ?? wordFeatures(words)
  called.set(words, known)
  return known
}

/** In fewer tickets than this a word tells of the tickets, not of what they have in common. */
const leastOften = 3

function withoutRareWords(examples: Example[]): Example[] {
  const tickets = new Map<string, number>()
  for (const { places } of examples)
    for (const feature of new Set(places.flat())) tickets.set(feature, (tickets.get(feature) ?? 0) + 1)
  const isKept = (feature: string) => !isWordFeature(feature) || (tickets.get(feature) ?? 0) >= leastOften
  return examples.map(({ places, positive }) => ({ positive, places: places.map((place) => place.filter(isKept)) }))
}

const named = (numbers: readonly number[], names: readonly string[]) => numbers.map((number) => names[number]!)

function learnQuestions(tickets: Labelled[]) {
  const examples = tickets.map((ticket) => ({
    places: boundariesOf(read(ticket)).map(boundaryNamed),
    positive: ticket.severalQuestions,
  }))
  return train(withoutRareWords(examples), boundaries)
}

const boundaryNamed = ({ features, opening, part }: Boundary) => [
  ...named(features, boundaryFeatureNames),
  openingFeature(opening),
  ...part.flatMap(({ words }) => featuresOf(words)),
]

function learnLabel(name: Label, tickets: Labelled[]) {
  const names = featureNames(name)
  const examples = tickets.map((ticket) => ({
    places: placesNamed(name, names, read(ticket)),
    positive: ticket[name],
  }))
  return train(withoutRareWords(examples), labels[name])
}

/** How little is said makes a draft unclear, and not which words. */
function placesNamed(name: Label, names: readonly string[], draft: AnalyzedDraft): string[][] {
  if (name === 'unclear') {
    const features = featuresOfUnclear(draft)
    return features ? [named(features, names)] : []
  }
  const featuresAt = featuresFor(name, draft)
  const denied = named(deniedIn(draft), names)
  return placesOf(draft).map((at) => [
    ...named(featuresAt(at), names),
    ...denied,
    ...sentencesAt(draft, at).flatMap(({ words }) => featuresOf(words)),
  ])
}

/** The department of an unclear ticket was itself a guess: nothing is to be learned from it. */
function learnDepartment(id: DepartmentId, tickets: Labelled[]) {
  const examples = tickets
    .filter(({ unclear }) => !unclear)
    .map((ticket) => ({
      places: [departmentNamed(read(ticket))],
      positive: ticket.department === id,
    }))
  return train(withoutRareWords(examples), leaning(id))
}

const departmentNamed = (draft: AnalyzedDraft) => [
  ...named(departmentFeatures(draft), departmentFeatureNames),
  ...[...draft.subject, ...draft.description, ...draft.steps].flatMap(({ words }) => featuresOf(words)),
]

const askedIn = new WeakMap<Question, string[]>()

function asked(question: Question): string[] {
  const known =
    askedIn.get(question) ??
    analyzeDraft({ description: question.q }).description.flatMap(({ words }) => wordFeatures(words))
  askedIn.set(question, known)
  return known
}

/** In whole tenths. How often questions of a documentation are answered is its own: no bias. */
function learnDocumented(questions: readonly Question[]) {
  const examples = questions.map((question) => ({ places: [asked(question)], positive: question.isAnswered }))
  const { bias: _, ...words } = train(withoutRareWords(examples), documented)
  return inTenths(words)
}

/**
 * Learns everything from labelled tickets, as it is stored: in whole tenths. Where questions end is learned from letters,
 * too, what documentation tells from `questions`, and what comes back to an open ticket from `pairs`.
 */
export function learn(
  tickets: Labelled[],
  letters: Labelled[] = lettersBesides(),
  questions: readonly Question[] = [],
  pairs: readonly Pair[] = [],
): Learned {
  const guess = (name: Label) => inTenths(learnLabel(name, tickets))
  const department = (id: DepartmentId) => inTenths(learnDepartment(id, tickets), 2)
  return {
    questions: inTenths(learnQuestions([...tickets, ...letters])),
    labels: {
      personalManager: guess('personalManager'),
      layoutQuestion: guess('layoutQuestion'),
      thirdParty: guess('thirdParty'),
      templateModified: guess('templateModified'),
      accountChange: guess('accountChange'),
      unclear: guess('unclear'),
    },
    departments: {
      technical: department('technical'),
      consultations: department('consultations'),
      sales: department('sales'),
    },
    documented: learnDocumented(questions),
    duplicates: learnDuplicates(pairs),
  }
}
