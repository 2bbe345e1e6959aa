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
  apartFails: 52,
  apartStates: 53,
  apartAsks: 54,
  apartMute: 55,
  tells: 56,
  tellsBefore: 57,
  muteAdd: 58,
  doingBefore: 59,
  strongInside: 60,
  apartFromMute: 61,
  addInside: 62,
  apartUnknown: 63,
  apartLater: 64,
  apartAmidStory: 65,
  apartThenAsks: 66,
  apartThenNeutral: 67,
  apartByService: 68,
  apartByAccount: 69,
  apartByTemplate: 70,
  pair: 71,
  kin: 72,
  stranger: 73,
  stepwise: 74,
  askingPair: 75,
  deedAnew: 76,
  deedInside: 77,
  leansJoined: 78,
  muteInside: 79,
} satisfies Record<Join | Novelty, number> & Record<string, number>

const single = Object.keys(feature)

/** Names by number. */
export const boundaryFeatureNames: readonly string[] = [
  ...single,
  ...novelties.flatMap((novelty) => joins.map((join) => `${novelty}.${join}`)),
]

/** The number of a novelty so joined. */
export const joined = (novelty: Novelty, join: Join) =>
  single.length + novelties.indexOf(novelty) * joins.length + joins.indexOf(join)
