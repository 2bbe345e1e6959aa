import { digest } from '../util/digest.ts'
import type { ArticleLibrary } from './library.ts'
import { buildIndex } from '../search/build-index.ts'
import { readSnapshot, toSnapshot } from '../search/snapshot.ts'

/** An import beside ours may add articles while we build; then we build again, but not for ever. */
const mostBuilds = 3

/**
 * Builds the search index of the library and its lexicon as they are now and makes it current for every process; does
 * nothing when the current one is of the same. Gives the version that is current then.
 */
export async function publishIndex(library: ArticleLibrary): Promise<string> {
  let version = await contentVersion(library)
  for (let build = 0; build < mostBuilds && !(await isCurrent(library, version)); build++) {
    const index = buildIndex(await library.documents(), await library.lexicon.read())
    await library.index.write(version, toSnapshot(index))
    version = await contentVersion(library)
  }
  return version
}

/** Names what an index is of: equal for equal articles and words, whoever asks and whenever. */
async function contentVersion(library: ArticleLibrary): Promise<string> {
  const entries = await library.list()
  const lexicon = await library.lexicon.read()
  return digest(JSON.stringify([entries.map(({ id, origin }) => [id, origin.hash]), lexicon]))
}

/** Also false when what is stored is of another format, as after an update of the product. */
async function isCurrent(library: ArticleLibrary, version: string): Promise<boolean> {
  if ((await library.index.version()) !== version) return false
  const snapshot = await library.index.read(version)
  return snapshot !== undefined && readSnapshot(snapshot) !== undefined
}
