import type { SearchIndex } from '../index/search-index.ts'
import { PieceKind } from '../index/pieces.ts'
import { totalWeight } from '../query/unit.ts'
import type { Meaning, Unit } from '../query/unit.ts'
import { lowerBound } from '../index/lower-bound.ts'

/** The best passage of an article among those wanted: its piece number and the share of the query that stands in it, 0…1. */
export type BestPiece = { piece: number; score: number }

/** What the heading above a passage, and the title, lend to it of their own words. */
const HEADING_LENDS = 0.6
const TITLE_LENDS = 0.4

export function bestPiece(
  index: SearchIndex,
  article: number,
  units: readonly Unit[],
  isWanted: (piece: number) => boolean = () => true,
): BestPiece {
  const from = index.firstPiece[article] ?? 0
  const to = index.firstPiece[article + 1] ?? from
  const totals = new Float32Array(to - from)
  const held = new Float32Array(to - from)
  const all = totalWeight(units)
  for (const unit of units) {
    let marked = 0
    for (const meaning of unit.alternatives) marked += mark(index, meaning, from, to, held)
    if (marked === 0) continue
    const share = (unit.weight * unit.idf) / all
    lend(index, from, held)
    for (let at = 0; at < held.length; at++) totals[at] = (totals[at] ?? 0) + share * (held[at] ?? 0)
    held.fill(0)
  }
  return strongest(index, from, totals, isWanted)
}

/**
 * Raises `held` to what a meaning gives each piece: its worth, by the share of its terms that stand there. Gives how many
 * of its terms it met.
 */
function mark(
  { stored: { postings } }: SearchIndex,
  { terms, worth }: Meaning,
  from: number,
  to: number,
  held: Float32Array,
): number {
  let marked = 0
  let present: Uint8Array | undefined
  for (const term of terms) {
    const end = postings.offsets[term + 1] ?? 0
    let at = lowerBound(postings.pieces, from, postings.offsets[term] ?? 0, end)
    for (; at < end && (postings.pieces[at] ?? to) < to; at++, marked++) {
      const place = (postings.pieces[at] ?? 0) - from
      if (terms.length > 1) present ??= new Uint8Array(held.length)
      const met = present === undefined ? 1 : (present[place] = (present[place] ?? 0) + 1)
      held[place] = Math.max(held[place] ?? 0, worth * (met / terms.length) ** 2)
    }
  }
  return marked
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
  isWanted: (piece: number) => boolean,
): BestPiece {
  let piece = from
  let score = 0
  totals.forEach((total, at) => {
    if (pieces.kind[from + at] === PieceKind.body && total > score && isWanted(from + at)) {
      piece = from + at
      score = total
    }
  })
  return { piece, score }
}
