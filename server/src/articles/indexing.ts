// The work on the search index that takes long where the library is large.
import { buildIndex } from '../search/build-index.ts'
import type { SearchIndex } from '../search/index/search-index.ts'
import { fromSnapshot } from '../search/snapshot.ts'
import { collect } from '../util/collect.ts'
import type { ArticleLibrary } from './library.ts'
import { publishIndex } from './publish-index.ts'

export type Indexing = {
  /** Makes the stored index that of the library as it is now. */
  publish: () => Promise<unknown>
  /** The stored index of a version, ready to be asked; an empty one before the first. */
  load: (version: string | undefined) => Promise<SearchIndex>
}

/** Where the platform has no other place for it. */
export const indexHere = (library: ArticleLibrary): Indexing => ({
  publish: () => publishIndex(library),
  load: (version) => loadIndex(library, version),
})

/** An index of another format, or a lost one, is built again from the articles. */
export async function loadIndex(library: ArticleLibrary, version: string | undefined): Promise<SearchIndex> {
  if (version === undefined) return buildIndex([])
  const snapshot = await library.index.read(version)
  const kept = snapshot && fromSnapshot(snapshot)
  return kept ?? buildIndex(await collect(library.documents()), await library.lexicon.read())
}
