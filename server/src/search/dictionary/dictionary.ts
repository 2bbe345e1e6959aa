// The languages of owners in one another: a word that no article has is often known by another language's.
import meanings from './stems.json' with { type: 'json' }
/** In the order of a meaning's stems. */
const languages = ['en', 'ru', 'uk'] as const

/** Its stems by language, in that order. */
type Meaning = readonly (readonly string[])[]

/** By the stem of a word in another language, the stems that it may be in this one, the likeliest first. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

const known = new Map<number, Dictionary>()

/** What words of the two other languages are in a language, by its code; nothing where it is none of the three. */
export function dictionaryInto(code: string): Dictionary | undefined {
  const language = languages.findIndex((one) => code.toLowerCase().startsWith(one))
  if (language === -1) return undefined
  const dictionary = known.get(language) ?? read(meanings, language)
  known.set(language, dictionary)
  return dictionary
}

const russian = languages.indexOf('ru')
const ukrainian = languages.indexOf('uk')

function read(all: readonly Meaning[], into: number): Dictionary {
  const isRussian = new Set(all.flatMap((meaning) => meaning[russian] ?? []))
  const found = new Map<string, string[]>()
  for (const meaning of all) {
    for (const [language, stems] of meaning.entries()) {
      // «час» is an hour in Russian, and time in Ukrainian.
      const told = stems.filter((stem) => language !== into && !(language === ukrainian && isRussian.has(stem)))
      for (const stem of told) {
        const others = found.get(stem) ?? []
        others.push(...(meaning[into] ?? []).filter((other) => other !== stem && !others.includes(other)))
        found.set(stem, others)
      }
    }
  }
  return found
}
