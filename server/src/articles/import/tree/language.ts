import { Locale } from '@bilet/shared/locale'

/** The language that a document names (`ru-RU` → `ru`); else the one its letters show. */
export function languageOf(named: unknown, words: string): Locale {
  const locale = Locale.safeParse(typeof named === 'string' ? named.toLowerCase().split(/[-_]/u)[0] : undefined)
  return locale.success ? locale.data : detectLanguage(words)
}

/** Russian, Ukrainian or English by letters alone: sure enough for whole articles, which quote a lot of Latin. */
export function detectLanguage(words: string): Locale {
  const count = (letters: RegExp) => words.match(letters)?.length ?? 0
  if (count(/\p{Script=Cyrillic}/gu) * 5 < count(/\p{Script=Latin}/gu)) return 'en'
  return count(/[іїєґ]/giu) > count(/[ыэъё]/giu) ? 'uk' : 'ru'
}
