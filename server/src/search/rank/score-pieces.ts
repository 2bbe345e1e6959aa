import { lowerBoundNear } from '../../util/lower-bound.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { PieceKind } from '../index/pieces.ts'
import { totalWeight } from '../query/unit.ts'
import type { Unit } from '../query/unit.ts'

/** The best passage of an article among those wanted: its piece number and the share of the query that stands in it, 0…1. */
export type BestPiece = { piece: number; score: number }

/** Finds the best passage of an article, or of those that are wanted. */
type FindBest = (isWanted?: (piece: number) => boolean) => BestPiece

/** What the heading above a passage, and the title, lend to it of their own words. */
const HEADING_LENDS = 0.6
const TITLE_LENDS = 0.4

/** How much each unit of a query counts, 0 for one that is not met, and all together. */
export type Weighing = { weights: readonly number[]; all: number }

/** Reads the passages of an article once, by its own weighing of the query if it has one. */
export type PieceReader = (article: number, weighing?: Weighing) => FindBest

/** With least work where articles come in rising order. What is read of one is forgotten with the next. */
export function createPieceReader(index: SearchIndex, units: readonly Unit[]): PieceReader {
  const { terms, read } = numbered(units)
  const find = createFinder(index, terms)
  const usual: Weighing = { weights: units.map(({ weight, idf }) => weight * idf), all: totalWeight(units) }
  let room = roomFor(0)
  return (article, { weights, all } = usual) => {
    const from = index.firstPiece[article] ?? 0
    const to = index.firstPiece[article + 1] ?? from
    const count = to - from
    if (room.totals.length < count) room = roomFor(2 * count)
    const { totals, held, met } = room
    totals.fill(0, 0, count)
    const found = find(from, to)
    for (let nth = 0; nth < read.length; nth++) {
      const { terms: alone, phrases } = read[nth]!
      const weight = weights[nth] ?? 0
      let marked = 0
      if (weight > 0) for (const one of alone) marked += markTerm(one, found, held)
      if (marked === 0) continue
      for (const phrase of phrases) markTogether(phrase, found, held, met)
      addHeld(index, from, count, room, weight / all)
    }
    return (isWanted) => strongest(index, from, to, totals, isWanted)
  }
}

type Room = ReturnType<typeof roomFor>

/** Room for the passages of an article: what each holds of the query, of a word, and of a phrase. The latter two stay empty. */
const roomFor = (count: number) => ({
  totals: new Float32Array(count),
  held: new Float32Array(count),
  met: new Uint8Array(count),
})

/** What a unit of the query gives a passage, by places of its terms in a list of all terms of the query. */
type Numbered = {
  /** Its terms, each with the most that it gives where it stands alone of a meaning. */
  terms: readonly Alone[]
  /** Its meanings of several terms. */
  phrases: readonly Phrase[]
}
type Phrase = { terms: readonly number[]; worth: number }
type Alone = { term: number; worth: number }

/** What a meaning gives a passage in which so large a share of its terms stands. */
const worthOf = (worth: number, share: number): number => worth * share * share

function raise(alone: Alone[], term: number, worth: number): void {
  for (const one of alone)
    if (one.term === term) {
      one.worth = Math.max(one.worth, worth)
      return
    }
  alone.push({ term, worth })
}

/** Phrases have their words in common: a query has a quarter as many terms as its meanings together. */
function numbered(units: readonly Unit[]): { terms: readonly number[]; read: readonly Numbered[] } {
  const places = new Map<number, number>()
  const placeOf = (term: number): number => {
    const known = places.get(term)
    if (known !== undefined) return known
    places.set(term, places.size)
    return places.size - 1
  }
  const read = units.map(({ alternatives }): Numbered => {
    const alone: Alone[] = []
    const phrases: Phrase[] = []
    for (const { terms: given, worth } of alternatives) {
      const terms = given.map(placeOf)
      const most = worthOf(worth, 1 / terms.length)
      for (const term of terms) raise(alone, term, most)
      if (terms.length > 1) phrases.push({ terms, worth })
    }
    return { terms: alone, phrases }
  })
  return { terms: [...places.keys()], read }
}

