// An index on its way from the thread that made it: without what is code, which either side has.
import { notionsOf } from '../lexicon/lexicon.ts'
import { createLexiconMatcher } from '../lexicon/matcher.ts'
import type { LexiconMatcher } from '../lexicon/matcher.ts'
import { productNotions } from '../lexicon/product.ts'
import type { Phrase } from './phrases.ts'
import type { SearchIndex } from './search-index.ts'

/** Phrases in the order of the matcher's rewordings; none for one that no passage has. */
export type SentIndex = Omit<SearchIndex, 'matcher' | 'phrases'> & { phrases: (Phrase | undefined)[] }

const rewordingsOf = ({ rewordings }: LexiconMatcher) => rewordings.flat()

/** An index of the product's notions, as a message; what it shares is the receiver's then. */
export function toSent({ matcher, phrases, ...plain }: SearchIndex): SentIndex {
  return { ...plain, phrases: rewordingsOf(matcher).map((rewording) => phrases.get(rewording)) }
}

export function fromSent(sent: SentIndex): SearchIndex {
  const matcher = createLexiconMatcher(productNotions, notionsOf(sent.stored.lexicon))
  const found = rewordingsOf(matcher).flatMap((rewording, at) => {
    const phrase = sent.phrases[at]
    return phrase ? [[rewording, phrase] as const] : []
  })
  return { ...sent, matcher, phrases: new Map(found) }
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
