import * as z from 'zod/mini'
import type { Notion } from './notion.ts'

const Phrase = z.string().check(z.trim(), z.minLength(2), z.maxLength(60))
const Phrases = z.array(Phrase).check(z.minLength(1), z.maxLength(24))

/**
 * A desk's own words, beside the product's. `same`: phrases that mean one thing, in any direction. `suggests`: what the
 * left phrases may be about, one way and with less weight. `names`: spellings of a product or service: a question that
 * names one is about it, so they weigh more, and are never taken for a misspelt word. Any form of a word will do: phrases are matched by stems.
 */
export const Lexicon = z.strictObject({
  same: z.array(Phrases).check(z.maxLength(2_000)),
  names: z.array(Phrases).check(z.maxLength(2_000)),
  suggests: z.array(z.strictObject({ from: Phrases, to: Phrases })).check(z.maxLength(2_000)),
})
export type Lexicon = z.infer<typeof Lexicon>

export const emptyLexicon: Lexicon = { same: [], names: [], suggests: [] }

/** A desk's words as the notions that they are. */
export const notionsOf = ({ same, names, suggests }: Lexicon): Notion[] => [
  ...same.map((phrases) => notion({ same: phrases })),
  ...names.map((phrases) => notion({ same: phrases, isName: true })),
  ...suggests.map(({ from, to }) => notion({ signs: from, wider: to })),
]

const notion = (given: Partial<Notion>): Notion => ({
  isName: false,
  same: [],
  narrower: [],
  signs: [],
  wider: [],
  under: [],
  ...given,
})
