import type { SearchDocument } from '../../src/search/search-document.ts'

export type Hit = { id: string; score: number }

/** A search engine as the evaluation sees it: built over documents, asked with what an owner typed. */
export type Engine = {
  name: string
  build: (documents: readonly SearchDocument[]) => Promise<(text: string, limit: number) => readonly Hit[]>
}
