// What is learned, from what, and what is believed before any ticket is features. Beliefs carry most of the weight: there are
// few labelled tickets, so learning only corrects, and what it corrects is checked on tickets that it has not features.
import type { Learned } from '../assess-draft.ts'
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
import { isWordFeature, wordFeatures } from '../classifiers/word-weights.ts'
import type { AnalyzedDraft } from '../text/analyze-draft.ts'
import { analyzeDraft } from '../text/analyze-draft.ts'
import type { Labelled } from './labelled.ts'
import { draftOf, lettersBesides } from './labelled.ts'
import type { Example, ModelOptions } from './logistic-regression.ts'
import { inTenths, train } from './logistic-regression.ts'

const questions: ModelOptions = {
  regularisation: 1,
  prior: {
    bias: -3,
    strong: 3.2,
    add: 1,
    line: 0.2,
    item: 1,
    bullet: 0.8,
    joint: -0.7,
    stop: -0.3,
    asked: -0.3,
    'new.asked': 0.5,
    and: 0.3,
    asksAtOnce: 0.8,
    asks: 0.8,
    fails: 0.5,
    mute: -1.5,
    tells: -0.8,
    muteAdd: -1.5,
    muteItem: -0.6,
    tellsBefore: -0.6,
    doingBefore: -0.5,
    strongInside: -1.8,
    muteBefore: -1,
    new: 1.3,
    mixed: 0.2,
    known: -1.2,
    commonNew: 0.4,
    commonKnown: -0.7,
    nothing: -0.5,
    nothingBefore: -0.3,
    sharesWord: -0.4,
    sharesWords: -0.6,
    anaphor: -0.9,
    doing: -1.5,
    short: -1,
    moneyNow: 1.2,
    moneyBefore: 0.8,
    moneyBoth: -0.8,
    asksAfterFailing: 0.3,
    asksAgain: -0.5,
    failsAfterAsking: 0.5,
    promised: 0.9,
    announced: 0.9,
    'new.add': 0.5,
    'new.item': 0.5,
    subjectSplits: 1.5,
    opensNew: 0.3,
    apartFails: 2,
    apartStates: 1.5,
    apartAsks: 1,
    apartFromMute: 0.5,
    apartUnknown: 0.5,
    apartLater: -0.4,
    apartAmidStory: -0.8,
    apartThenAsks: -0.8,
    apartThenNeutral: -0.6,
    apartByService: -0.8,
    apartByAccount: -0.8,
    apartByTemplate: -0.8,
    pair: 0.5,
    kin: -0.4,
    stranger: 0.4,
    stepwise: -2.5,
    askingPair: 1,
    deedAnew: 1,
    deedInside: 2.5,
    leansJoined: -2,
    muteInside: -3,
    opensKnown: -0.3,
    fine: -0.5,
    aftermath: -0.5,
    untouched: -1,
    changedBefore: -0.8,
    outside: -0.5,
    outsideBefore: -0.5,
    service: -0.3,
    opensPast: -0.5,
    parallel: 0.5,
    offSubject: 0.2,
    onSubject: -0.4,
  },
}

