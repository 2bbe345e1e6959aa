// What may be features where another question may begin (R16), by number.

/** How the further part is joined to what was said. */
const joins = ['item', 'strong', 'add', 'and', 'start', 'stop', 'asked', 'line', 'bullet', 'joint'] as const
export type Join = (typeof joins)[number]

/** Whether what it is about has been spoken of. */
const novelties = ['nothing', 'new', 'mixed', 'known', 'commonNew', 'commonKnown'] as const
export type Novelty = (typeof novelties)[number]

/** Numbers by name. */
export const feature = {
  item: 0,
  strong: 1,
  add: 2,
  and: 3,
  start: 4,
  stop: 5,
  asked: 6,
  line: 7,
  bullet: 8,
  joint: 9,
  nothing: 10,
  new: 11,
  mixed: 12,
  known: 13,
  commonNew: 14,
  commonKnown: 15,
  promised: 16,
  announced: 17,
  subjectSplits: 18,
  onSubject: 19,
  offSubject: 20,
  asksAtOnce: 21,
  nothingBefore: 22,
  asks: 23,
  fails: 24,
  mute: 25,
  muteItem: 26,
  muteBefore: 27,
  asksAgain: 28,
  asksAfterFailing: 29,
  failsAfterAsking: 30,
  moneyNow: 31,
  moneyBoth: 32,
  moneyBefore: 33,
  sharesWord: 34,
  sharesWords: 35,
  anaphor: 36,
  doing: 37,
  short: 38,
  another: 39,
  opensNew: 40,
  opensKnown: 41,
  named: 42,
  opensPast: 43,
  parallel: 44,
  fine: 45,
  aftermath: 46,
  untouched: 47,
  changedBefore: 48,
  outside: 49,
  outsideBefore: 50,
  service: 51,
  tells: 52,
  tellsBefore: 53,
  muteAdd: 54,
  doingBefore: 55,
  strongInside: 56,
  addInside: 57,
  kin: 58,
  stranger: 59,
  stepwise: 60,
  leansJoined: 61,
  muteInside: 62,
} satisfies Record<Join | Novelty, number> & Record<string, number>

const single = Object.keys(feature)

/** What is counted, and up to which number it is told apart: each number of it is a feature. */
export const counts = {
  /** Words of the part, sentences behind it. */
  words: 12,
  behind: 3,
  /** Question marks and topics of the whole text. */
  marks: 4,
  topics: 6,
  /** How near in meaning the part is to what was said before, in steps of a tenth; of too few words it is not told. */
  near: 7,
} satisfies Record<string, number>
type Count = keyof typeof counts

/** How the text before, and the part, are said: it fails, asks, tells what happens, none of them. */
const manners = ['fails', 'asks', 'states', 'mute'] as const
export type Manner = (typeof manners)[number]

const numbersTo = (most: number): number[] => [...Array(most + 1).keys()]

const placesBefore = 4
const places = ['inside', 'sentence'].flatMap((where) =>
  numbersTo(placesBefore).flatMap((before) => numbersTo(counts.behind).map((behind) => `${where}:${before}:${behind}`)),
)
const turns = ['inside', 'sentence'].flatMap((where) =>
  manners.flatMap((from) => manners.map((to) => `${where}:${from}>${to}`)),
)

/** Names by number. */
export const boundaryFeatureNames: readonly string[] = [
  ...single,
  ...Object.entries(counts).flatMap(([name, most]) => numbersTo(most).map((number) => `${name}:${number}`)),
  ...places,
  ...turns,
]

const numbers = new Map(boundaryFeatureNames.map((name, number) => [name, number]))
const numberOf = (name: string): number => numbers.get(name)!

const firstOf = Object.fromEntries(Object.keys(counts).map((name) => [name, numberOf(`${name}:0`)]))

/** The number of a count: from the most that is told apart on, all are one. */
export const counted = (name: Count, count: number): number => firstOf[name]! + Math.min(counts[name], count)

const firstPlace = numberOf(places[0]!)
const firstTurn = numberOf(turns[0]!)

/** Where in the text a part begins: inside a sentence or not, behind and before so many sentences. */
export const placed = (isInside: boolean, before: number, behind: number): number =>
  firstPlace +
  ((isInside ? 0 : placesBefore + 1) + Math.min(placesBefore, before)) * (counts.behind + 1) +
  Math.min(counts.behind, behind)

/** From what manner to what other the text goes there. */
export const turned = (isInside: boolean, from: Manner, to: Manner): number =>
  firstTurn + ((isInside ? 0 : manners.length) + manners.indexOf(from)) * manners.length + manners.indexOf(to)
