// The words of the chosen language, and the one place where codes turn into words.
import { signal } from '@preact/signals'
import { createPlural } from '@bilet/shared/plural'
import type { Plural } from '@bilet/shared/plural'
import type { Locale } from '@bilet/shared/locale'
import type { StaffFailure } from '../api.ts'
import type { Messages } from './messages.ts'

/** Each language is a file of its own, fetched when it is chosen. */
const languages: Record<Locale, () => Promise<{ createMessages: (plural: Plural) => Messages }>> = {
  ru: () => import('./ru.ts'),
  uk: () => import('./uk.ts'),
  en: () => import('./en.ts'),
}

export const locales = ['ru', 'uk', 'en'] as const satisfies Locale[]

/** The names of languages, each in itself. */
export const localeNames: Record<Locale, string> = { ru: 'Русский', uk: 'Українська', en: 'English' }

const load = async (locale: Locale) => {
  const { createMessages } = await languages[locale]()
  return createMessages(createPlural(locale))
}

export async function createI18n(first: Locale) {
  const locale = signal(first)
  const words = signal(await load(first))
  return {
    locale,
    words,
    async setLocale(next: Locale) {
      words.value = await load(next)
      locale.value = next
    },
  }
}
export type I18n = Awaited<ReturnType<typeof createI18n>>

/** What went wrong, in words: what the first issue says, or the code itself. */
export function failureText({ problems }: Messages, { code, issues }: StaffFailure): string {
  const [issue] = issues
  return (issue && problems[issue.code]) ?? problems[code] ?? problems['internal'] ?? code
}
