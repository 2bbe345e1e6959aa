import type { SearchDocument } from '../search-document.ts'

export const PieceKind = { title: 0, heading: 1, body: 2 } as const

/**
 * The unit that is indexed: a title, a heading, or a passage of the body that never crosses a heading.
 * `start` and `end` are offsets in the body (0 for titles and headings that the body does not repeat);
 * `section` is the number of the heading it stands under, -1 where there is none.
 */
export type Piece = { kind: 0 | 1 | 2; start: number; end: number; section: number; text: string }

const PASSAGE_WORDS = 60
const SENTENCE_END = /(?<=[.!?…])\s+(?=\P{Ll})/gu

/** Cuts an article into pieces, in reading order, title first. */
export function cutPieces(document: SearchDocument): Piece[] {
  const pieces: Piece[] = [{ kind: PieceKind.title, start: 0, end: 0, section: -1, text: document.title }]
  const waiting = new Map(document.headings.map((heading, section) => [heading, section]))
  let open: Piece | undefined
  let section = -1
  for (const { start, end } of sentences(document.body, waiting)) {
    const text = document.body.slice(start, end)
    const heading = waiting.get(text)
    if (heading !== undefined) {
      waiting.delete(text)
      section = heading
      pieces.push({ kind: PieceKind.heading, start, end, section, text })
      open = undefined
    } else if (open !== undefined && countWords(open.text) + countWords(text) <= PASSAGE_WORDS) {
      open.end = end
      open.text = document.body.slice(open.start, end)
    } else {
      open = { kind: PieceKind.body, start, end, section, text }
      pieces.push(open)
    }
  }
  for (const [text, at] of waiting) pieces.push({ kind: PieceKind.heading, start: 0, end: 0, section: at, text })
  return pieces
}

type Span = { start: number; end: number }

/** Paragraphs, those longer than a passage cut at sentence ends. Empty ones are left out. */
function* sentences(body: string, headings: ReadonlyMap<string, number>): Generator<Span> {
  let start = 0
  for (const paragraph of body.split('\n')) {
    const end = start + paragraph.length
    if (headings.has(paragraph) || countWords(paragraph) <= PASSAGE_WORDS) yield* trimmed(body, start, end)
    else yield* cutParagraph(body, start, end)
    start = end + 1
  }
}

function* cutParagraph(body: string, start: number, end: number): Generator<Span> {
  let from = start
  for (const match of body.slice(start, end).matchAll(SENTENCE_END)) {
    yield* trimmed(body, from, start + match.index)
    from = start + match.index + match[0].length
  }
  yield* trimmed(body, from, end)
}

function* trimmed(body: string, start: number, end: number): Generator<Span> {
  const text = body.slice(start, end)
  const left = text.length - text.trimStart().length
  if (left < text.length) yield { start: start + left, end: start + text.trimEnd().length }
}

function countWords(text: string): number {
  let words = 0
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) words++
  return words + 1
}
