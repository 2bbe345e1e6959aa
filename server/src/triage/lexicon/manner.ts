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
} as const

const bits: Record<string, number | undefined> = manner

/** The bit of a concept that is a way of speaking, 0 of any other. */
export const mannerOf = (concept: string) => bits[concept] ?? 0
