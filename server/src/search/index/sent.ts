// An index on its way from the thread that made it: without what is code, which either side has.
import { notionsOf } from '../lexicon/lexicon.ts'
import { createLexiconMatcher } from '../lexicon/matcher.ts'
import { productNotions } from '../lexicon/product.ts'
import type { Phrase } from './phrases.ts'
import type { SearchIndex } from './search-index.ts'

/** Offers in the order of the matcher's notions, each by the place of its rewording there. */
export type SentIndex = Omit<SearchIndex, 'matcher' | 'offers'> & { phrases: { at: number; phrase: Phrase }[][] }

/** An index of the product's notions, as a message; what it shares is the receiver's then. */
export function toSent({ matcher, offers, ...plain }: SearchIndex): SentIndex {
  const phrases = matcher.rewordings.map((notion) =>
    (offers.get(notion) ?? []).map(({ rewording, phrase }) => ({ at: notion.indexOf(rewording), phrase })),
  )
  return { ...plain, phrases }
}

export function fromSent({ phrases, ...plain }: SentIndex): SearchIndex {
  const matcher = createLexiconMatcher(productNotions, notionsOf(plain.stored.lexicon))
  const offers = matcher.rewordings.flatMap((notion, nth) => {
    const offered = (phrases[nth] ?? []).map(({ at, phrase }) => ({ rewording: notion[at]!, phrase }))
    return offered.length > 0 ? [[notion, offered] as const] : []
  })
  return { ...plain, matcher, offers: new Map(offers) }
}

/** The memory of its tables, which goes over without being copied. */
export function buffersOf(value: object): ArrayBuffer[] {
  const inner = Object.values(value).flatMap((one: unknown) => {
    if (ArrayBuffer.isView(one)) return one.buffer instanceof ArrayBuffer ? [one.buffer] : []
    return typeof one === 'object' && one !== null && Object.getPrototypeOf(one) === Object.prototype
      ? buffersOf(one)
      : []
  })
  return [...new Set(inner)]
}
