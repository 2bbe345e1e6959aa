import { createGrowingBytes, createGrowingNumbers } from './growing-numbers.ts'

/** For term t, the pieces that hold it are `pieces[offsets[t] … offsets[t + 1] - 1]`, rising, with their `counts`. */
export type Postings = { offsets: Uint32Array; pieces: Uint32Array; counts: Uint8Array }

export type PostingsBuilder = {
  /** Pieces are numbered from 0 in the order in which they are added. */
  add: (terms: readonly string[]) => void
  finish: () => { terms: string[]; postings: Postings }
}

const MOST_COUNTED = 255

/** Collects postings piece by piece and turns them over at the end, terms sorted by code unit. */
export function createPostingsBuilder(): PostingsBuilder {
  const numbers = new Map<string, number>()
  const starts = createGrowingNumbers()
  const found = createGrowingNumbers()
  const counts = createGrowingBytes()
  return {
    add(terms) {
      starts.add(found.length())
      const inPiece = new Map<string, number>()
      for (const term of terms) inPiece.set(term, (inPiece.get(term) ?? 0) + 1)
      for (const [term, count] of inPiece) {
        found.add(numberOf(numbers, term))
        counts.add(Math.min(MOST_COUNTED, count))
      }
    },
    finish() {
      starts.add(found.length())
      const terms = [...numbers.keys()].toSorted()
      const places = new Uint32Array(terms.length)
      terms.forEach((term, place) => (places[numbers.get(term) ?? 0] = place))
      return { terms, postings: turnOver({ starts: starts.all(), found: found.all(), counts: counts.all() }, places) }
    },
  }
}

function numberOf(numbers: Map<string, number>, term: string): number {
  const known = numbers.get(term)
  if (known !== undefined) return known
  numbers.set(term, numbers.size)
  return numbers.size - 1
}

type ByPiece = { starts: Int32Array; found: Int32Array; counts: Uint8Array }

/** From the terms of each piece to the pieces of each term; `places[n]` is where the term numbered n stands. */
function turnOver({ starts, found, counts }: ByPiece, places: Uint32Array): Postings {
  const offsets = new Uint32Array(places.length + 1)
  for (const term of found) {
    const after = (places[term] ?? 0) + 1
    offsets[after] = (offsets[after] ?? 0) + 1
  }
  for (let place = 0; place < places.length; place++)
    offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0)
  const next = offsets.slice()
  const postings = { offsets, pieces: new Uint32Array(found.length), counts: new Uint8Array(found.length) }
  for (let piece = 0; piece + 1 < starts.length; piece++) {
    for (let from = starts[piece] ?? 0; from < (starts[piece + 1] ?? 0); from++) {
      const place = places[found[from] ?? 0] ?? 0
      const to = next[place] ?? 0
      next[place] = to + 1
      postings.pieces[to] = piece
      postings.counts[to] = counts[from] ?? 0
    }
  }
  return postings
}
