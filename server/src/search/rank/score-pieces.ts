import type { Postings } from '../index/postings.ts'
import type { SearchIndex, Within } from '../index/search-index.ts'
import { PieceKind } from '../index/pieces.ts'
import { totalWeight } from '../query/unit.ts'
import type { Meaning, Unit } from '../query/unit.ts'
import { lowerBound } from '../index/lower-bound.ts'

/** The best passage of an article among those wanted: its piece number and the share of the query that stands in it, 0…1. */
export type BestPiece = { piece: number; score: number }

/** What the heading above a passage, and the title, lend to it of their own words. */
const HEADING_LENDS = 0.6
const TITLE_LENDS = 0.4

export const bestPiece = (index: SearchIndex, article: number, units: readonly Unit[]): BestPiece =>
  readPieces(index, article, units)()

/** Reads the passages of an article once. Gives what finds the best of them, or of those that are wanted. */
export function readPieces(
  index: SearchIndex,
  article: number,
  units: readonly Unit[],
): (isWanted?: (piece: number) => boolean) => BestPiece {
  const from = index.firstPiece[article] ?? 0
  const to = index.firstPiece[article + 1] ?? from
  const totals = new Float32Array(to - from)
  const held = new Float32Array(to - from)
  const met = new Uint8Array(to - from)
  const all = totalWeight(units)
  begin(index.scratch.within)
  for (const unit of units) {
    let marked = 0
    for (const meaning of unit.alternatives) marked += mark(index, meaning, from, to, held, met)
    if (marked === 0) continue
    const share = (unit.weight * unit.idf) / all
    lend(index, from, held)
    for (let at = 0; at < held.length; at++) totals[at] = (totals[at] ?? 0) + share * (held[at] ?? 0)
    held.fill(0)
  }
  return (isWanted) => strongest(index, from, totals, isWanted)
}

/**
 * Raises `held` to what a meaning gives each piece: its worth, by the share of its terms that stand there. Gives how many
 * of its terms it met. `met` is room to count in, empty before and after.
 */
function mark(
  { stored: { postings }, scratch: { within } }: SearchIndex,
  { terms, worth }: Meaning,
  from: number,
  to: number,
  held: Float32Array,
  met: Uint8Array,
): number {
  let marked = 0
  const isPhrase = terms.length > 1
  for (const term of terms) {
    if (within.asked[term] !== within.round) find(postings, term, from, to, within)
    const end = within.to[term] ?? 0
    for (let at = within.from[term] ?? 0; at < end; at++, marked++) {
      const place = (postings.pieces[at] ?? 0) - from
      const share = isPhrase ? (met[place] = (met[place] ?? 0) + 1) / terms.length : 1
      held[place] = Math.max(held[place] ?? 0, worth * share ** 2)
    }
  }
  if (isPhrase && marked > 0) met.fill(0)
  return marked
}

/** Forgets what was found of other pieces. */
function begin(within: Within): void {
  within.round = (within.round + 1) >>> 0
  if (within.round === 0) within.asked.fill(within.round++)
}

/** Finds a term's postings of some pieces: phrases have their words in common, so most are asked for several times. */
function find({ offsets, pieces }: Postings, term: number, from: number, to: number, within: Within): void {
  const end = offsets[term + 1] ?? 0
  let at = lowerBound(pieces, from, offsets[term] ?? 0, end)
  within.asked[term] = within.round
  within.from[term] = at
  while (at < end && (pieces[at] ?? to) < to) at++
  within.to[term] = at
}

/** Passages stand after the heading of their section, so one pass in reading order is enough. */
function lend({ stored: { pieces } }: SearchIndex, from: number, held: Float32Array): void {
  const title = TITLE_LENDS * (held[0] ?? 0)
  let heading = 0
  for (let at = 1; at < held.length; at++) {
    if (pieces.kind[from + at] === PieceKind.heading) heading = HEADING_LENDS * (held[at] ?? 0)
    else held[at] = Math.max(held[at] ?? 0, title, heading)
  }
}

function strongest(
  { stored: { pieces } }: SearchIndex,
  from: number,
  totals: Float32Array,
  isWanted?: (piece: number) => boolean,
): BestPiece {
  let piece = from
  let score = 0
  totals.forEach((total, at) => {
    if (pieces.kind[from + at] === PieceKind.body && total > score && (isWanted?.(from + at) ?? true)) {
      piece = from + at
      score = total
    }
  })
  return { piece, score }
}
