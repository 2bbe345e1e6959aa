import { add, empty, raise } from '../index/accumulator.ts'
import type { Accumulator } from '../index/accumulator.ts'
import { gramsOf } from '../index/gram-index.ts'
import { gramText } from '../index/name-text.ts'
import { PieceKind } from '../index/pieces.ts'
import type { SearchIndex } from '../index/search-index.ts'

const HEADING_WORTH = 0.8
/** A title is short: beside the most telling words of a letter the others say nothing of it. */
const MOST_WORDS = 16

/**
 * By article number: how alike, by character grams, a query is to the title or to the nearest heading (cosine, 0…1).
 * Holds until it is called again.
 */
export function nameLikeness(index: SearchIndex, words: readonly string[]): Accumulator {
  const { gramIds, offsets, texts, idf, norms, size } = index.nameGrams
  const { names } = index.scratch
  empty(names)
  let square = 0
  for (const gram of gramsOf(gramText(words.slice(0, MOST_WORDS)), size)) {
    const id = gramIds.get(gram)
    const weight = id === undefined ? Math.log(1 + norms.length) : (idf[id] ?? 0)
    square += weight * weight
    if (id === undefined) continue
    for (let at = offsets[id] ?? 0; at < (offsets[id + 1] ?? 0); at++) add(names, texts[at] ?? 0, weight * weight)
  }
  return bestByArticle(index, names, Math.sqrt(square))
}

function bestByArticle(
  { stored, namePieces, nameGrams, scratch }: SearchIndex,
  dots: Accumulator,
  norm: number,
): Accumulator {
  const { likeness } = scratch
  empty(likeness)
  for (let n = 0; n < dots.count; n++) {
    const name = dots.touched[n] ?? 0
    const piece = namePieces[name] ?? 0
    const worth = stored.pieces.kind[piece] === PieceKind.title ? 1 : HEADING_WORTH
    const cosine = (dots.sums[name] ?? 0) / (norm * (nameGrams.norms[name] ?? 1))
    raise(likeness, stored.pieces.article[piece] ?? 0, worth * cosine)
  }
  return likeness
}
