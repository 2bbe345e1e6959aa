import { isStopWord } from '../text/stop-words.ts'
import { nameOf } from './notion.ts'
import type { Notion } from './notion.ts'
import { createPatterns } from './patterns.ts'
import type { Found, Patterns, Spoken } from './patterns.ts'
import { isDenying, keyText, phraseKey } from './phrase-key.ts'
import type { PhraseKey } from './phrase-key.ts'

/**
 * What an article may call a notion: all its terms together, those of a name one after another, worth `weight` of the
 * words that were said for it. `pattern`: that of the phrase itself, by which
 * it is found where it is said. `isUnder`: what a coarser documentation tells it under.
 */
export type Rewording = { pattern: number; terms: readonly string[]; weight: number; isName: boolean; isUnder: boolean }

/** A phrase found in a question: its words and their places, what it says, and its number among those of all lexicons. */
export type LexiconMatch = Omit<Found, 'sense'> & { sense: Sense; id: number }

export type LexiconMatcher = {
  /** Every phrase found in the words of a sentence, given as written and by the stems that they were taken for. */
  match: (words: readonly string[], stems: readonly string[]) => LexiconMatch[]
  /** All that `match` may offer, notion by notion. */
  rewordings: readonly (readonly Rewording[])[]
  /** The stems of all its phrases. */
  words: ReadonlySet<string>
  /** Stems that are the name of a product or service. */
  names: ReadonlySet<string>
}

/** What saying a phrase of a kind is worth of saying the notion's own words. */
const SAID = { same: 0.85, narrower: 0.75, signs: 0.7 } as const
const KINDS = ['same', 'narrower', 'signs'] as const
const WIDER = 0.8
const UNDER = 0.45
/** The pattern of what is never said. */
const NONE = -1
/** How many words that say something may stand between those of a phrase. */
const BETWEEN = 1

/** What a kind of a notion's phrases says, what that is worth of the notion's own words, and what it may be called. */
export type Sense = {
  /** The notion's name; empty where it has none. */
  notion: string
  isSame: boolean
  weight: number
  rewordings: readonly Rewording[]
}

/** Notions made ready: their patterns, what they offer, what they are made of. */
type Ready = Pick<LexiconMatcher, 'rewordings' | 'words' | 'names'> & { patterns: Patterns; senses: readonly Sense[] }

/** The product's notions are the same for every index. */
const made = new WeakMap<readonly Notion[], Ready>()

/** Finds the phrases of notions, the product's and a desk's own. */
export function createLexiconMatcher(...lexicons: readonly (readonly Notion[])[]): LexiconMatcher {
  const ready = lexicons.filter(({ length }) => length > 0).map(makeReady)
  const all = <T>(of: (one: Ready) => Iterable<T>): Set<T> => new Set(ready.flatMap((one) => [...of(one)]))
  const before = ready.map((_one, nth) => ready.slice(0, nth).reduce((sum, { patterns }) => sum + patterns.count, 0))
  return {
    rewordings: ready.flatMap(({ rewordings }) => rewordings),
    words: all(({ words }) => words),
    names: all(({ names }) => names),
    match: (words, stems) => ready.flatMap((one, nth) => findPhrases(words, stems, one, before[nth] ?? 0)),
  }
}

function makeReady(notions: readonly Notion[]): Ready {
  const known = made.get(notions)
  if (known !== undefined) return known
  const senses: Sense[] = []
  const rewordings: Rewording[][] = []
  const names = new Set<string>()
  const patterns = createPatterns()
  for (const notion of notions) {
    const offered: Rewording[] = []
    rewordings.push(offered)
    const offer = ({ terms }: PhraseKey, of: Omit<Rewording, 'terms'>): void => {
      if (terms.length > 0) offered.push({ terms: terms.map((term) => patterns.kept(term)), ...of })
    }
    for (const kind of KINDS) {
      const sense = senses.push({
        notion: nameOf(notion),
        isSame: kind === 'same',
        weight: SAID[kind],
        rewordings: offered,
      })
      for (const phrase of notion[kind]) {
        const key = phraseKey(phrase)
        if (key.words.length === 0) continue
        const pattern = patterns.add(key, sense - 1)
        if (kind !== 'same') continue
        offer(key, { pattern, weight: 1, isName: notion.isName, isUnder: false })
        if (notion.isName) names.add(keyText(key))
      }
    }
    for (const [phrase, isUnder] of written(notion))
      offer(phraseKey(phrase), { pattern: NONE, weight: isUnder ? UNDER : WIDER, isName: false, isUnder })
  }
  const finished = patterns.finish()
  const ready = { patterns: finished, senses, rewordings, words: new Set(finished.stems), names }
  made.set(notions, ready)
  return ready
}

/** What is only written for a notion, and whether it is what that is told under. */
const written = ({ wider, under }: Notion) =>
  [wider.map((phrase) => [phrase, false] as const), under.map((phrase) => [phrase, true] as const)].flat()

/** All phrases in a sentence, of a lexicon before which so many phrases are numbered; what a phrase with «не» denies («не приходит») is not said («приход товара»). */
function findPhrases(
  words: readonly string[],
  stems: readonly string[],
  { patterns, senses }: Pick<Ready, 'patterns' | 'senses'>,
  before: number,
): LexiconMatch[] {
  const spoken: Spoken[] = []
  let denied = false
  for (const [place, word] of words.entries()) {
    const denies = isDenying(word)
    if (!denies) spoken.push({ place, stem: patterns.idOf(stems[place] ?? ''), denied })
    denied = denies
  }
  const telling = spoken.filter(({ place }) => !isStopWord(words[place] ?? ''))
  const found = [...patterns.within(telling, false, BETWEEN), ...patterns.within(spoken, true, 0)]
  const takenBack = new Set(found.flatMap(({ places, words: said }) => places.filter((_, at) => said[at]?.denied)))
  return found
    .filter((one) => one.words.some((word) => word.denied) || !one.places.every((at) => takenBack.has(at)))
    .map((one) => ({ ...one, sense: senses[one.sense]!, id: before + one.pattern }))
}
