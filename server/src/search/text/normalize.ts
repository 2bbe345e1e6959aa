const MARKS = /[\u0300-\u0305\u0307\u0309-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/gu
/** Nothing to do for most words. */
const PLAIN = /^[a-zа-яіїєґ0-9]*$/u
const APOSTROPHES = /[\u02bc\u2019\u2018`´]/gu

/**
 * One spelling for what looks the same: compatibility forms, letter case, stress marks, soft hyphens, ё, apostrophes.
 * Never longer than the input by more than the compatibility forms; meant for single words and whole queries alike.
 */
export function normalize(text: string): string {
  if (PLAIN.test(text)) return text
  const composed = text.normalize('NFKC').toLowerCase()
  const bare = composed.replace(MARKS, '').replaceAll('ё', 'е').replace(APOSTROPHES, "'")
  return bare.normalize('NFC')
}