/** Where a query's terms stand in an article that begins with piece `first`: those of term t are `pieces[from[t] … to[t] - 1]`. */
type Found = { pieces: Uint32Array; first: number; from: Uint32Array; to: Uint32Array }

/** No piece has this number. */
const NONE = 0xffffffff

/** Looks for terms in the pieces of one article after another; what it gives is true until it looks again. */
function createFinder({ stored: { postings } }: SearchIndex, terms: readonly number[]) {
  const { offsets, pieces } = postings
  const from = new Uint32Array(terms.length)
  const to = new Uint32Array(terms.length)
  /** In which piece each term stands next: most terms are in few articles, and need no looking for in the others. */
  const next = new Uint32Array(terms.length)
  let reached = Infinity
  return (first: number, end: number): Found => {
    if (first < reached) {
      next.fill(0)
      terms.forEach((term, place) => (to[place] = offsets[term] ?? 0))
    }
    for (let place = 0; place < terms.length; place++) {
      let at = to[place] ?? 0
      if ((next[place] ?? 0) < end) {
        const last = offsets[(terms[place] ?? 0) + 1] ?? 0
        at = lowerBoundNear(pieces, first, at, last)
        from[place] = at
        while (at < last && (pieces[at] ?? end) < end) at++
        to[place] = at
        next[place] = at < last ? (pieces[at] ?? NONE) : NONE
      } else from[place] = at
    }
    reached = end
    return { pieces, first, from, to }
  }
}

/** Raises `held` to what a term gives each passage in which it stands. Gives in how many. */
function markTerm({ term, worth }: Alone, { pieces, first, from, to }: Found, held: Float32Array) {
  const begin = from[term] ?? 0
  const end = to[term] ?? 0
  for (let at = begin; at < end; at++) {
    const place = (pieces[at] ?? 0) - first
    if (worth > (held[place] ?? 0)) held[place] = worth
  }
  return end - begin
}

/**
 * Raises `held` to what a phrase gives each passage in which several of its terms stand. `met` is room to count in, empty
 * before and after.
 */
function markTogether(
  { terms, worth }: Phrase,
  { pieces, first, from, to }: Found,
  held: Float32Array,
  met: Uint8Array,
) {
  let present = 0
  for (const term of terms) if ((to[term] ?? 0) > (from[term] ?? 0)) present++
  if (present < 2) return
  for (const term of terms) {
    const end = to[term] ?? 0
    for (let at = from[term] ?? 0; at < end; at++) {
      const place = (pieces[at] ?? 0) - first
      const count = (met[place] = (met[place] ?? 0) + 1)
      if (count > 1) held[place] = Math.max(held[place] ?? 0, worthOf(worth, count / terms.length))
    }
  }
  met.fill(0)
}

/**
 * Adds the share of a word that passages hold, and what their heading and the title lend them of it, to what they hold of
 * the query. Passages stand after the heading of their section, so one pass in reading order is enough.
 */
function addHeld({ stored: { pieces } }: SearchIndex, from: number, count: number, room: Room, share: number): void {
  const { totals, held } = room
  const title = TITLE_LENDS * (held[0] ?? 0)
  let heading = 0
  for (let at = 0; at < count; at++) {
    const own = held[at] ?? 0
    held[at] = 0
    if (pieces.kind[from + at] === PieceKind.heading) heading = HEADING_LENDS * own
    totals[at] = (totals[at] ?? 0) + share * Math.max(own, title, heading)
  }
}

function strongest(
  { stored: { pieces } }: SearchIndex,
  from: number,
  to: number,
  totals: Float32Array,
  isWanted?: (piece: number) => boolean,
): BestPiece {
  let best = from
  let score = 0
  for (let piece = from; piece < to; piece++) {
    const total = totals[piece - from] ?? 0
    if (pieces.kind[piece] === PieceKind.body && total > score && (isWanted?.(piece) ?? true)) {
      best = piece
      score = total
    }
  }
  return { piece: best, score }
}
