// What may be seen where another question may begin (R16), by number.

/** How the further part is joined to what was said. */
const joins = ['item', 'strong', 'add', 'and', 'start', 'stop', 'line', 'joint'] as const
export type Join = (typeof joins)[number]

/** Whether what it is about has been spoken of. */
const novelties = ['nothing', 'new', 'mixed', 'known', 'commonNew', 'commonKnown'] as const
export type Novelty = (typeof novelties)[number]

/** Numbers by name. */
export const sign = {
  item: 0,
  strong: 1,
  add: 2,
  and: 3,
  start: 4,
  stop: 5,
  line: 6,
  joint: 7,
  nothing: 8,
  new: 9,
  mixed: 10,
  known: 11,
  commonNew: 12,
  commonKnown: 13,
  promised: 14,
  subjectSplits: 15,
  onSubject: 16,
  offSubject: 17,
  asksAtOnce: 18,
  nothingBefore: 19,
  asks: 20,
  fails: 21,
  mute: 22,
  muteItem: 23,
  muteBefore: 24,
  asksAfterFailing: 25,
  failsAfterAsking: 26,
  moneyNow: 27,
  moneyBoth: 28,
  moneyBefore: 29,
  sharesWord: 30,
  sharesWords: 31,
  anaphor: 32,
  doing: 33,
  short: 34,
} satisfies Record<Join | Novelty, number> & Record<string, number>

const single = Object.keys(sign)

/** Names by number. */
export const signNames: readonly string[] = [
  ...single,
  ...novelties.flatMap((novelty) => joins.map((join) => `${novelty}.${join}`)),
]

/** The number of a novelty so joined. */
export const joined = (novelty: Novelty, join: Join) =>
  single.length + novelties.indexOf(novelty) * joins.length + joins.indexOf(join)
