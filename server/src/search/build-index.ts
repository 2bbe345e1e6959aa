import { emptyLexicon } from './lexicon/lexicon.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Notion } from './lexicon/notion.ts'
import type { SearchDocument } from './search-document.ts'
import { derive } from './index/derive.ts'
import type { PieceTable, SearchIndex, StoredIndex } from './index/search-index.ts'
import { cutPieces } from './index/pieces.ts'
import { createPostingsBuilder } from './index/postings.ts'
import { termsOf } from './index/terms-of.ts'

/** Indexes articles for `suggest`, with a desk's own words beside the product's (or beside other notions, if given). */
export function buildIndex(
  documents: readonly SearchDocument[],
  lexicon: Lexicon = emptyLexicon,
  notions?: readonly Notion[],
): SearchIndex {
  return derive(buildStored(documents, lexicon), notions)
}

/** What a snapshot keeps of an index: enough for whoever publishes one and asks it nothing. */
export function buildStored(documents: readonly SearchDocument[], lexicon: Lexicon = emptyLexicon): StoredIndex {
  const pieces: number[][] = []
  const builder = createPostingsBuilder()
  documents.forEach((document, article) => {
    for (const piece of cutPieces(document)) {
      const terms = termsOf(piece.text)
      builder.add(pieces.length, terms)
      pieces.push([article, piece.kind, piece.start, piece.end, piece.section, terms.length])
    }
  })
  const articles = documents.map(({ id, title, url, lang, section, headings }) => ({
    id,
    title,
    url,
    lang,
    ...(section !== undefined && { section }),
    headings: [...headings],
  }))
  const bodies = documents.map(({ body }) => body)
  return { articles, bodies, pieces: toTable(pieces), lexicon, ...builder.finish() }
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
