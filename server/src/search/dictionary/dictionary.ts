// The languages of owners in one another: a word that no article has is often known by another language's.
import meanings from './stems.json' with { type: 'json' }

/** In the order of a meaning's columns. */
const languages = ['en', 'ru', 'uk'] as const
const russian = languages.indexOf('ru')
const ukrainian = languages.indexOf('uk')

/** By stem, the places where it stands: the number of a meaning times three, and that of the language. One number for most. */
type Places = ReadonlyMap<string, number | readonly number[]>

let known: Places | undefined

/** Made when it is first asked for. Meanings stay texts: as lists of words they would take three times as much of an isolate. */
function places(): Places {
  if (known !== undefined) return known
  const found = new Map<string, number | number[]>()
  for (const [number, meaning] of meanings.entries()) {
    for (const [language, words] of meaning.split('|').entries()) {
      for (const stem of words.split(',')) {
        const place = number * languages.length + language
        const before = found.get(stem)
        found.set(stem, before === undefined ? place : [before, place].flat())
      }
    }
  }
  known = found
  return found
}

/** True for the stem of a word of any of the three languages. */
export const isInDictionary = (stem: string): boolean => places().has(stem)

/** By the stem of a word in another language, the stems that it may be in this one, the likeliest first. */
export type Dictionary = (stem: string) => readonly string[]

/**
 * What words of the two other languages are in a language, by its code; nothing where it is none of the three. In a
 * Ukrainian text what both Ukrainian and Russian have is taken for Ukrainian: «час» is time there, and an hour in Russian.
 */
export function dictionaryInto(code: string, inUkrainianText: boolean): Dictionary | undefined {
  const into = languages.findIndex((one) => code.toLowerCase().startsWith(one))
  if (into === -1) return undefined
  const [unlike, like] = inUkrainianText ? [russian, ukrainian] : [ukrainian, russian]
  return (stem) => {
    const stands = [places().get(stem) ?? []].flat()
    const isLike = stands.some((place) => place % languages.length === like)
    const others = stands.flatMap((place) => {
      const language = place % languages.length
      if (language === into || (language === unlike && isLike)) return []
      return meanings[Math.floor(place / languages.length)]?.split('|')[into]?.split(',') ?? []
    })
    return [...new Set(others)].filter((other) => other !== stem)
  }
}
