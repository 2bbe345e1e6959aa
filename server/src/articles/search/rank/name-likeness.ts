import { gramsOf } from '../index/gram-index.ts'
import { gramText } from '../index/name-text.ts'
import { PieceKind } from '../index/pieces.ts'
import type { SearchIndex } from '../index/search-index.ts'

const HEADING_WORTH = 0.8

/** By article number: how alike, by character grams, a query is to the title or to the nearest heading (cosine, 0…1). */
export function nameLikeness(index: SearchIndex, words: readonly string[]): Float32Array {
  const { gramIds, offsets, texts, idf, norms, size } = index.nameGrams
  const dots = new Float32Array(norms.length)
  let square = 0
  for (const gram of gramsOf(gramText(words), size)) {
    const id = gramIds.get(gram)
    const weight = id === undefined ? Math.log(1 + norms.length) : (idf[id] ?? 0)
    square += weight * weight
    if (id === undefined) continue
    for (let at = offsets[id] ?? 0; at < (offsets[id + 1] ?? 0); at++) {
      const text = texts[at] ?? 0
      dots[text] = (dots[text] ?? 0) + weight * weight
    }
  }
  return bestByArticle(index, dots, Math.sqrt(square))
}

function bestByArticle({ stored, namePieces, nameGrams }: SearchIndex, dots: Float32Array, norm: number): Float32Array {
  const likeness = new Float32Array(stored.articles.length)
  dots.forEach((dot, name) => {
    if (dot === 0) return
    const piece = namePieces[name] ?? 0
    const article = stored.pieces.article[piece] ?? 0
    const worth = stored.pieces.kind[piece] === PieceKind.title ? 1 : HEADING_WORTH
    likeness[article] = Math.max(likeness[article] ?? 0, (worth * dot) / (norm * (nameGrams.norms[name] ?? 1)))
  })
  return likeness
}
