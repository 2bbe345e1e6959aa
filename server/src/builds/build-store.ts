// Files of every build that pages may still be made of: an update must not take a chunk from under a page that is open.
// They lie in the storage, which all processes share, so that two versions beside each other serve each other's pages.
import * as z from 'zod/mini'
import type { Storage } from 'unstorage'
import { digest, digestBytes } from '../util/digest.ts'

const Facts = z.object({ path: z.string(), sha256: z.string(), askedAt: z.number() })
type Facts = z.infer<typeof Facts>

type Bytes = Uint8Array<ArrayBuffer>

/** A file of a build, by its path below the widget's folder. */
export type BuildFile = { path: string; bytes: () => Promise<Uint8Array> }

export type BuildStore = {
  /** Keeps what of the files is not kept yet. Resolves when other processes can find all of them. */
  publish(files: readonly BuildFile[]): Promise<void>
  /** Null for what was never published, is forgotten, or is not what was stored. */
  find(path: string): Promise<Bytes | null>
  /** Forgets what nobody has asked for in ninety days; gives the number of files. */
  sweep(): Promise<number>
}

const dayMs = 24 * 60 * 60 * 1000
/** A file stays this long after it was last asked for, milliseconds. */
export const keptMs = 90 * dayMs

const factsPrefix = 'builds:facts'
/** By digests: names of earlier chunks differ by case alone, which not every file system tells apart. */
const factsKey = (name: string) => `${factsPrefix}:${name}`
const bytesKey = (name: string) => `builds:bytes:${name}`

/** The names under which a file never changes: chunks by their own content or their build's, loaders by their build's version. */
export const isImmutable = (path: string) => /^(panel\/([\da-f]{8}\/)?[\w.-]+|v\/[\da-f]{12}\/bilet)\.js$/.test(path)

export function createBuildStore(storage: Storage, { clock }: { clock: () => number }): BuildStore {
  const factsOf = async (name: string) => Facts.safeParse(await storage.getItem(factsKey(name))).data

  /** Written once a day at most, however often the file is asked for. */
  async function note(name: string, facts: Facts) {
    if (clock() - facts.askedAt >= dayMs) await storage.setItem(factsKey(name), { ...facts, askedAt: clock() })
  }

  async function keep({ path, bytes }: BuildFile) {
    const name = await digest(path)
    const known = await factsOf(name)
    if (known) return note(name, known)
    const content = await bytes()
    await storage.setItemRaw(bytesKey(name), content)
    return storage.setItem(factsKey(name), {
      path,
      sha256: await digestBytes(new Uint8Array(content)),
      askedAt: clock(),
    })
  }

  return {
    publish: async (files) => void (await Promise.all(files.filter(({ path }) => isImmutable(path)).map(keep))),
    async find(path) {
      if (!isImmutable(path)) return null
      const name = await digest(path)
      const facts = await factsOf(name)
      const bytes = facts && toBytes(await storage.getItemRaw<unknown>(bytesKey(name)))
      if (!bytes || (await digestBytes(bytes)) !== facts.sha256) return null
      // A page gets its chunk also where nothing can be written.
      await note(name, facts).catch(() => undefined)
      return bytes
    },
    async sweep() {
      const keys = await storage.getKeys(factsPrefix)
      const names = turnOf(keys, clock()).map((key) => key.slice(factsPrefix.length + 1))
      const forget = async (name: string) => {
        const facts = await factsOf(name)
        if (!facts || clock() - facts.askedAt < keptMs) return 0
        await storage.removeItem(factsKey(name))
        await storage.removeItem(bytesKey(name))
        return 1
      }
      const forgotten = await Promise.all(names.map(forget))
      return forgotten.reduce<number>((sum, one) => sum + one, 0)
    },
  }
}

/** A Worker may ask its storages a thousand times at a call: each day another part, where there are more. */
const sweptAtOnce = 200

function turnOf(keys: readonly string[], now: number): readonly string[] {
  const turns = Math.ceil(keys.length / sweptAtOnce)
  const from = turns > 0 ? (Math.floor(now / dayMs) % turns) * sweptAtOnce : 0
  return keys.slice(from, from + sweptAtOnce)
}

/** Drivers give bytes as a Buffer, an ArrayBuffer or an array of their own. */
function toBytes(value: unknown): Bytes | null {
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return value instanceof Uint8Array ? new Uint8Array(value) : null
}
