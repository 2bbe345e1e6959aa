import { isStopWord } from '../text/stop-words.ts'
import { nameOf } from './notion.ts'
import type { Notion } from './notion.ts'
import { isDenying, keyText, phraseKey } from './phrase-key.ts'
import type { KeyWord, PhraseKey } from './phrase-key.ts'

/**
 * What an article may call a notion: all its terms together, those of a name one after another, worth `weight` of the
 * words that were said for it. `isUnder`: what a coarser documentation tells it under.
 */
export type Rewording = { key: string; terms: readonly string[]; weight: number; isName: boolean; isUnder: boolean }

/** A phrase found in a question: the places of its words, what it says, what that is worth, what it may be called. */
export type LexiconMatch = Sense & Pick<Pattern, 'words'> & { key: string; places: number[] }

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
/** How many words that say something may stand between those of a phrase. */
const BETWEEN = 1

/** What a kind of a notion's phrases says. */
type Sense = {
  /** The notion's name; empty where it has none. */
  notion: string
  isSame: boolean
  weight: number
  rewordings: readonly Rewording[]
}

/** There are twenty thousand, on the edge too: each holds no more than what it alone has. */
type Pattern = Pick<PhraseKey, 'words' | 'whole'> & { sense: Sense }

/** Patterns that begin with one word: those of nothing else, and the others by their second word. */
type Begun = { alone: Pattern[]; further: Map<string, Pattern[]> }

/** Patterns by their first word: those whose words stand one after another, and those that let others between. */
type Filed = { whole: Map<string, Begun>; loose: Map<string, Begun> }

/** Notions made ready: their patterns, what they offer, what they are made of. */
type Ready = Pick<LexiconMatcher, 'rewordings' | 'words' | 'names'> & { filed: Filed }

/** The product's notions are the same for every index. */
const made = new WeakMap<readonly Notion[], Ready>()

/** Finds the phrases of notions, the product's and a desk's own. */
export function createLexiconMatcher(...lexicons: readonly (readonly Notion[])[]): LexiconMatcher {
  const ready = lexicons.map(makeReady)
  const all = <T>(of: (one: Ready) => Iterable<T>): Set<T> => new Set(ready.flatMap((one) => [...of(one)]))
  return {
    rewordings: ready.flatMap(({ rewordings }) => rewordings),
    words: all(({ words }) => words),
    names: all(({ names }) => names),
    match: (words, stems) => findPhrases(words, stems, ready),
  }
}

/** Puts a pattern where its first two words find it. */
function file({ whole, loose }: Filed, pattern: Pattern): void {
  const [first, second] = pattern.words
  if (first === undefined) return
  const kind = pattern.whole ? whole : loose
  const begun = kind.get(first.stem) ?? { alone: [], further: new Map<string, Pattern[]>() }
  kind.set(first.stem, begun)
  if (second === undefined) begun.alone.push(pattern)
  else append(begun.further, second.stem, pattern)
}

function append(patterns: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const known = patterns.get(key)
  if (known === undefined) patterns.set(key, [pattern])
  else known.push(pattern)
}

function makeReady(notions: readonly Notion[]): Ready {
  const known = made.get(notions)
  if (known !== undefined) return known
  const filed: Filed = { whole: new Map(), loose: new Map() }
  const rewordings: Rewording[][] = []
  const names = new Set<string>()
  const { keyOf, words } = createKeys()
  for (const notion of notions) {
    const offered: Rewording[] = []
    rewordings.push(offered)
    for (const kind of KINDS) {
      const sense = { notion: nameOf(notion), isSame: kind === 'same', weight: SAID[kind], rewordings: offered }
      for (const phrase of notion[kind]) {
        const { words: said, whole, terms } = keyOf(phrase)
        if (said.length === 0) continue
        file(filed, { words: said, whole, sense })
        if (kind !== 'same') continue
        const key = keyText({ words: said })
        offered.push({ key, terms, weight: 1, isName: notion.isName, isUnder: false })
        if (notion.isName) names.add(key)
      }
    }
    for (const [phrase, isUnder] of written(notion)) {
      const key = keyOf(phrase)
      if (key.terms.length > 0)
        offered.push({ key: keyText(key), terms: key.terms, weight: isUnder ? UNDER : WIDER, isName: false, isUnder })
    }
  }
  const ready = { filed, rewordings, words, names }
  made.set(notions, ready)
  return ready
}

