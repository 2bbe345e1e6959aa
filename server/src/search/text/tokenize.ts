import { normalize } from './normalize.ts'
import { plainBorders } from './plain-words.ts'

/** A word of a text: `word` is normalized, `start` and `end` are offsets in the text as it was given. */
export type Token = { word: string; start: number; end: number }

const WORD = /[\p{L}\p{N}\p{M}](?:[\u00ad\u200b-\u200f\u2060\ufeff]*[\p{L}\p{N}\p{M}])*(?:['’ʼ`][\p{L}\p{M}]+)*/gu
const LONGEST_WORD = 40

/** The same of any text. */
const borders = (text: string): number[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => [index, index + word.length])

function forEachWord(text: string, take: (written: string, start: number, end: number) => void): void {
  const places = plainBorders(text) ?? borders(text)
  for (let at = 0; at < places.length; at += 2) {
    const start = places[at] ?? 0
    const end = places[at + 1] ?? start
    if (end - start <= LONGEST_WORD) take(text.slice(start, end), start, end)
  }
}

/** The words of a text as they are written, in order, without those of more than 40 characters. */
export function writtenWords(text: string): string[] {
  const words: string[] = []
  forEachWord(text, (word) => words.push(word))
  return words
}

/** Splits a text into words with their places. Words of more than 40 characters (hashes, keys) are left out. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  forEachWord(text, (written, start, end) => {
    const word = normalize(written)
    if (word !== '') tokens.push({ word, start, end })
  })
  return tokens
}
