import { PieceKind } from './pieces.ts'
import type { StoredIndex } from './stored-index.ts'

/** The words of a piece as the article has them. */
export function pieceText({ articles, bodies, pieces }: StoredIndex, piece: number): string {
  const article = pieces.article[piece] ?? 0
  const kind = pieces.kind[piece]
  if (kind === PieceKind.title) return articles[article]?.title ?? ''
  if (kind === PieceKind.heading) return articles[article]?.headings[pieces.section[piece] ?? 0] ?? ''
  return bodies[article]?.slice(pieces.start[piece], pieces.end[piece]) ?? ''
}
