import type { Lexicon } from '../lexicon.ts'
import { stem } from '../text/stem.ts'
import { isStopWord } from '../text/stop-words.ts'
import { tokenize } from '../text/tokenize.ts'

/** Another way to say a phrase: all its terms together, worth `weight` of the phrase's own words. */
export type Rewording = { terms: string[]; weight: number }

export type LexiconMatch = { start: number; end: number; rewordings: Rewording[] }

export type LexiconMatcher = {
  /** Every phrase of the lexicon found in a sequence of stems, as [start, end) with what else it may be called. */
  match: (stems: readonly string[]) => LexiconMatch[]
  /** All that `match` may offer. */
  rewordings: readonly Rewording[]
  /** The stems of all its phrases. */
  words: ReadonlySet<string>
  /** Stems that are, or belong to, the name of a product or service. */
  names: ReadonlySet<string>
}

const SAME_WEIGHT = 0.85
const SUGGESTED_WEIGHT = 0.6
const LONGEST_PHRASE = 4

export function createLexiconMatcher(lexicon: Lexicon): LexiconMatcher {
  const rewordings = new Map<string, Map<string, Rewording>>()
  for (const phrases of lexicon.same) link(rewordings, phrases, phrases, SAME_WEIGHT)
  for (const phrases of lexicon.names) link(rewordings, phrases, phrases, SAME_WEIGHT)
  for (const { from, to } of lexicon.suggests) link(rewordings, from, to, SUGGESTED_WEIGHT)
  const beginnings = new Set([...rewordings.keys()].map((key) => key.split(' ', 1)[0] ?? ''))
  return {
    rewordings: [...rewordings.values()].flatMap((some) => [...some.values()]),
    words: new Set([...rewordings.keys()].flatMap((key) => key.split(' '))),
    names: new Set(lexicon.names.flat().map(keyOf)),
    match: (stems) => findPhrases(stems, rewordings, beginnings),
  }
}

function link(
  rewordings: Map<string, Map<string, Rewording>>,
  from: readonly string[],
  to: readonly string[],
  weight: number,
): void {
  const targets = to.map((phrase) => ({ key: keyOf(phrase), rewording: { terms: contentTerms(phrase), weight } }))
  for (const phrase of from) {
    const key = keyOf(phrase)
    const known = rewordings.get(key) ?? new Map<string, Rewording>()
    rewordings.set(key, known)
    for (const target of targets) {
      const better = weight > (known.get(target.key)?.weight ?? 0)
      if (target.key !== key && target.rewording.terms.length > 0 && better) known.set(target.key, target.rewording)
    }
  }
}

function findPhrases(
  stems: readonly string[],
  rewordings: ReadonlyMap<string, ReadonlyMap<string, Rewording>>,
  beginnings: ReadonlySet<string>,
): LexiconMatch[] {
  const matches: LexiconMatch[] = []
  for (let start = 0; start < stems.length; start++) {
    if (!beginnings.has(stems[start] ?? '')) continue
    let key = ''
    for (let end = start + 1; end <= Math.min(stems.length, start + LONGEST_PHRASE); end++) {
      key = key === '' ? (stems[start] ?? '') : `${key} ${stems[end - 1]}`
      const found = rewordings.get(key)
      if (found !== undefined) matches.push({ start, end, rewordings: [...found.values()] })
    }
  }
  return matches
}

const keyOf = (phrase: string): string =>
  tokenize(phrase)
    .map(({ word }) => stem(word))
    .join(' ')

function contentTerms(phrase: string): string[] {
  const words = tokenize(phrase).map(({ word }) => word)
  return [...new Set(words.filter((word) => !isStopWord(word)).map(stem))]
}
