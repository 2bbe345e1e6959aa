import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { memoize } from '../../util/memoize.ts'
import { bridgeUkrainian } from './ukrainian.ts'

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
export const stem = memoize((word) =>
  CYRILLIC.test(word) ? stemCyrillic(word) : stemEnglish(word.replace(/'s$/u, '')),
)

const stemEnglish = (word: string): string => (Object.hasOwn(APART, word) ? APART[word]! : english(word))

function stemCyrillic(word: string): string {
  return foldSpelling(russian(bridgeUkrainian(word)))
}

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
