// Pictures of owners, kept through unstorage. A picture is its bytes and its facts, written in that order; a mark made
// before both lets the sweep find what never became part of a ticket, also after a crash between the two.
import * as z from 'zod/mini'
import { AttachmentReply } from '@bilet/shared/replies'
import { Id } from '@bilet/shared/ticket'
import type { Storage } from 'unstorage'
import { StorageError } from '../database/database.ts'
import type { Owner } from '../tickets/ticket.ts'
import { digest, digestBytes } from '../util/digest.ts'
import { safeFileName } from './file-name.ts'
import type { Bytes } from './image/bytes.ts'
import { createCleanPicture } from './image/clean-picture.ts'
import type { CleanPicture } from './image/clean-picture.ts'
import { unpackOnWeb } from './image/unpack-web.ts'
import type { Scan } from './scan.ts'
import type { ImageRefusal } from './image/sanitize-image.ts'

const Holder = z.strictObject({ requesterId: z.string(), shop: z.nullable(z.string()) })

const Facts = z.strictObject({
  attachment: AttachmentReply,
  owner: Holder,
  /** Whose tickets a picture of the staff is in, and whether that owner may see it. */
  heldBy: z.optional(Holder),
  isPublic: z.optional(z.boolean()),
  storedAt: z.number(),
  sha256: z.string(),
})

/** What is known of a picture. `storedAt` is epoch milliseconds. */
export type Stored = {
  attachment: AttachmentReply
  owner: Owner
  heldBy?: Owner | undefined
  isPublic?: boolean | undefined
  storedAt: number
}

export type Put =
  | { outcome: 'stored'; attachment: AttachmentReply }
  | { outcome: 'refused'; code: ImageRefusal | 'infected' }

export type Attachments = {
  /** Stores the picture, cleaned and renamed, or says why not; its bytes are given away. Resolves when it is as durable as the storage makes it. */
  put(bytes: Bytes, name: string, owner: Owner): Promise<Put>
  /** Null for an id that was never given out. Whose it is, the caller checks. */
  find(id: string): Promise<Stored | null>
  /** Whether a ticket or message may still take the picture in: no sweep comes near it for an hour. */
  isFresh(picture: Stored): boolean
  /** Notes that a picture of the staff is in tickets of this owner; once public it stays so. */
  hold(id: string, holder: Owner, isPublic: boolean): Promise<void>
  /** Null also where the bytes are not those that were stored. */
  read(id: string): Promise<Bytes | null>
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>
  /** What the person stored and no sweep has looked into yet. */
  unsweptOf(requesterId: string): Promise<AttachmentReply[]>
  /** Forgets what the person stored and no sweep has looked into yet, in a ticket or not; gives the ids. */
  removeUnswept(requesterId: string): Promise<string[]>
  /** Forgets old pictures that are in no ticket, and gives their number; looks into a hundred at a call. */
  sweep(isUsed: (picture: Stored) => Promise<boolean>): Promise<number>
}

const hourMs = 60 * 60 * 1000
/** A picture may wait this long for its ticket unless the policy says otherwise, in milliseconds. */
export const freshMs = 24 * hourMs
/** Then an hour more, and it is forgotten: a request that found it fresh has ended by then. */
export const unusedLifeMs = freshMs + hourMs

/** A Worker may ask its storages a thousand times at a call. */
const settledAtOnce = 100

const bytesKey = (id: string) => `attachments:bytes:${id}`
const factsKey = (id: string) => `attachments:facts:${id}`
const marks = 'attachments:unused'
/** By person, told by a digest: a person can be forgotten without a look into everybody's pictures. */
const marksOf = async (requesterId: string) => `${marks}:${await digest(requesterId)}`

type AttachmentDeps = {
  newId: () => string
  clock: () => number
  /** How long a picture may wait for its ticket, milliseconds. */
  waitMs?: number
  /** Looks at what is uploaded, as it came, before anything else does. */
  scan?: Scan | undefined
  /** Cleans them with what the web has unless told. */
  clean?: CleanPicture | undefined
}

