import * as z from 'zod/mini'

/** Languages that the product speaks by itself, in the panel and in letters to owners; Russian is the default. */
export const Locale = z.enum(['ru', 'uk', 'en'])
export type Locale = z.infer<typeof Locale>

export const defaultLocale: Locale = 'ru'

/** A language of owners, by its two letters (ISO 639-1): one of those, or a further one that a desk has words for. */
export const Language = z.string().check(z.regex(/^[a-z]{2}$/))
export type Language = z.infer<typeof Language>

export const isLanguage = (language: string) => Language.safeParse(language).success

export const isLocale = (language: string): language is Locale => Locale.safeParse(language).success
