import type { SearchIndex } from '../index/search-index.ts'
import { PieceKind } from '../index/pieces.ts'
import type { Unit } from '../query/analyze-query.ts'
import type { Alternative } from '../query/expand-word.ts'
import { totalWeight, worthOf } from './score-articles.ts'
import { lowerBound } from './term-lists.ts'

/** The best passage of an article: its piece number and the share of the query that stands in it, 0…1. */
export type BestPiece = { piece: number; score: number }

/** What the heading above a passage, and the title, lend to it of their own words. */
const HEADING_LENDS = 0.6
const TITLE_LENDS = 0.4

export function bestPiece(index: SearchIndex, article: number, units: readonly Unit[]): BestPiece {
  const from = index.firstPiece[article] ?? 0
  const to = index.firstPiece[article + 1] ?? from
  const totals = new Float32Array(to - from)
  const held = new Float32Array(to - from)
  const all = totalWeight(units)
  for (const unit of units) {
    held.fill(0)
    for (const alternative of unit.alternatives) {
      mark(index, alternative, worthOf(index, unit, alternative), from, to, held)
    }
    const share = (unit.weight * unit.idf) / all
    lend(index, from, held)
    for (let at = 0; at < held.length; at++) totals[at] = (totals[at] ?? 0) + share * (held[at] ?? 0)
  }
  return strongest(index, from, totals)
}

/** Raises `held` to what an alternative gives each piece: its worth, by the share of its terms that stand there. */
function mark(
  { stored: { postings } }: SearchIndex,
  { terms }: Alternative,
  worth: number,
  from: number,
  to: number,
  held: Float32Array,
): void {
  const found = terms.length > 1 ? new Uint8Array(held.length) : undefined
  for (const term of terms) {
    const end = postings.offsets[term + 1] ?? 0
    let at = lowerBound(postings.pieces, from, postings.offsets[term] ?? 0, end)
    for (; at < end && (postings.pieces[at] ?? to) < to; at++) {
      const place = (postings.pieces[at] ?? 0) - from
      const present = found === undefined ? 1 : (found[place] = (found[place] ?? 0) + 1)
      held[place] = Math.max(held[place] ?? 0, worth * (present / terms.length) ** 2)
    }
  }
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

function strongest({ stored: { pieces } }: SearchIndex, from: number, totals: Float32Array): BestPiece {
  let piece = from
  let score = 0
  totals.forEach((total, at) => {
    if (pieces.kind[from + at] === PieceKind.body && total > score) {
      piece = from + at
      score = total
    }
  })
  return { piece, score }
}
