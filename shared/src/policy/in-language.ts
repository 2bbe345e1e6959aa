import type { Language } from '../locale.ts'
import type { Words } from './policy.ts'

/** Words of the policy in that language; where they lack it, as they stand for all that they lack. */
export const inLanguage = (words: Words, language: Language): string => words[language] ?? words.ru
