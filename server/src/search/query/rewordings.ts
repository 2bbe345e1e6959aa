// What the lexicon says that the words of a sentence may be called otherwise.
import type { SearchIndex } from '../index/search-index.ts'
import type { LexiconMatch } from '../lexicon/matcher.ts'
import type { KeyWord } from '../lexicon/phrase-key.ts'
import type { Tuning } from '../tuning.ts'
import type { Alternative } from './alternative.ts'
import { mostTelling } from './alternative.ts'

/** The lists of articles that speak of what a phrase of so many words names. */
type Naming = { length: number; lists: readonly number[] }

export type Reworded = {
  /** For each word, what the lexicon's phrases through it may be called otherwise. */
  alternatives: (Alternative[] | undefined)[]
  /** For each word of a phrase that names a notion, where articles speak of the notion. */
  named: (Naming | undefined)[]
  /** For each Latin word that says a notion, how telling the notion is. */
  telling: (number | undefined)[]
}

/** `likeness` tells of the word at a place how near it is to what it was taken for, 0…1. */
export type FindRewordings = (
  words: readonly string[],
  stems: readonly string[],
  likeness: (place: number) => number,
) => Reworded

/** What a phrase of the lexicon says: what it may be called otherwise, where articles speak of it, how telling that is at most. */
type Saying = { others: readonly Alternative[]; lists: readonly number[]; telling: number }

/** A saying takes about a kilobyte. */
const MOST_KEPT = 512

/** What a phrase says is found once while the index serves: sentences of a letter, and letters, say the same ones. */
export function createRewordings(index: SearchIndex, { synonym }: Tuning): FindRewordings {
  const known = new Map<number, Saying>()
  const sayingOf = (match: LexiconMatch): Saying => {
    const before = known.get(match.id)
    if (before !== undefined) return before
    if (known.size >= MOST_KEPT) known.clear()
    const saying = read(index, match, synonym)
    known.set(match.id, saying)
    return saying
  }
  return (words, stems, likeness) => {
    const found: Reworded = { alternatives: [], named: [], telling: [] }
    if (synonym === 0) return found
    for (const match of index.matcher.match(words, stems))
      add(found, match, sayingOf(match), words, likeness(match.places[0] ?? 0))
    return found
  }
}

function read(index: SearchIndex, { pattern, words: said, sense }: LexiconMatch, synonym: number): Saying {
  const offers = index.offers.get(sense.rewordings) ?? []
  const told = offers.map(({ rewording, phrase }) => ({ rewording, phrase, isOther: saysOther(rewording.terms, said) }))
  const naming = told.filter(
    ({ rewording, isOther }) => !rewording.isUnder && (isOther || rewording.pattern === pattern),
  )
  return {
    others: told
      .filter(({ isOther }) => isOther)
      .map(({ rewording, phrase: { terms, list, telling } }) => ({
        terms,
        list,
        weight: sense.weight * rewording.weight * synonym,
        by: rewording.isUnder ? 'under' : 'synonym',
        telling: Math.min(mostTelling(index, terms), telling),
      })),
    lists: naming.map(({ phrase }) => phrase.list),
    telling: Math.max(0, ...offers.map(({ phrase }) => phrase.telling)),
  }
}

function add(
  { alternatives, named, telling }: Reworded,
  { places, sense: { isSame } }: LexiconMatch,
  saying: Saying,
  words: readonly string[],
  likeness: number,
): void {
  const { lists } = saying
  const others = likeness === 1 ? saying.others : saying.others.map((one) => weakened(one, likeness))
  const [first = 0] = places
  if (isSame && saying.telling > 0 && places.length === 1 && isLatin(words[first] ?? ''))
    telling[first] = Math.max(telling[first] ?? 0, saying.telling)
  for (const at of places) {
    if (others.length > 0) (alternatives[at] ??= []).push(...others)
    if (isSame) named[at] = longer(named[at], { length: places.length, lists })
  }
}

const weakened = (one: Alternative, share: number): Alternative => ({ ...one, weight: one.weight * share })

/** What is rare in Russian articles for being English tells no more than what it means. */
const isLatin = (word: string): boolean => /^[a-z]/u.test(word)

/**
 * A part of a phrase is no other way to say it (a gift certificate is not any certificate), nor is the phrase with a word
 * more, which an article that has the phrase itself may lack.
 */
function saysOther(terms: readonly string[], said: readonly KeyWord[]): boolean {
  const most = Math.min(terms.length, said.length)
  let shared = 0
  for (const term of terms) if (said.some(({ stem }) => stem === term) && ++shared >= most) return false
  return shared < most
}

/** The longest phrase through a word tells what is named; of equal ones any may be meant. */
function longer(known: Naming | undefined, other: Naming): Naming {
  if (known === undefined || other.length > known.length) return other
  return other.length < known.length ? known : { ...known, lists: [...known.lists, ...other.lists] }
}
