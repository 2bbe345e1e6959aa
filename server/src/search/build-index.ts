import type { Lexicon } from './lexicon.ts'
import type { SearchDocument } from './search-document.ts'
import { lexiconRu } from './lexicon-ru.ts'
import { derive } from './index/derive.ts'
import type { PieceTable, SearchIndex } from './index/search-index.ts'
import { cutPieces } from './index/pieces.ts'
import { createPostingsBuilder } from './index/postings.ts'
import { termsOf } from './index/terms-of.ts'

/** Indexes articles for `suggest`. The lexicon is the product's own unless another (or a merged one) is given. */
export function buildIndex(documents: readonly SearchDocument[], lexicon: Lexicon = lexiconRu): SearchIndex {
  const pieces: number[][] = []
  const builder = createPostingsBuilder()
  documents.forEach((document, article) => {
    for (const piece of cutPieces(document)) {
      const terms = termsOf(piece.text)
      builder.add(pieces.length, terms)
      pieces.push([article, piece.kind, piece.start, piece.end, piece.section, terms.length])
    }
  })
  const articles = documents.map(({ id, title, url, lang, headings }) => ({
    id,
    title,
    url,
    lang,
    headings: [...headings],
  }))
  return derive({
    articles,
    bodies: documents.map(({ body }) => body),
    pieces: toTable(pieces),
    lexicon,
    ...builder.finish(),
  })
}

function toTable(rows: readonly (readonly number[])[]): PieceTable {
  const column = (at: number): Int32Array => Int32Array.from(rows, (row) => row[at] ?? 0)
  return {
    article: column(0),
    kind: column(1),
    start: column(2),
    end: column(3),
    section: column(4),
    length: column(5),
  }
}