/** Attachments over a storage. `newId` gives at least 128 random bits: an id is the only key there is. */
export function createAttachments(storage: Storage, deps: AttachmentDeps): Attachments {
  const { waitMs = freshMs, clean = createCleanPicture(unpackOnWeb) } = deps
  /** A scanner that is away is an outage, like a storage that is. */
  const look = async (bytes: Bytes) =>
    deps.scan?.(bytes).catch((error: unknown) => {
      throw new StorageError('unavailable', error)
    })

  const put: Attachments['put'] = async (bytes, name, owner) => {
    if ((await look(bytes)) === 'infected') return { outcome: 'refused', code: 'infected' }
    const result = await clean(bytes)
    if (result.outcome === 'refused') return result
    const { picture, type, sha256 } = result
    const [id, storedAt] = [deps.newId(), deps.clock()]
    const { width, height } = picture
    const attachment = { id, name: safeFileName(name, type), type, size: picture.bytes.length, width, height }
    await storage.setItemRaw(`${await marksOf(owner.requesterId)}:${storedAt}-${id}`, '')
    await storage.setItemRaw(bytesKey(id), picture.bytes)
    await storage.setItem(factsKey(id), { attachment, owner, storedAt, sha256 })
    return { outcome: 'stored', attachment }
  }

  const facts = async (id: string) => {
    if (!Id.safeParse(id).success) return null
    return Facts.safeParse(await storage.getItem(factsKey(id))).data ?? null
  }

  const read: Attachments['read'] = async (id) => {
    const known = await facts(id)
    const bytes = known && toBytes(await storage.getItemRaw<unknown>(bytesKey(id)))
    return bytes && (await digestBytes(bytes)) === known.sha256 ? bytes : null
  }

  const remove: Attachments['remove'] = async (id) => {
    if (!Id.safeParse(id).success) return
    await storage.removeItem(factsKey(id))
    await storage.removeItem(bytesKey(id))
  }

  const hold: Attachments['hold'] = async (id, holder, isPublic) => {
    const known = await facts(id)
    if (!known) return
    await storage.setItem(factsKey(id), { ...known, heldBy: holder, isPublic: isPublic || known.isPublic === true })
  }

  const isFresh: Attachments['isFresh'] = ({ storedAt }) => deps.clock() - storedAt <= waitMs

  const sweep: Attachments['sweep'] = async (isUsed) => {
    const latest = deps.clock() - waitMs - hourMs
    const old = (await storage.getKeys(marks)).map(readMark).filter(({ at }) => at < latest)
    const settle = async (mark: Mark) => {
      const picture = await facts(mark.id)
      if (!picture || !(await isUsed(picture))) return forget(mark)
      await storage.removeItem(mark.key)
      return 0
    }
    const removed = await Promise.all(old.slice(0, settledAtOnce).map(settle))
    return removed.reduce<number>((sum, one) => sum + one, 0)
  }

  const forget = async ({ key, id }: Mark) => {
    await remove(id)
    await storage.removeItem(key)
    return 1
  }

  const unsweptOf: Attachments['unsweptOf'] = async (requesterId) => {
    const own = (await storage.getKeys(await marksOf(requesterId))).map(readMark)
    const found = await Promise.all(own.map(({ id }) => facts(id)))
    return found.flatMap((picture) => (picture ? [picture.attachment] : []))
  }

  const removeUnswept: Attachments['removeUnswept'] = async (requesterId) => {
    const own = (await storage.getKeys(await marksOf(requesterId))).map(readMark)
    await Promise.all(own.map(forget))
    return own.map(({ id }) => id)
  }

  return { put, find: facts, isFresh, hold, read, remove, removeUnswept, unsweptOf, sweep }
}

type Mark = { key: string; id: string; at: number }

function readMark(key: string): Mark {
  const [, at = '', id = ''] = /:(\d+)-([^:]+)$/.exec(key) ?? []
  return { key, id, at: Number(at || Infinity) }
}

/** Drivers give bytes as a Buffer, an ArrayBuffer or an array of their own. */
function toBytes(value: unknown): Bytes | null {
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return value instanceof Uint8Array ? new Uint8Array(value) : null
}
