// Pictures on their way to the server, and those taken off that can still come back. What has arrived lives in its draft.
import { signal } from '@preact/signals'
import { limits } from '@bilet/shared/limits'
import type { AttachmentReply } from '@bilet/shared/replies'
import { fail } from './answer.ts'
import type { Answer, Failure } from './answer.ts'
import { randomId } from './random-id.ts'

export type Upload = {
  key: string
  file: Blob
  name: string
  /** 0 to 1 */
  progress: number
  failure?: Failure
}

type Send = (
  file: Blob,
  name: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<Answer<AttachmentReply>>

/** The list that pictures arrive in: a draft's, or a reply's. */
export type PictureList = { get(): AttachmentReply[]; set(list: AttachmentReply[]): void }

const types = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** Bytes of what was sent from this page, so that its thumbnail needs no download. */
const own = new Map<string, Blob>()
export const ownBytes = (id: string) => own.get(id)

function check({ size, type }: Blob): Answer<never> | null {
  if (!types.has(type)) return fail('unsupported_media_type')
  return size > limits.fileBytes ? fail('too_large') : null
}

export function createPictures(send: Send, arrived: PictureList) {
  const uploads = signal<Upload[]>([])
  const removed = signal<AttachmentReply | null>(null)
  const aborts = new Map<string, AbortController>()

  const change = (key: string, patch: Partial<Upload>) =>
    void (uploads.value = uploads.value.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)))
  const drop = (key: string) => {
    aborts.get(key)?.abort()
    aborts.delete(key)
    uploads.value = uploads.value.filter((upload) => upload.key !== key)
  }

  const start = async ({ key, file, name }: Upload) => {
    const abort = new AbortController()
    aborts.set(key, abort)
    const answer = check(file) ?? (await send(file, name, (progress) => change(key, { progress }), abort.signal))
    if (abort.signal.aborted) return
    if (answer.ok) {
      own.set(answer.value.id, file)
      drop(key)
      arrived.set([...arrived.get(), answer.value])
    } else change(key, { failure: answer.failure })
  }

  return {
    uploads,
    /** The picture that was taken off last. */
    removed,
    /** Sends what there is room for; the rest is left out. */
    add(files: Blob[]) {
      const room = limits.attachments - arrived.get().length - uploads.value.length
      const added = files.slice(0, Math.max(0, room)).map((file) => ({
        key: randomId(),
        file,
        name: file instanceof File ? file.name : 'screenshot.png',
        progress: 0,
      }))
      uploads.value = [...uploads.value, ...added]
      for (const upload of added) void start(upload)
    },
    retry(key: string) {
      const upload = uploads.value.find((one) => one.key === key)
      if (!upload) return
      const { failure: _, ...fresh } = { ...upload, progress: 0 }
      uploads.value = uploads.value.map((one) => (one.key === key ? fresh : one))
      void start(fresh)
    },
    drop,
    remove(picture: AttachmentReply) {
      arrived.set(arrived.get().filter(({ id }) => id !== picture.id))
      removed.value = picture
    },
    undo: () => {
      if (removed.value) arrived.set([...arrived.get(), removed.value])
      removed.value = null
    },
    forget() {
      for (const key of aborts.keys()) drop(key)
      uploads.value = []
      removed.value = null
    },
  }
}
export type Pictures = ReturnType<typeof createPictures>
