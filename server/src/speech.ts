// What the desk says to its owners by itself, and in which languages: the product's words with the desk's own in their place.
import { defaultLocale, isLocale, Locale } from '@bilet/shared/locale'
import type { Language } from '@bilet/shared/locale'
import { withOwnWords } from '@bilet/shared/own-words'
import type { Issue } from '@bilet/shared/problem'
import { letterWords } from './notify/letter-words.ts'
import type { LetterWords } from './notify/letter-words.ts'
import { isLetters } from './own-words.ts'
import type { OwnWords } from './own-words.ts'

export type Speech = {
  /** Those that the desk speaks; the first is for whoever asks for another. */
  languages: readonly Language[]
  languageFor: (asked: Language) => Language
  /** What letters say to whoever asked for that language. */
  letters: (asked: Language) => LetterWords
  /** The desk's own in place of the widget's, in a language that it speaks. */
  widgetWords: (language: Language) => Record<string, string>
  logo: string | undefined
}

export function createSpeech({ languages: named, words, logo }: OwnWords): Speech {
  const languages = named ?? keptLanguages({ languages: Object.keys(words) })
  const languageFor = (asked: Language) => (languages.includes(asked) ? asked : (languages[0] ?? defaultLocale))
  const ownOf = (language: Language, isWanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(words[language] ?? {}).filter(([name]) => isWanted(name)))
  const made = new Map(
    languages.map((language) => {
      const letters = letterWords[isLocale(language) ? language : defaultLocale]
      return [language, withOwnWords({ letters }, ownOf(language, isLetters), language).letters]
    }),
  )
  return {
    languages,
    languageFor,
    letters: (asked) => made.get(languageFor(asked)) ?? letterWords[defaultLocale],
    widgetWords: (language) => ownOf(language, (name) => !isLetters(name)),
    logo,
  }
}

/** Languages that a ticket may be in: the product's own, in which any page may ask, and those that the desk speaks. */
export const keptLanguages = ({ languages }: Pick<Speech, 'languages'>): Language[] => [
  ...new Set<Language>([...Locale.options, ...languages]),
]

export function languageIssues(speech: Pick<Speech, 'languages'>, asked: Language, path = 'locale'): Issue[] {
  const choices = keptLanguages(speech)
  return choices.includes(asked) ? [] : [{ path, code: 'invalid_choice', params: { choices } }]
}
