// The words of the chosen language, and the one place where codes turn into words.
import { signal } from '@preact/signals'
import type { Locale } from '@bilet/shared/locale'
import type { Finding } from '@bilet/shared/rules/finding'
import type { Failure } from '../models/answer.ts'
import type { Messages } from './messages.ts'
import { createPlural } from './plural.ts'
import type { Plural } from './plural.ts'

/** Each language is a file of its own, fetched when it is chosen. */
const languages: Record<Locale, () => Promise<{ createMessages: (plural: Plural) => Messages }>> = {
  ru: () => import('./ru.ts'),
  uk: () => import('./uk.ts'),
  en: () => import('./en.ts'),
}

const load = async (locale: Locale) => {
  const { createMessages } = await languages[locale]()
  return createMessages(createPlural(locale))
}

const has = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)

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

/** What a finding says, in words. */
export const findingText = ({ findings }: Messages, { code, params }: Pick<Finding, 'code' | 'params'>) =>
  findings[code](params)

/** What went wrong, in words: a problem's own, or those of the finding that it rests on. */
export function failureText({ problems, findings }: Messages, { code, issues }: Failure) {
  const [issue] = issues
  if (issue && has(findings, issue.code)) return findings[issue.code](issue.params ?? {})
  return has(problems, code) ? problems[code] : problems.internal
}
