// Text as the checks read it: lower case, one form of each letter, no accents of the typographer.

/** Lower-cased, compatibility-normalised text with ё as е and one apostrophe. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[’ʼ`´‘]/g, "'")

/** Words in order: runs of letters and digits, with the apostrophes and hyphens inside them. */
export const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []

/** How many letters and digits a text has, counted no further than `enough`. */
export function lettersIn(text: string, enough: number): number {
  const letter = /[\p{L}\p{N}]/gu
  let count = 0
  while (count < enough && letter.test(text)) count++
  return count
}
