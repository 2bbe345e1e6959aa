const LETTERS: Readonly<Record<string, string>> = { і: 'и', ї: 'и', є: 'е', ґ: 'г', "'": '' }
const UKRAINIAN_LETTER = /[іїєґ']/gu

/** Forms that no Russian word has, and those of one word that the stemmer would tell apart. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/ість$/u, 'ость'],
  [/істю$/u, 'остью'],
  [/(?<=\p{L}{4})(?:ові|еві|єві)$/u, 'у'],
  // «скасовується», «працюють» are of «скасовувати», «працювати».
  [/(?<=\p{L}{3})у(?:є|єш|ємо|єте|ють)(?:ться|ся)?$/u, 'увать'],
  [/(?<=\p{L}{3})ю(?:є|єш|ємо|єте|ють)(?:ться|ся)?$/u, 'ювать'],
  [/(?<=\p{L}{3}[аиіїуюя])вся$/u, 'лся'],
  // «на сторінці» is of «сторінка».
  [/(?<=\p{L}{3}[нтжчш])ці$/u, 'ка'],
]

/**
 * Brings a Ukrainian word near its Russian spelling, so that one stemmer serves both: letters, the infinitive (-ти),
 * nouns in -ість, forms that the stemmer does not know. Russian words in -ти (сети, части) lose nothing: both spellings
 * share a stem.
 */
export function bridgeUkrainian(word: string): string {
  const form = FORMS.find(([ending]) => ending.test(word))
  const plain = (form === undefined ? word : word.replace(...form)).replace(
    UKRAINIAN_LETTER,
    (letter) => LETTERS[letter] ?? letter,
  )
  return plain.replace(/(?<=[аеийоуыюяь])ти$/u, 'ть').replace(/ться$/u, 'тся')
}

/** True for a text with a letter that Russian has not. */
export const isUkrainian = (text: string): boolean => /[іїєґ]/iu.test(text)
