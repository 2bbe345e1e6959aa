/** Ways of speaking that bear on where a question ends (R16), as bits of one number: a clause has several at once. */
export const manner = {
  strong: 1,
  add: 2,
  weak: 4,
  anaphor: 8,
  doing: 16,
  money: 32,
  question: 64,
  request: 128,
  defect: 256,
  another: 512,
  fine: 1024,
  states: 2048,
  past: 4096,
  aftermath: 8192,
  changed: 16384,
  untouched: 32768,
  outside: 65536,
  service: 131072,
  account: 262144,
  template: 524288,
} as const

/** What opens a further part for sure. */
export const connecting = manner.strong | manner.add

const bits: Record<string, number | undefined> = {
  ...manner,
  edited: manner.changed,
  foreign_template: manner.changed,
  stocktheme: manner.untouched,
  external_cabinet: manner.outside,
  outsider: manner.outside,
  speech: manner.outside,
  service_name: manner.service,
  party: manner.service,
  account_verb: manner.account,
  changed_hands: manner.account,
  template_object: manner.template,
}

/** The bit of a concept that is a way of speaking, 0 of any other. */
export const mannerOf = (concept: string) => bits[concept] ?? 0