const labels: Record<Label, ModelOptions> = {
  layoutQuestion: {
    regularisation: 0.5,
    positiveWeight: 1.5,
    prior: {
      bias: -3.2,
      code_word: 1,
      visual: 0.6,
      code_ask: 1.2,
      own_block: 0.8,
      'denied:stocktheme': -1.5,
      'denied:no:edited': -0.7,
      'code_word+question': 0.8,
      'question+visual': 0.5,
      'code_word~question': 0.5,
      'question~visual': 0.4,
      'request+visual': 0.5,
      'code_word+request': 0.5,
      'code_word+own_block': 0.5,
      defect: -0.3,
      appdesign: -1,
      seofields: -0.8,
      counter: -0.8,
      domain: -1,
      mailbox: -1,
      feed: -0.8,
      howmuch: -1.2,
      foreign_template: -0.8,
      outsider: -0.6,
      intends: -0.6,
    },
  },
  thirdParty: {
    regularisation: 0.5,
    positiveWeight: 1.5,
    prior: {
      bias: -3,
      external_cabinet: 1.2,
      external_verdict: 1,
      'service.external_verdict': 1.5,
      'service.first': 0.4,
      'service.defect': 0.4,
      'service.speech': 1,
      theirs: 1.2,
      'party.speaks': 1.6,
      'theirs.verdict': 0.8,
      'external_verdict+party': 0.8,
      'service.acts': 0.6,
      'service.cited': 1,
      'cabinet.cited': 1,
      'external_cabinet+external_verdict': 1,
      'external_cabinet+service_name': 0.7,
      'external_cabinet~external_verdict': 0.6,
      'cabinet+service_name': 0.8,
      'cabinet+external_verdict': 0.8,
      'cabinet~external_verdict': 0.4,
      'external_verdict+service_name': 0.6,
      ourside: -1.2,
      our_fault: -1.2,
      'denied:our_fault': -0.8,
      'denied:external_fine': -0.4,
      ours_fine: 0.8,
      external_fine: -0.8,
      service_name: 0.3,
    },
  },
  templateModified: {
    regularisation: 0.5,
    positiveWeight: 1.5,
    prior: {
      bias: -3,
      'edited+template_object': 2.6,
      edited: 0.4,
      'did.template': 1.6,
      'did.within': 1.8,
      'outsider.did': 1.4,
      template_object: 0.3,
      'no:edited': -1,
      'denied:no:edited': -1.5,
      'denied:stocktheme': -1,
      foreign_template: 3.2,
      'edited+outsider': 1.2,
      'outsider+template_object': 0.6,
      'edited~template_object': 0.8,
      'code_word+edited': 0.6,
      'steps:edited': 0.2,
      panel_field: -1.2,
      setting: -0.4,
      intends: -1.2,
      counter: -0.4,
      own_block: -0.5,
    },
  },
  accountChange: {
    regularisation: 0.5,
    positiveWeight: 1.5,
    prior: {
      bias: -3.2,
      'account_object+account_verb': 2.9,
      account_verb: 0.5,
      account_object: 0.4,
      changed_hands: 1.6,
      'order.account': 2.4,
      'asks.how': -1,
      buyer: -2.5,
      'denied:buyer': -1,
      'subject:buyer': -2,
      customer: -1.5,
      howmuch: -1.5,
      'account_verb+formal_request': 0.5,
      'account_object~account_verb': 1,
      'account_verb+request': 0.4,
      refund: -1,
      intends: -1,
      password: -1.2,
      notices: -0.8,
      'no:account_verb': -1,
    },
  },
  personalManager: {
    regularisation: 0.5,
    positiveWeight: 1.5,
    prior: {
      bias: -3,
      seowish: 2.4,
      adswish: 2,
      growthwish: 2,
      manager_wish: 1,
      seofields: -1,
      redirect: -0.6,
      robots: -0.6,
      sitemap: -0.6,
      counter: -0.6,
      'adswish+manager_wish': 0.7,
      'growthwish+manager_wish': 0.7,
      seo: 0.5,
      ads: 0.4,
      growth: 0.3,
      'subject:seowish': 0.5,
      'subject:adswish': 0.5,
      'subject:growthwish': 0.5,
    },
  },
  unclear: {
    regularisation: 2,
    positiveWeight: 1.5,
    prior: {
      bias: 0,
      'vague>=1': 1.2,
      'vague>=2': 0.8,
      'says>=4': -1,
      'says>=7': -1,
      'says>=11': -1,
      'names>=2': -1,
      'names>=3': -0.7,
      figures: -0.8,
      'words>=8': -0.4,
      'words>=15': -0.5,
      question: -0.3,
      'vagueOfTen>=2': 0.8,
      'vagueOfTen>=3': 0.5,
    },
  },
}

const leanings: Record<DepartmentId, string> = {
  technical:
    'template css code_word output card catalog home header menu footer favicon mobile speed theme block slider variant visual onsite template_object edited related',
  consultations:
    'gateway fiscal courier import feed erp crm export order status discount bonus newsletter sms letter mailbox domain ssl access staff customer filter search review stock currency tax report counter chat language sitemap robots redirect seofields setting api backup photo',
  sales:
    'subscription invoice refund owner moving appdesign seo seowish ads adswish growth growthwish manager_wish howmuch buy money changed_hands account_object',
}

/** A concept speaks for the department that it belongs to and against the others. */
const leaning = (id: DepartmentId): ModelOptions => ({
  regularisation: 3,
  rounds: 100,
  prior: Object.fromEntries(
    Object.entries(leanings).flatMap(([owner, concepts]) =>
      concepts.split(' ').map((concept) => [concept, owner === id ? 0.5 : -0.3]),
    ),
  ),
})

/** Read once, however often they are learned from. */
const readings = new WeakMap<Labelled, AnalyzedDraft>()

function read(ticket: Labelled): AnalyzedDraft {
  const known = readings.get(ticket) ?? analyzeDraft(draftOf(ticket))
  readings.set(ticket, known)
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
  return train(withoutRareWords(examples), questions)
}

const boundaryNamed = ({ features, part }: Boundary) => [
  ...named(features, boundaryFeatureNames),
  ...part.flatMap(({ words }) => wordFeatures(words)),
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
  if (name === 'unclear')
    return [featuresOfUnclear(draft) ?? []].filter(isSome).map((features) => named(features, names))
  const featuresAt = featuresFor(name, draft)
  const denied = named(deniedIn(draft), names)
  return placesOf(draft).map((at) => [
    ...named(featuresAt(at), names),
    ...denied,
    ...sentencesAt(draft, at).flatMap(({ words }) => wordFeatures(words)),
  ])
}

const isSome = ({ length }: readonly unknown[]) => length > 0

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
  ...[...draft.subject, ...draft.description, ...draft.steps].flatMap(({ words }) => wordFeatures(words)),
]

/** Learns everything from labelled tickets, as it is stored: in whole tenths. Where questions end is learned from letters, too. */
export function learn(tickets: Labelled[], letters: Labelled[] = lettersBesides()): Learned {
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
  }
}
