// Pictures chosen by the owner, on the device until the server has them: for a draft, by its key, or for a reply.
import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { createOnce } from './once.ts'
import { createVault } from './vault.ts'
import type { Vault } from './vault.ts'

/** `key` tells a picture from the others of its draft, and puts them in order. */
export type KeptPicture = { key: string; name: string; file: Blob }

export type PictureKeep = {
  /** False once the device has refused to keep one: it is in this page only. */
  isKept: ReadonlySignal<boolean>
  /** False when the device does not keep it: it is gone with the page. */
  put(draft: string, picture: KeptPicture): Promise<boolean>
  /** Of a draft also those that came before the page had said whose they are, of whatever draft. */
  list(draft: string): Promise<KeptPicture[]>
  /** Takes away what belongs to none of these drafts, nor to a reply; what was nobody's is somebody's by then. */
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

/** Whether this tab has what a key names in hand, asked once for each key: in one tab alone, for as long as it lives. */
export function createClaims(atEnd: (stop: () => void) => void) {
  const end = new Promise<void>((resolve) => atEnd(resolve))
  const claimed = new Map<string, Promise<boolean>>()
  const claim = (key: string) =>
    new Promise<boolean>((resolve) => {
      if (!('locks' in navigator)) return resolve(true)
      void navigator.locks.request(`bilet:pictures:${key}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        return lock ? end : undefined
      })
    })
  return (key: string) => {
    const known = claimed.get(key) ?? claim(key)
    claimed.set(key, known)
    return known
  }
}

/** Whose they are while the page has not said. */
const unnamed = 'user:new'

/** A reply's pictures are kept under this, its draft's under its key. */
export const replyPlace = (ticket: string) => `reply-${ticket}`
const isReply = (place: string) => place.startsWith(replyPlace(''))

/** Pictures of whoever `scope` names at the time. Nothing here throws. */
export function createPictureKeep(vault: Vault, scope: () => string): PictureKeep {
  const at = (draft: string, key = '') => `${scope()}/pictures/${draft}/${key}`
  /** A guest's database is another: nothing opens that of owners again once it is wiped. */
  const isUser = () => scope().startsWith('user:')
  const isKept = signal(true)
  return {
    isKept,
    async put(draft, { key, name, file }) {
      const place = at(draft, key)
      const bytes = await file.arrayBuffer().catch(() => null)
      const stored: Stored | null = bytes && { key, name, type: file.type, bytes }
      if (stored === null) return false
      const isDone = await vault.put(place, stored)
      isKept.value &&= isDone
      return isDone
    },
    async list(draft) {
      const early = isReply(draft) || !isUser() ? [] : await vault.list(`${unnamed}/`)
      return [...early, ...(await vault.list(at(draft)))].filter(isStored).map(toPicture)
    },
    async sweep(drafts) {
      const all = `${scope()}/pictures/`
      const keys = await vault.keys(all)
      const left = new Set(keys.map((key) => key.slice(all.length).split('/')[0] ?? ''))
      for (const draft of left) if (!drafts.includes(draft) && !isReply(draft)) await vault.remove(at(draft))
      if (isUser()) await vault.remove(`${unnamed}/`)
    },
    remove: (draft, key) => vault.remove(at(draft, key)),
  }
}

/** The desk's own keep. Whoever comes next finds nothing of the one before, in memory either. */
export const pictureKeepOf = createOnce(({ session, databases, atEnd }): PictureKeep => {
  const scope = () => session.scope.peek() ?? unnamed
  const vault = createVault(databases, (key) => (key.startsWith('user:') ? 'bilet:user' : 'bilet:guest'))
  let last = scope()
  atEnd(
    effect(() => {
      const next = session.scope.value ?? last
      if (next !== last && last !== unnamed) void vault.remove(`${last}/`)
      last = next
    }),
  )
  return createPictureKeep(vault, scope)
})
