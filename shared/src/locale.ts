import * as z from 'zod/mini'

/** Languages of the interface and of letters to owners; Russian is the default. */
export const Locale = z.enum(['ru', 'uk', 'en'])
export type Locale = z.infer<typeof Locale>

export const defaultLocale: Locale = 'ru'
