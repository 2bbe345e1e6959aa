import { emptyLexicon } from './lexicon/lexicon.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Notion } from './lexicon/notion.ts'
import type { SearchDocument } from './search-document.ts'
import { derive } from './index/derive.ts'
import { createGrowingNumbers } from './index/growing-numbers.ts'
import { cutPieces } from './index/pieces.ts'
import type { Piece } from './index/pieces.ts'
import { createPostingsBuilder } from './index/postings.ts'
import type { SearchIndex } from './index/search-index.ts'
import type { IndexedArticle, PieceTable, StoredIndex } from './index/stored-index.ts'
import { termsOf } from './index/terms-of.ts'

/** Indexes articles for `suggest`, with a desk's own words beside the product's (or beside other notions, if given). */
export function buildIndex(
  documents: readonly SearchDocument[],
  lexicon: Lexicon = emptyLexicon,
  notions?: readonly Notion[],
): SearchIndex {
  const builder = createIndexBuilder(lexicon)
  for (const document of documents) builder.add(document)
  return derive({ ...builder.finish(), bodies: documents.map(({ body }) => body) }, notions)
}

/** Takes articles one after another and keeps none of their texts: they may come from a storage larger than memory. */
export type IndexBuilder = {
  add: (document: SearchDocument) => void
  finish: () => Omit<StoredIndex, 'bodies'>
}

export function createIndexBuilder(lexicon: Lexicon): IndexBuilder {
  const articles: IndexedArticle[] = []
  const pieces = createPieceColumns()
  const postings = createPostingsBuilder()
  return {
    add(document) {
      for (const piece of cutPieces(document)) {
        const terms = termsOf(piece.text)
        postings.add(terms)
        pieces.add(articles.length, piece, terms.length)
      }
      articles.push(faceOf(document))
    },
    finish: () => ({ articles, pieces: pieces.finish(), lexicon, ...postings.finish() }),
  }
}

const faceOf = ({ id, title, url, lang, section, translations, headings }: SearchDocument): IndexedArticle => ({
  id,
  title,
  url,
  lang,
  ...(section !== undefined && { section }),
  ...(translations !== undefined && { translations: [...translations] }),
  headings: [...headings],
})

function createPieceColumns() {
  const columns = {
    article: createGrowingNumbers(),
    kind: createGrowingNumbers(),
    start: createGrowingNumbers(),
    end: createGrowingNumbers(),
    section: createGrowingNumbers(),
    length: createGrowingNumbers(),
  }
  return {
    add(article: number, { kind, start, end, section }: Piece, length: number) {
      columns.article.add(article)
      columns.kind.add(kind)
      columns.start.add(start)
      columns.end.add(end)
      columns.section.add(section)
      columns.length.add(length)
    },
    finish: (): PieceTable => ({
      article: columns.article.all(),
      kind: columns.kind.all(),
      start: columns.start.all(),
      end: columns.end.all(),
      section: columns.section.all(),
      length: columns.length.all(),
    }),
  }
}
