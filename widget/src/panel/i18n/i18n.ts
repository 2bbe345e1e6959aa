// The words of the chosen language, and the one place where codes turn into words.
import { computed, signal } from '@preact/signals'
import type { Locale } from '@bilet/shared/locale'
import type { Finding } from '@bilet/shared/rules/finding'
import { fail, succeed } from '../models/answer.ts'
import type { Failure } from '../models/answer.ts'
import { createResource } from '../models/resource.ts'
import type { FirstWords, LaterWords, Messages } from './messages.ts'
import { createPlural } from './plural.ts'
import type { Plural } from './plural.ts'

type Fetch<Words> = () => Promise<{ createWords: (plural: Plural) => Words }>

/** Each language is two files, fetched when it is chosen: what the panel opens with, and what comes with its parts. */
const languages: Record<Locale, { first: Fetch<FirstWords>; later: Fetch<LaterWords> }> = {
  ru: { first: () => import('./ru.ts'), later: () => import('./later-ru.ts') },
  uk: { first: () => import('./uk.ts'), later: () => import('./later-uk.ts') },
  en: { first: () => import('./en.ts'), later: () => import('./later-en.ts') },
}

const load = async <Words>(locale: Locale, fetch: Fetch<Words>) => (await fetch()).createWords(createPlural(locale))

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)

export async function createI18n(initial: Locale) {
  const locale = signal(initial)
  const words = signal(await load(initial, languages[initial].first))
  const later = createResource(() =>
    load(locale.value, languages[locale.value].later).then(succeed, () => fail('offline')),
  )
  return {
    locale,
    words,
    /** The words of the later parts. */
    later,
    /** All words; null until those of the later parts are here. */
    all: computed<Messages | null>(() => {
      const { value } = later.state.value
      return value ? { ...words.value, ...value } : null
    }),
    async setLocale(next: Locale) {
      const first = await load(next, languages[next].first)
      locale.value = next
      if (later.state.value.value) await later.load()
      words.value = first
    },
  }
}
export type I18n = Awaited<ReturnType<typeof createI18n>>

/** What a finding says, in words. */
export const findingText = (
  { findings }: Pick<LaterWords, 'findings'>,
  { code, params }: Pick<Finding, 'code' | 'params'>,
) => findings[code](params)

/** What went wrong, in words: a problem's own, or those of the finding that it rests on. */
export function failureText({ problems }: FirstWords, later: Messages | null, { code, issues }: Failure) {
  const [issue] = issues
  if (issue && later && has(later.findings, issue.code)) return later.findings[issue.code](issue.params ?? {})
  if (later && has(later.refusals, code)) return later.refusals[code]
  return has(problems, code) ? problems[code] : problems.internal
}
