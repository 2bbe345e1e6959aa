// Pictures chosen by the owner, on the device until the server has them: for a draft, by its key, or for a reply.
import { effect } from '@preact/signals'
import { createOnce } from './once.ts'
import { createVault } from './vault.ts'
import type { Vault } from './vault.ts'

/** `key` tells a picture from the others of its draft, and puts them in order. */
export type KeptPicture = { key: string; name: string; file: Blob }

export type PictureKeep = {
  /** False when the device does not keep it: it is gone with the page. */
  put(draft: string, picture: KeptPicture): Promise<boolean>
  get(draft: string, key: string): Promise<KeptPicture | undefined>
  list(draft: string): Promise<KeptPicture[]>
  /** Takes away what belongs to none of these drafts. */
  sweep(drafts: string[]): Promise<void>
  /** One picture, or all of the draft. */
  remove(draft: string, key?: string): Promise<void>
}

/** As bytes: not every browser keeps a Blob across visits. */
type Stored = { key: string; name: string; type: string; bytes: ArrayBuffer }

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof ArrayBuffer

const toPicture = ({ key, name, type, bytes }: Stored): KeptPicture => ({
  key,
  name,
  file: new File([bytes], name, { type }),
})

/** Pictures of whoever `scope` names at the time. Nothing here throws. */
export function createPictureKeep(vault: Vault, scope: () => string): PictureKeep {
  const at = (draft: string, key = '') => `${scope()}/pictures/${draft}/${key}`
  const list = async (prefix: string) => (await vault.list(prefix)).filter(isStored).map(toPicture)
  return {
    async put(draft, { key, name, file }) {
      const place = at(draft, key)
      const bytes = await file.arrayBuffer().catch(() => null)
      const stored: Stored | null = bytes && { key, name, type: file.type, bytes }
      return stored !== null && vault.put(place, stored)
    },
    get: async (draft, key) => (await list(at(draft, key)))[0],
    list: (draft) => list(at(draft)),
    async sweep(drafts) {
      const all = `${scope()}/pictures/`
      const keys = await vault.keys(all)
      const left = new Set(keys.map((key) => key.slice(all.length).split('/')[0] ?? ''))
      for (const draft of left) if (!drafts.includes(draft)) await vault.remove(at(draft))
    },
    remove: (draft, key) => vault.remove(at(draft, key)),
  }
}

/** The desk's own keep. Whoever comes next finds nothing of the one before, in memory either. */
export const pictureKeepOf = createOnce(({ session, databases, atEnd }): PictureKeep => {
  const scope = () => session.scope.peek() ?? 'guest'
  const vault = createVault(databases, () => (scope().startsWith('user:') ? 'bilet:user' : 'bilet:guest'))
  let last = scope()
  atEnd(
    effect(() => {
      const next = session.scope.value ?? last
      if (next !== last) void vault.remove(`${last}/`)
      last = next
    }),
  )
  return createPictureKeep(vault, scope)
})
