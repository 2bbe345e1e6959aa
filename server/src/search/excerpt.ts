import { pieceText } from './index/piece-text.ts'
import type { SearchIndex } from './index/search-index.ts'
import { stem } from './text/stem.ts'
import { tokenize } from './text/tokenize.ts'
import type { Token } from './text/tokenize.ts'

/** The passage that matches; `marks` are [start, end) offsets in `text` of the words that answer the query's. */
export type Excerpt = { text: string; marks: [start: number, end: number][] }

const LONGEST = 260

/** The passage of a piece, cut where it is longer than 260 characters: around its richest stretch, or after its beginning. */
export function excerptOf(
  index: SearchIndex,
  piece: number,
  wanted: ReadonlySet<number>,
  isFromBeginning = false,
): Excerpt {
  const text = inSentences(pieceText(index.stored, piece))
  const matching = tokenize(text).filter(({ word }) => wanted.has(index.termIds.get(stem(word)) ?? -1))
  const [start, end] = isFromBeginning ? beginning(text) : stretch(text, matching)
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  const marks = matching
    .filter((token) => token.start >= start && token.end <= end)
    .map((token): [number, number] => [token.start + shift, token.end + shift])
  return { text: before + text.slice(start, end) + (end < text.length ? '…' : ''), marks }
}

/** How a line ends that has no stop; told from its last character alone. */
const UNENDED = /[\p{L}\p{N})»”"%]$/u

/** Lines one after another, none run into the next: a row of a table or an item of a list ends where its line does. */
const inSentences = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => (UNENDED.test(line.slice(-2)) ? `${line}.` : line))
    .join(' ')

/** The first whole sentences, at most 260 characters of them; of a longer one a part. */
function beginning(text: string): [start: number, end: number] {
  if (text.length <= LONGEST) return [0, text.length]
  const last = sentencesOf(text).findLast(({ end }) => end <= LONGEST)
  return [0, last?.end ?? Math.max(LONGEST / 2, text.lastIndexOf(' ', LONGEST))]
}

/** Whole sentences, at most 260 characters of them, with the most matching words; of a longer sentence a part. */
function stretch(text: string, matching: readonly Token[]): [start: number, end: number] {
  if (text.length <= LONGEST) return [0, text.length]
  const sentences = sentencesOf(text)
  let best = { start: 0, end: 0, held: 0 }
  sentences.forEach(({ start }, from) => {
    const last = sentences.slice(from).findLast(({ end }) => end <= start + LONGEST)
    if (last === undefined) return
    const held = matching.filter((token) => token.start >= start && token.end <= last.end).length
    if (held > best.held) best = { start, end: last.end, held }
  })
  const part = partOf(text, matching)
  return best.held > 0 && best.held >= part.held ? [best.start, best.end] : [part.start, part.end]
}

const SENTENCE = /\S[\s\S]*?(?:[.!?…](?=\s)|$)/gu

const sentencesOf = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) => ({ start: index, end: index + sentence.length }))

/** The part of at most 260 characters, on word borders, with the most matching words; one more is needed to cut a sentence. */
function partOf(text: string, matching: readonly Token[]): { start: number; end: number; held: number } {
  let best = { start: 0, count: 0 }
  matching.forEach(({ start }, from) => {
    const count = matching.slice(from).findIndex(({ end }) => end > start + LONGEST - 40)
    const held = count === -1 ? matching.length - from : count
    if (held > best.count) best = { start, count: held }
  })
  const start = best.start < 80 ? 0 : wordStart(text, best.start - 30)
  const end = start + LONGEST >= text.length ? text.length : text.lastIndexOf(' ', start + LONGEST)
  return { start, end: end > start ? end : Math.min(text.length, start + LONGEST), held: best.count - CUT }
}

/** How many more words a part must hold to be shown in place of whole sentences. */
const CUT = 2

const wordStart = (text: string, at: number): number => text.lastIndexOf(' ', at) + 1
