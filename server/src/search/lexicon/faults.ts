import { nameOf } from './notion.ts'
import type { Notion } from './notion.ts'
import { isDenying, keyText, phraseKey } from './phrase-key.ts'
import { tokenize } from '../text/tokenize.ts'

const LONGEST_PHRASE = 6
/** A word that is the name of more notions than this says nothing. */
const MOST_MEANINGS = 4

/** What is wrong with a lexicon, a sentence each: what a person who adds to it gets to read. */
export function faultsOf(notions: readonly Notion[]): string[] {
  return [...notions.flatMap(faultsIn), ...sharedNames(notions), ...worn(notions), ...circles(notions)]
}

function faultsIn(notion: Notion): string[] {
  const { same, narrower, signs, wider, under } = notion
  const seen = new Map<string, string>()
  return [...same, ...narrower, ...signs, ...wider, ...under].flatMap((phrase) => {
    const key = phraseKey(phrase)
    const known = seen.get(keyText(key))
    seen.set(keyText(key), phrase)
    if (key.words.length === 0) return [`${nameOf(notion)}: «${phrase}» says nothing`]
    if (key.words.length === 1 && deniesAfter(phrase))
      return [`${nameOf(notion)}: «${phrase}» is met without its «нет»`]
    if (key.words.length > LONGEST_PHRASE) return [`${nameOf(notion)}: «${phrase}» is too long to be met`]
    return known === undefined ? [] : [`${nameOf(notion)}: «${phrase}» is «${known}» once more`]
  })
}

/** «товара нет» would be said by every «товар»: only a «нет» before its word is kept. */
function deniesAfter(phrase: string): boolean {
  const words = tokenize(phrase).map(({ word }) => word)
  return isDenying(words.at(-1) ?? '') && words.length > 1
}

function sharedNames(notions: readonly Notion[]): string[] {
  const names = new Set<string>()
  return notions.flatMap((notion) => {
    const name = `${notion.isName ? '@' : ''}${nameOf(notion)}`
    const isKnown = names.has(name)
    names.add(name)
    return isKnown ? [`${name}: two notions have this name`] : []
  })
}

function worn(notions: readonly Notion[]): string[] {
  const meanings = new Map<string, string[]>()
  for (const notion of notions) {
    for (const phrase of notion.same) {
      const key = keyText(phraseKey(phrase))
      meanings.set(key, [...(meanings.get(key) ?? []), nameOf(notion)])
    }
  }
  return [...meanings]
    .filter(([, names]) => names.length > MOST_MEANINGS)
    .map(([key, names]) => `${key}: means all of ${names.join(', ')}`)
}

/** Two notions, each a kind of the other. */
function circles(notions: readonly Notion[]): string[] {
  const kinds = new Map(notions.map((notion) => [nameOf(notion), new Set(notion.narrower)]))
  return notions.flatMap((notion) =>
    notion.narrower
      .filter((phrase) => phrase !== nameOf(notion) && kinds.get(phrase)?.has(nameOf(notion)) === true)
      .map((phrase) => `${nameOf(notion)} and ${phrase}: each a kind of the other`),
  )
}
