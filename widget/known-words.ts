// What the widget says, as data for whoever checks words of a desk's own: by dotted names, in each language, with what
// each is given written as those words write it (`src/panel/i18n/own-words.ts`).
import { createWords as en } from './src/panel/i18n/en.ts'
import { createWords as laterEn } from './src/panel/i18n/later-en.ts'
import { createWords as laterRu } from './src/panel/i18n/later-ru.ts'
import { createWords as laterUk } from './src/panel/i18n/later-uk.ts'
import { openingWords } from './src/panel/i18n/opening-words.ts'
import { pictureWords } from './src/panel/i18n/picture-words.ts'
import type { Plural } from './src/panel/i18n/plural.ts'
import { createWords as ru } from './src/panel/i18n/ru.ts'
import { createWords as uk } from './src/panel/i18n/uk.ts'

type Said = { text: string; takes: number }

/** `takes` of words whose only argument has names. */
const named = -1

const plural: Plural = (count, forms) => `{${String(count).replaceAll(/[{}]/g, '')}|${Object.values(forms).join('|')}}`

const places = (count: number) => Array.from({ length: count }, (_, index) => `{${index}}`)

const names = new Proxy({}, { get: (_, name) => `{${String(name)}}` })

type Making = (...args: unknown[]) => string

const isMaking = (value: unknown): value is Making => typeof value === 'function'

function say(make: Making, isNamed: boolean): Said {
  if (isNamed) return { text: make(names), takes: named }
  const given = places(make.length)
  try {
    return { text: make(...given), takes: make.length }
  } catch {
    // A list is given.
    return { text: make(...given.map((place) => [place])), takes: make.length }
  }
}

function* walk(words: object, path: string): Generator<[name: string, said: Said]> {
  for (const [key, value] of Object.entries<unknown>({ ...words })) {
    const name = path + key
    if (typeof value === 'string') yield [name, { text: value, takes: 0 }]
    else if (isMaking(value)) yield [name, say(value, path === 'findings.')]
    else if (typeof value === 'object' && value !== null) yield* walk(value, `${name}.`)
  }
}

const list = (...parts: readonly object[]) => new Map(parts.flatMap((part) => [...walk(part, '')]))

const languages = {
  ru: list(openingWords.ru, ru(plural), laterRu(plural), { picture: pictureWords.ru }),
  uk: list(openingWords.uk, uk(plural), laterUk(plural), { picture: pictureWords.uk }),
  en: list(openingWords.en, en(plural), laterEn(plural), { picture: pictureWords.en }),
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
