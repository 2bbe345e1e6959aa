// The desk's own words, beside the product's.
import type { Storage } from 'unstorage'
import { emptyLexicon, Lexicon } from '../search/lexicon/lexicon.ts'

export type DeskLexicon = {
  /** The desk's own; empty before it was ever written. */
  read(): Promise<Lexicon>
  write(lexicon: Lexicon): Promise<void>
}

const key = 'articles:lexicon'

export const createDeskLexicon = (storage: Storage): DeskLexicon => ({
  read: async () => Lexicon.safeParse(await storage.getItem(key)).data ?? emptyLexicon,
  write: async (lexicon) => storage.setItem(key, lexicon),
})
