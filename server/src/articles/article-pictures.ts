// Pictures of articles, kept by their digests: the same picture is kept once, and what has a name never changes.
import { articlePictures } from '@bilet/shared/article'
import type { Storage } from 'unstorage'

const types: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' }
const naming = /^([0-9a-f]{64})\.(png|jpg|webp)$/u
const nameIn = (src: string) => src.slice(articlePictures.length)
const keyOf = (name: string) => `articles:picture:${name.replace('.', '-')}`

export type ArticlePictures = {
  /** Whether a picture by this `src` of an image is kept. */
  has(src: string): Promise<boolean>
  /** Keeps cleaned bytes under the `src` that names them. */
  put(src: string, bytes: Uint8Array): Promise<void>
  /** Undefined for a name that is none, or of no picture. */
  get(name: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined>
}

export function createArticlePictures(storage: Storage): ArticlePictures {
  return {
    has: async (src) => storage.hasItem(keyOf(nameIn(src))),
    put: async (src, bytes) => storage.setItemRaw(keyOf(nameIn(src)), bytes),
    async get(name) {
      const [, , ending = ''] = naming.exec(name) ?? []
      const type = types[ending]
      const found = type === undefined ? null : await storage.getItemRaw<Uint8Array | ArrayBuffer>(keyOf(name))
      return found === null || type === undefined ? undefined : { bytes: new Uint8Array(found), type }
    },
  }
}
