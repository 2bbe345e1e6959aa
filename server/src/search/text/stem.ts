import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { memoize } from '../../util/memoize.ts'
import { bridgeUkrainian, knownForm } from './ukrainian.ts'

/** English words that the stemmer takes for others: of customizing, importing, generating, Excel. */
const APART: Readonly<Record<string, string>> = {
  customer: 'customer',
  customers: 'customer',
  important: 'important',
  importance: 'important',
  importantly: 'important',
  general: 'general',
  generally: 'general',
  excellent: 'excellent',
}

const CYRILLIC = /[\u0400-\u04ff]/u

/**
 * The term under which a normalized word is kept: its stem, spelt so that Russian and Ukrainian forms and the
 * commonest misspellings (doubled letters, ы after ц, э for е) meet in one term.
 */
export const stem = memoize((word) => {
  if (CYRILLIC.test(word)) return storedStem(knownForm(word))
  const owned = word.replace(/'s$/u, '')
  return Object.hasOwn(APART, owned) ? APART[owned]! : storedStem(owned)
})

/** The same as tickets keep their words. It stays as it is: those of before are found by what it gave. */
export const storedStem = (word: string): string =>
  CYRILLIC.test(word) ? foldSpelling(russian(bridgeUkrainian(word))) : english(word)

/** Spelling differences that carry no meaning once the ending is off. */
export function foldSpelling(text: string): string {
  return text
    .replaceAll('ы', 'и')
    .replaceAll('э', 'е')
    .replaceAll('ъ', '')
    .replace(/(?<=\p{L}{2}[аеиоуыюя])ек$/u, 'йк')
    .replace(/(?<=\p{L}{2}[^аеиоуыюя])(?:[ео]к|ец)$/u, (ending) => ending.slice(1))
    .replace(/([бвгджзклмнпрстфхцчшщ])\1+/gu, '$1')
}
