// What the widget says, as data for whoever checks words of a desk's own.
// Relative: the build's own configuration reads it.
import { sayings, writtenPlural as plural } from '../shared/src/known-words.ts'
import { createWords as en } from './src/panel/i18n/en.ts'
import { createWords as laterEn } from './src/panel/i18n/later-en.ts'
import { createWords as laterRu } from './src/panel/i18n/later-ru.ts'
import { createWords as laterUk } from './src/panel/i18n/later-uk.ts'
import { openingWords } from './src/panel/i18n/opening-words.ts'
import { pictureWords } from './src/panel/i18n/picture-words.ts'
import { createWords as ru } from './src/panel/i18n/ru.ts'
import { createWords as uk } from './src/panel/i18n/uk.ts'

const languages = {
  ru: sayings(openingWords.ru, ru(plural), laterRu(plural), { picture: pictureWords.ru }),
  uk: sayings(openingWords.uk, uk(plural), laterUk(plural), { picture: pictureWords.uk }),
  en: sayings(openingWords.en, en(plural), laterEn(plural), { picture: pictureWords.en }),
}

/** `{takes: {name: arguments}, words: {ru: {name: text}}}` */
export function knownWords() {
  const takes = Object.fromEntries([...languages.ru].map(([name, said]) => [name, said.takes]))
  const words = Object.fromEntries(
    Object.entries(languages).map(([locale, said]) => [
      locale,
      Object.fromEntries([...said].map(([name, { text }]) => [name, text])),
    ]),
  )
  return { takes, words }
}
