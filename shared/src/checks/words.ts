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

/** Letters and digits: what is left of a text when it says nothing else. */
export const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
