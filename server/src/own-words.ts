// A desk's own words in place of the product's, and the languages that it speaks: a title, what a ticket is called, any text
// of the widget and of letters. Checked against what those say.
import * as z from 'zod/mini'
import { sayings } from '@bilet/shared/known-words'
import { isLocale, Language, Locale } from '@bilet/shared/locale'
import { Logo } from '@bilet/shared/replies'
import { letterWords } from './notify/letter-words.ts'
import { SettingError } from './setting-error.ts'

/** Of each text its name, how much it is given (−1: by names), and how it is said. */
export const KnownWords = z.object({
  takes: z.record(z.string(), z.number()),
  words: z.record(Locale, z.record(z.string(), z.string())),
})
export type KnownWords = z.infer<typeof KnownWords>

const OwnWordsFile = z.strictObject({
  logo: z.optional(Logo),
  languages: z.optional(z.array(Language).check(z.minLength(1))),
  words: z._default(z.record(Language, z.record(z.string(), z.string().check(z.maxLength(1_000)))), {}),
})
export type OwnWords = z.infer<typeof OwnWordsFile>

export const noOwnWords: OwnWords = { words: {} }

/** Whether a text of this name is said by letters; the others by the widget. */
export const isLetters = (name: string) => name.startsWith('letters.')

const knownLetters = (locale: Locale) => sayings({ letters: letterWords[locale] })

/** What the widget says, and letters with it. */
export function withLetters({ takes, words }: KnownWords): KnownWords {
  const said = (locale: Locale) => [...knownLetters(locale)].map(([name, { text }]) => [name, text] as const)
  return {
    takes: { ...takes, ...Object.fromEntries([...knownLetters('ru')].map(([name, one]) => [name, one.takes])) },
    words: {
      ru: { ...words.ru, ...Object.fromEntries(said('ru')) },
      uk: { ...words.uk, ...Object.fromEntries(said('uk')) },
      en: { ...words.en, ...Object.fromEntries(said('en')) },
    },
  }
}

/** The words of a file (JSON), or a line for each thing that is wrong with it. */
export function readOwnWords(json: string, known: KnownWords): { own: OwnWords } | { faults: string[] } {
  const parsed = OwnWordsFile.safeParse(parse(json))
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'} is wrong: ${message}`),
    }
  const { words, languages = Object.keys(words) } = parsed.data
  const faults = [
    ...[...new Set([...languages, ...Object.keys(words)])].flatMap((language) =>
      [...missingIn(language, words[language] ?? {}, known), ...strangersIn(words[language] ?? {}, known)].map(
        (fault) => `words.${language}.${fault}`,
      ),
    ),
    ...Object.keys(words)
      .filter((language) => !languages.includes(language))
      .map((language) => `words.${language}: ${language} is not in "languages"`),
  ]
  return faults.length > 0 ? { faults } : { own: parsed.data }
}

/** Throws `SettingError` naming `where` they came from and the first thing that is wrong. */
export function parseOwnWords(json: string, where: string, known: KnownWords): OwnWords {
  const read = readOwnWords(json, known)
  if ('own' in read) return read.own
  const [fault = '', ...more] = read.faults
  const others = more.length > 0 ? `, and ${more.length} more: bilet words check` : ''
  throw new SettingError('BILET_WORDS', `${where}: ${fault}${others}`)
}

/** Browsers know cities too. */
const cities = 'ticket.cities.'

/** Of a language that the product does not speak by itself nothing may be missing. */
function missingIn(language: Language, words: Record<string, string>, { takes }: KnownWords): string[] {
  if (isLocale(language)) return []
  const missing = Object.keys(takes).filter((name) => words[name] === undefined && !name.startsWith(cities))
  return missing.map((name) => `${name} is missing: a further language says everything`)
}

const strangersIn = (words: Record<string, string>, known: KnownWords) =>
  Object.entries(words).flatMap(([name, text]) => faultsOf(name, text, known))

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function faultsOf(name: string, text: string, { takes }: KnownWords): string[] {
  const given = Object.hasOwn(takes, name) ? takes[name] : undefined
  if (given === undefined) return [`${name}: nothing is said by this name${hintFor(name, Object.keys(takes))}`]
  if (given < 0) return []
  const asked = [...text.matchAll(/[{[]!?(\w+)[|}:]/g)].map(([, place = '']) => place)
  const wrong = asked.filter((place) => !(Number(place) < given))
  const there = given === 0 ? 'it is given nothing' : `there is {0}${given > 1 ? ` to {${given - 1}}` : ''}`
  return wrong.map((place) => `${name}: {${place}} stands for nothing: ${there}`)
}

/** Names that end as this one does: most slips are in the path. */
function hintFor(name: string, known: readonly string[]): string {
  const last = name.split('.').at(-1) ?? name
  const like = known.filter((one) => one === last || one.endsWith(`.${last}`) || one.startsWith(`${name}.`)).slice(0, 3)
  return like.length > 0 ? `; is it ${like.join(', ')}?` : ': see words show'
}
