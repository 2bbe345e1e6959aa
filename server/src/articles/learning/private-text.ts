import { strikeSecrets } from './strike-secrets.ts'
import type { Draft } from '../../search/query/draft.ts'

/** Longest question that is kept, in characters. */
export const longestQuestion = 300

/** Read of a draft before anything else is done to it. */
const longestRead = 1_000

/**
 * The question in a draft as it may be kept: its first 300 characters in one line, without secrets and addresses
 * (`strike-secrets.ts`), and without what stands behind `?` or `#` in an address. Empty where no word is left.
 */
export function questionOf({ subject = '', description = '' }: Draft): string {
  const words = `${subject} ${description}`.slice(0, longestRead).split(/\s+/u).map(withoutQuery)
  const line = strikeSecrets(words.join(' ').replaceAll(/[\p{Surrogate}\p{Cc}\p{Cf}]/gu, '')).trim()
  return /\p{L}{2}/u.test(line) ? Array.from(line).slice(0, longestQuestion).join('').trimEnd() : ''
}

/** An address of a page without what stands behind `?` or `#`. */
function withoutQuery(word: string): string {
  const address = word.search(/[./]/u)
  const secret = address === -1 ? -1 : word.slice(address).search(/[?#]./u)
  return secret === -1 ? word : word.slice(0, address + secret)
}