/** Keys of phrases in which equal words are one and the same; `words` are the stems of all of them. */
function createKeys() {
  const known = [new Map<string, KeyWord>(), new Map<string, KeyWord>()] as const
  const words = new Set<string>()
  const kept = ({ stem, denied }: KeyWord): KeyWord => {
    const alike = known[denied ? 1 : 0]
    const one = alike.get(stem) ?? { stem, denied }
    alike.set(stem, one)
    words.add(stem)
    return one
  }
  const keyOf = (phrase: string): PhraseKey => {
    const { words: said, whole, terms } = phraseKey(phrase)
    return { words: said.map(kept), whole, terms: terms.map((stem) => kept({ stem, denied: false }).stem) }
  }
  return { keyOf, words }
}

/** What is only written for a notion, and whether it is what that is told under. */
const written = ({ wider, under }: Notion) =>
  [wider.map((phrase) => [phrase, false] as const), under.map((phrase) => [phrase, true] as const)].flat()

/** A word of a question as it stands in a row of words: where, what, and whether it is denied. */
type Spoken = { place: number; stem: string; denied: boolean }

/** All phrases in a sentence; what a phrase with «не» denies («не приходит») is not said («приход товара»). */
function findPhrases(words: readonly string[], stems: readonly string[], ready: readonly Ready[]): LexiconMatch[] {
  const spoken = words.flatMap((word, place): Spoken[] =>
    isDenying(word) ? [] : [{ place, stem: stems[place] ?? '', denied: isDenying(words[place - 1] ?? '') }],
  )
  const telling = spoken.filter(({ place }) => !isStopWord(words[place] ?? ''))
  const all = ready.flatMap(({ filed }) => [...inRow(telling, filed.loose, BETWEEN), ...inRow(spoken, filed.whole, 0)])
  const denied = new Set(all.flatMap(({ places, words: said }) => places.filter((_, at) => said[at]?.denied)))
  return all.filter((match) => match.words.some((word) => word.denied) || !match.places.every((at) => denied.has(at)))
}

/** Phrases in a row of words, of which so many may stand between those of a phrase. */
function inRow(row: readonly Spoken[], patterns: ReadonlyMap<string, Begun>, between: number): LexiconMatch[] {
  const matches: LexiconMatch[] = []
  const take = (some: readonly Pattern[] | undefined, at: number): void => {
    for (const pattern of some ?? []) {
      const places = placesOf(pattern, row, at)
      if (places !== undefined) matches.push({ ...pattern.sense, words: pattern.words, key: keyText(pattern), places })
    }
  }
  row.forEach(({ stem: first }, at) => {
    const begun = patterns.get(first)
    if (begun === undefined) return
    take(begun.alone, at)
    const seconds = row.slice(at + 1, at + 2 + between).map(({ stem: second }) => second)
    for (const second of new Set(seconds)) take(begun.further.get(second), at)
  })
  return matches
}

/** Places of a pattern's words in a row from one on, others between them allowed; undefined where they are not. */
function placesOf({ words, whole }: Pattern, row: readonly Spoken[], from: number): number[] | undefined {
  const first = row[from]
  if (first === undefined || !fits(first, words[0])) return undefined
  let places: number[] | undefined
  let at = from + 1
  let spare = whole ? 0 : BETWEEN
  for (let nth = 1; nth < words.length; nth++, at++) {
    while (spare > 0 && at < row.length && !fits(row[at], words[nth])) {
      at++
      spare--
    }
    const found = row[at]
    if (found === undefined || !fits(found, words[nth])) return undefined
    places ??= [first.place]
    places.push(found.place)
  }
  return places ?? [first.place]
}

/** A phrase with «не» is said with it only; one without may be denied. */
const fits = (spoken: Spoken | undefined, wanted: { stem: string; denied: boolean } | undefined): boolean =>
  spoken !== undefined && wanted !== undefined && spoken.stem === wanted.stem && (spoken.denied || !wanted.denied)
