// The search index as every process shares it: whole under a name of its own first, then one small record says which
// is current. A process that reads at any moment meets the old one or the new one.
import * as z from 'zod/mini'
import type { Storage } from 'unstorage'
import { gunzip, gzip } from '../util/gzip.ts'
import type { Pieces } from '../util/gzip.ts'
import type { Snapshot, SnapshotParts } from '../search/snapshot.ts'

const Current = z.object({ version: z.string(), previous: z.exactOptional(z.string()) })

export type IndexStore = {
  /** The version that is current; undefined before the first. One small read. */
  version(): Promise<string | undefined>
  /** Undefined for a version that is gone or was cut short. */
  read(version: string): Promise<Snapshot | undefined>
  /** Makes a version current. The one before it is kept: a process may be reading it. */
  write(version: string, snapshot: SnapshotParts): Promise<void>
}

const currentKey = 'articles:current'
const prefix = 'articles:index'
const partKey = (version: string, part: keyof Snapshot) => `${prefix}:${version}:${part}`

export function createIndexStore(storage: Storage): IndexStore {
  const current = async () => Current.safeParse(await storage.getItem(currentKey)).data

  const readPart = async (version: string, part: keyof Snapshot) => {
    const stored = await storage.getItemRaw<unknown>(partKey(version, part))
    const isBytes = stored instanceof Uint8Array || stored instanceof ArrayBuffer
    return isBytes ? gunzip(new Uint8Array(stored)).catch(() => undefined) : undefined
  }

  const writePart = async (version: string, part: keyof Snapshot, pieces: Pieces) =>
    storage.setItemRaw(partKey(version, part), await gzip(pieces))

  async function forget(kept: readonly string[]) {
    const keys = await storage.getKeys(prefix)
    const stale = keys.filter((key) => !kept.some((version) => key.startsWith(`${prefix}:${version}:`)))
    await Promise.all(stale.map((key) => storage.removeItem(key)))
  }

  return {
    version: async () => (await current())?.version,
    async read(version) {
      const [index, texts] = [await readPart(version, 'index'), await readPart(version, 'texts')]
      return index && texts && { index, texts }
    },
    async write(version, { texts, index }) {
      const before = await current()
      await writePart(version, 'texts', texts)
      await writePart(version, 'index', [index()])
      const previous = before?.version === version ? before.previous : before?.version
      await storage.setItem(currentKey, { version, ...(previous !== undefined && { previous }) })
      await forget(previous === undefined ? [version] : [version, previous])
    },
  }
}
