// The languages of owners in one another: a word that no article has is often known by another language's.
import meanings from './stems.json' with { type: 'json' }

/** In the order of a meaning's stems. */
const languages = ['en', 'ru', 'uk'] as const

/** Its stems by language, in that order. */
type Meaning = readonly (readonly string[])[]

/** By the stem of a word in another language, the stems that it may be in this one, the likeliest first. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

/**
 * What words of the two other languages are in a language, by its code; nothing where it is none of the three. In a
 * Ukrainian text what both Ukrainian and Russian have is taken for Ukrainian: «час» is time there, and an hour in Russian.
 */
export function dictionaryInto(code: string, inUkrainianText: boolean): Dictionary | undefined {
  const language = languages.findIndex((one) => code.toLowerCase().startsWith(one))
  if (language === -1) return undefined
  const known = inUkrainianText ? ofUkrainian : ofOthers
  const dictionary = known.get(language) ?? read(meanings, language, inUkrainianText)
  known.set(language, dictionary)
  return dictionary
}

const ofUkrainian = new Map<number, Dictionary>()
const ofOthers = new Map<number, Dictionary>()

let allStems: ReadonlySet<string> | undefined

/** True for the stem of a word of any of the three languages. */
export const isInDictionary = (stem: string): boolean => (allStems ??= new Set(meanings.flat(2))).has(stem)

const russian = languages.indexOf('ru')
const ukrainian = languages.indexOf('uk')

function read(all: readonly Meaning[], into: number, inUkrainianText: boolean): Dictionary {
  const stemsIn = (language: number) => new Set(all.flatMap((meaning) => meaning[language] ?? []))
  const [unlike, like] = inUkrainianText ? [russian, ukrainian] : [ukrainian, russian]
  const isLike = stemsIn(like)
  const found = new Map<string, string[]>()
  for (const meaning of all) {
    for (const [language, stems] of meaning.entries()) {
      if (language === into) continue
      for (const stem of stems) {
        if (language === unlike && isLike.has(stem)) continue
        const others = found.get(stem) ?? []
        others.push(...(meaning[into] ?? []).filter((other) => other !== stem && !others.includes(other)))
        found.set(stem, others)
      }
    }
  }
  return found
}
