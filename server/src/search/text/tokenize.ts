import { normalize } from './normalize.ts'
import { plainWords } from './plain-words.ts'

/** A word of a text: `word` is normalized, `start` and `end` are offsets in the text as it was given. */
export type Token = { word: string; start: number; end: number }

const WORD = /[\p{L}\p{N}\p{M}](?:[\u00ad\u200b-\u200f\u2060\ufeff]*[\p{L}\p{N}\p{M}])*(?:['’ʼ`][\p{L}\p{M}]+)*/gu
const LONGEST_WORD = 40

/** The words of a text as they are written, in order, without those of more than 40 characters. */
export const writtenWords = (text: string): string[] =>
  (plainWords(text) ?? text.match(WORD) ?? []).filter(({ length }) => length <= LONGEST_WORD)

/** Splits a text into words with their places. Words of more than 40 characters (hashes, keys) are left out. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    if (raw.length > LONGEST_WORD) continue
    const word = normalize(raw)
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + raw.length })
  }
  return tokens
}
