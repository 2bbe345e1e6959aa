import { digest } from '../util/digest.ts'
import type { ArticleLibrary, Entry } from './library.ts'
import { readSnapshot, snapshotOf } from '../search/snapshot.ts'

/** An import beside ours may add articles while we build; then we build again, but not for ever. */
const mostBuilds = 3

/**
 * Builds the search index of the library and its lexicon as they are now and makes it current for every process; does
 * nothing when the current one is of the same. Gives the version that is current then. `listed` are the library's entries,
 * where they were read before and nothing was written since.
 */
export async function publishIndex(library: ArticleLibrary, listed?: readonly Entry[]): Promise<string> {
  let entries = listed ?? (await library.list())
  let version = await contentVersion(library, entries)
  if (await isCurrent(library, version)) return version
  for (let build = 1; ; build++) {
    const documents = library.documents(entries.map(({ id }) => id))
    await library.index.write(version, snapshotOf(documents, await library.lexicon.read()))
    entries = await library.list()
    const latest = await contentVersion(library, entries)
    if (latest === version || build === mostBuilds) return version
    version = latest
  }
}

/** Names what an index is of: equal for equal articles and words, whoever asks and whenever. */
async function contentVersion(library: ArticleLibrary, entries: readonly Entry[]): Promise<string> {
  const lexicon = await library.lexicon.read()
  return digest(JSON.stringify([entries.map(({ id, origin }) => [id, origin.hash]), lexicon]))
}

/** Also false when what is stored is of another format, as after an update of the product. */
async function isCurrent(library: ArticleLibrary, version: string): Promise<boolean> {
  if ((await library.index.version()) !== version) return false
  const snapshot = await library.index.read(version)
  return snapshot !== undefined && readSnapshot(snapshot) !== undefined
}
