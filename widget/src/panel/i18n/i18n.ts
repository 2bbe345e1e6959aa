// The words of the chosen language, and the one place where codes turn into words.
import { computed, signal } from '@preact/signals'
import type { Language, Locale } from '@bilet/shared/locale'
import type { Finding } from '@bilet/shared/rules/finding'
import { fetched } from '../fetched.ts'
import { fail, succeed } from '../models/answer.ts'
import type { Failure } from '../models/answer.ts'
import { createResource } from '../models/resource.ts'
import type { EarlyMessages, FirstWords, LaterWords, Messages, OpeningWords } from './messages.ts'
import { openingWords } from './opening-words.ts'
import { createPlural } from '@bilet/shared/plural'
import type { Plural } from '@bilet/shared/plural'

type Fetch<Words> = () => Promise<{ createWords: (plural: Plural) => Words }>

const createWords = <Words>(locale: Locale, load: Fetch<Words>) =>
  createResource(() =>
    fetched(load).then(
      (file) => succeed(file.createWords(createPlural(locale))),
      () => fail('offline'),
    ),
  )

const createLanguage = (locale: Locale, first: Fetch<FirstWords>, later: Fetch<LaterWords>) => ({
  first: createWords(locale, first),
  later: createWords(locale, later),
})

/** Puts a desk's own words in place of the panel's. */
export type Mend = <T extends object>(words: T, language: Language) => T

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)

/** In that language; of one that the panel does not speak by itself, what the desk's own words take the place of. */
const inLanguage = <T>(table: { [language: Language]: T; ru: T }, language: Language): T => table[language] ?? table.ru

export function createI18n(initial: Language) {
  /** Beside the opening words each language is two files: what stands around the first field, and what comes with later parts. */
  const languages = {
    ru: createLanguage(
      'ru',
      () => import('./ru.ts'),
      () => import('./later-ru.ts'),
    ),
    uk: createLanguage(
      'uk',
      () => import('./uk.ts'),
      () => import('./later-uk.ts'),
    ),
    en: createLanguage(
      'en',
      () => import('./en.ts'),
      () => import('./later-en.ts'),
    ),
  }
  const locale = signal(initial)
  const language = computed(() => inLanguage(languages, locale.value))
  const own = signal<Mend | null>(null)
  const mended = <T extends object>(words: T): T => own.value?.(words, locale.value) ?? words
  const opening = computed<OpeningWords>(() => mended(inLanguage(openingWords, locale.value)))
  /** Null until they are here. */
  const early = computed<EarlyMessages | null>(() => {
    const { value } = language.value.first.state.value
    return value ? mended({ ...opening.value, ...value }) : null
  })
  return {
    locale,
    own,
    mended,
    /** The two files of the chosen language. */
    language,
    opening,
    early,
    all: computed<Messages | null>(() => {
      const { value } = language.value.later.state.value
      return early.value && value ? mended({ ...early.value, ...value }) : null
    }),
    /** Changes once the words are here. */
    async setLocale(next: Language) {
      const { first, later } = inLanguage(languages, next)
      await Promise.all([first.load(), later.load()])
      locale.value = next
    },
  }
}
export type I18n = ReturnType<typeof createI18n>

/** How a ticket is called, in every language. */
export const numberText = (number: number) => `№ ${number}`

/** What a finding says, in words. */
export const findingText = (
  { findings }: Pick<LaterWords, 'findings'>,
  { code, params }: Pick<Finding, 'code' | 'params'>,
) => findings[code](params)

/** What went wrong, in words: a problem's own, or those of the finding that it rests on. */
export function failureText({ opening, early, all }: I18n, { code, issues: [issue] }: Failure) {
  const later = all.value
  if (issue && later && has(later.findings, issue.code)) return later.findings[issue.code](issue.params ?? {})
  if (code === 'offline' || !early.value) return opening.value.unreached
  const { problems } = early.value
  const said = { other: problems.internal, ...problems, ...later?.refusals }
  return said[has(said, code) ? code : 'other']
}
