// The desk's own words, beside the product's. Every index is built with both, whoever builds it.
import type { Storage } from 'unstorage'
import { emptyLexicon, Lexicon, mergeLexicons } from '../search/lexicon.ts'
import { lexiconRu } from '../search/lexicon-ru.ts'

export type DeskLexicon = {
  /** The desk's own; empty before it was ever written. */
  read(): Promise<Lexicon>
  write(lexicon: Lexicon): Promise<void>
  /** The product's and the desk's together. */
  merged(): Promise<Lexicon>
}

const key = 'articles:lexicon'

export function createDeskLexicon(storage: Storage): DeskLexicon {
  const read = async () => Lexicon.safeParse(await storage.getItem(key)).data ?? emptyLexicon
  return {
    read,
    write: async (lexicon) => storage.setItem(key, lexicon),
    merged: async () => mergeLexicons(lexiconRu, await read()),
  }
}
