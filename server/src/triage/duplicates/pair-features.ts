// What bears on whether a draft comes back to an open ticket (R17), by name: how it is said, and what both speak of.
import type { Weights } from '../classifiers/linear-model.ts'
import type { BucketWeights } from '../classifiers/word-weights.ts'
import { manner } from '../lexicon/manner.ts'
import { nearness } from '../nearness/meaning.ts'
import { beginningOf, bucketOf } from '../text/words.ts'
import type { ReadRequest } from './read-request.ts'

/** All that bears on a draft beside an open ticket. */
export const featuresOf = (draft: ReadRequest, open: ReadRequest): string[] => [
  ...featuresOfDraft(draft),
  ...featuresOfPair(draft, open),
]

/** Where the weight of a feature stands among those of words. */
export const duplicateBucket = (name: string): number => bucketOf(`d:${name}`)

/** Weights by name as they stand there. */
export const duplicateBuckets = (weights: Weights): BucketWeights =>
  Object.entries(weights).map(([name, weight]) => [duplicateBucket(name), weight])

/** What a draft says by itself: an owner who comes back says so in many ways. */
function featuresOfDraft({ words, asks, said, manner: bits }: ReadRequest): string[] {
  const [first, second] = words
  return [
    ...new Set(words.map(({ text }) => `w:${beginningOf(text)}`)),
    ...(first ? [`o:${first.text}`] : []),
    ...(first && second ? [`o:${first.text} ${second.text}`] : []),
    ...steps('length', said.size, [2, 4, 7, 11, 16]),
    `wants:${wanted(bits)}`,
    ...(asks ? ['asks'] : []),
  ]
}

/** What it says beside what an open ticket says. */
const featuresOfPair = (draft: ReadRequest, open: ReadRequest): string[] => [
  ...sharedWords(draft, open),
  ...sharedTopics(draft, open),
  ...sharedThings(draft, open),
  ...sharedMeaning(draft, open),
  `wants:${wanted(draft.manner)}|${wanted(open.manner)}`,
  ...(open.asks ? [draft.asks ? 'bothAsk' : 'asked'] : []),
]

const steps = (name: string, value: number, at: readonly number[]): string[] =>
  at.filter((step) => value >= step).map((step) => `${name}≥${step}`)

/** Whether it asks, wants something, tells of a failure. */
const wanted = (bits: number): string =>
  (bits & manner.question ? 'q' : '') + (bits & manner.request ? 'r' : '') + (bits & manner.defect ? 'f' : '')

const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((one) => b.has(one)).length

function sharedWords({ said, every, telling }: ReadRequest, open: ReadRequest): string[] {
  const shared = common(said, open.said)
  const known = common(said, open.every)
  const newOfAll = every.size - common(every, open.every)
  const alike = (2 * shared) / Math.max(1, said.size + open.said.size)
  return [
    ...steps('alike', alike, [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    ...steps('shared', shared, [1, 2, 3, 4, 6]),
    ...steps('known', known / Math.max(1, said.size), [0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9]),
    ...steps('new', said.size - known, [1, 2, 4, 7, 11, 16]),
    ...steps('newTitled', newOfAll - (said.size - known), [1, 2, 3]),
    ...steps('telling', common(telling, open.telling), [1, 2, 3]),
  ]
}

function sharedTopics({ topics, everyTopic: all }: ReadRequest, { everyTopic }: ReadRequest): string[] {
  if (all.size === 0) return ['noTopic']
  const shared = common(topics, everyTopic)
  return [
    ...steps('topics', shared, [1, 2, 3]),
    ...steps('newTopics', topics.size - shared, [1, 2, 3]),
    ...steps('newOfAll', all.size - common(all, everyTopic), [1, 2, 3]),
  ]
}

/** Numbers, addresses and names: one thing of its kind, or another. */
function sharedThings({ identifiers: mine }: ReadRequest, { identifiers: its }: ReadRequest): string[] {
  const figures = common(mine.figures, its.figures)
  const names = common(mine.names, its.names)
  return [
    ...steps('figures', figures, [1, 2]),
    ...otherOf('Figure', figures, mine.figures, its.figures),
    ...(figures === 0 && mine.own.size > 0 && its.own.size > 0 ? ['otherThing'] : []),
    ...steps('names', names, [1, 2]),
    ...otherOf('Name', names, mine.names, its.names),
  ]
}

/** Whether a draft names what an open ticket does not, which names something else or nothing. */
function otherOf(what: string, shared: number, mine: ReadonlySet<string>, its: ReadonlySet<string>): string[] {
  if (shared === mine.size) return []
  return [shared === 0 && its.size > 0 ? `other${what}` : `new${what}`]
}

/** A draft of fewer words that stand somewhere means too little to be compared. */
const fewest = 2

/** How near both are in meaning, whatever their words. */
function sharedMeaning({ meaning, everyMeaning: all }: ReadRequest, { everyMeaning }: ReadRequest): string[] {
  if (all.words < fewest || everyMeaning.words === 0) return ['meansLittle']
  const whole = steps('nearAll', nearness(all.sum, everyMeaning.sum), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
  if (meaning.words < fewest) return ['tellsLittle', ...whole]
  return [
    ...whole,
    ...steps('near', nearness(meaning.sum, everyMeaning.sum), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
  ]
}
