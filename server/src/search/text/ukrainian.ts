const LETTERS: Readonly<Record<string, string>> = { і: 'и', ї: 'и', є: 'е', ґ: 'г', "'": '' }
const UKRAINIAN_LETTER = /[іїєґ']/gu

/**
 * Brings a Ukrainian word near its Russian spelling, so that one stemmer serves both: letters, the infinitive (-ти),
 * nouns in -ість. Russian words in -ти (сети, части) lose nothing: both spellings share a stem.
 */
export function bridgeUkrainian(word: string): string {
  const plain = word
    .replace(/ість$/u, 'ость')
    .replace(/(?<=\p{L}{4})(?:ові|еві|єві)$/u, 'у')
    .replace(UKRAINIAN_LETTER, (letter) => LETTERS[letter] ?? letter)
  return plain.replace(/(?<=[аеийоуыюяь])ти$/u, 'ть').replace(/ться$/u, 'тся')
}

/** Forms that no Russian word has, of which the stemmer would make another word, as forms that it knows. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/істю$/u, 'ість'],
  // «скасовується», «працюють» are of «скасовувати», «працювати».
  [/(?<=\p{L}{3})у(?:є|єш|ємо|єте|ють)(?:ться|ся)?$/u, 'увати'],
  [/(?<=\p{L}{3})ю(?:є|єш|ємо|єте|ють)(?:ться|ся)?$/u, 'ювати'],
  [/(?<=\p{L}{3}[аиіїуюя])вся$/u, 'лся'],
  // «на сторінці» is of «сторінка».
  [/(?<=\p{L}{3}[нтжчш])ці$/u, 'ка'],
]

/** A Ukrainian form as one of the same word that the stemmer knows. */
export function knownForm(word: string): string {
  const form = FORMS.find(([ending]) => ending.test(word))
  return form === undefined ? word : word.replace(...form)
}

/** True for a text with a letter that Russian has not. */
export const isUkrainian = (text: string): boolean => /[іїєґ]/iu.test(text)
