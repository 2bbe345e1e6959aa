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
