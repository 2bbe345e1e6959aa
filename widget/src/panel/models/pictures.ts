// Pictures on their way to the server, and those taken off that can still come back. What has arrived lives in its draft.
import { effect, signal } from '@preact/signals'
import { limits } from '@bilet/shared/limits'
import type { AttachmentReply } from '@bilet/shared/replies'
import { fail, isLost, succeed } from './answer.ts'
import type { Answer, Failure } from './answer.ts'
import { randomId } from './random-id.ts'

export type Upload = {
  key: string
  /** As chosen; once `isReady`, as it is sent. */
  file: Blob
  isReady: boolean
  name: string
  /** 0 to 1; null while the picture is made ready. */
  progress: number | null
  failure?: Failure
}

export type PicturesDeps = {
  /** Makes the file ready to send, or says why it cannot be sent. */
  prepare: (file: Blob, signal: AbortSignal) => Promise<Answer<Blob>>
  send: (
    file: Blob,
    name: string,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<Answer<AttachmentReply>>
  /** Has the server forget a picture that another took the place of. */
  takeBack?: (id: string) => void
}

/** The list that pictures arrive in: a draft's, or a reply's. */
export type PictureList = { get(): AttachmentReply[]; set(list: AttachmentReply[]): void }

/** Bytes of what was sent from this page, so that it can be shown without a download. */
const own = new Map<string, Blob>()
export const ownBytes = (id: string) => own.get(id)

const signIn = new Set(['unauthenticated', 'token_invalid', 'token_expired', 'sign_in_unavailable', 'storage_full'])

/** Whether the same file may arrive at another try. What was refused for what it is would be refused again. */
export const isWorthRetrying = (failure: Failure) => isLost(failure) || signIn.has(failure.code)

/** What was refused for what it is does not wait for anything. */
export const mayArrive = ({ failure }: Upload) => !failure || isWorthRetrying(failure)

const nameOf = (file: Blob) => (file instanceof File ? file.name : 'screenshot.png')

/** The name with the ending of what the picture has become. */
const nameAs = (name: string, { type }: Blob) => {
  const [, ending] = /^image\/(png|webp|jpeg)$/.exec(type) ?? []
  return ending ? `${name.replace(/\.[a-z\d]{1,5}$/i, '')}.${ending}` : name
}

const newUpload = (file: Blob, name: string): Upload => ({
  key: randomId(),
  file,
  isReady: false,
  name,
  progress: null,
})

export function createPictures({ prepare, send, takeBack }: PicturesDeps, arrived: PictureList) {
  const uploads = signal<Upload[]>([])
  const removed = signal<AttachmentReply | null>(null)
  /** How many of the last ones chosen had no room. */
  const leftOut = signal(0)
  const aborts = new Map<string, AbortController>()

  const set = (key: string, patch: Partial<Upload>) =>
    void (uploads.value = uploads.value.map((upload) => (upload.key === key ? { ...upload, ...patch } : upload)))
  const drop = (key: string) => {
    aborts.get(key)?.abort()
    aborts.delete(key)
    uploads.value = uploads.value.filter((upload) => upload.key !== key)
  }

  /** What an upload has become, by its key: whoever is editing it does not know of its arrival. */
  const became = new Map<string, string>()

  /** The picture as the server has it, on the way telling how far it is. */
  const deliver = async ({ key, file, isReady, name }: Upload, gone: AbortSignal): Promise<Answer<AttachmentReply>> => {
    const ready = isReady ? succeed(file) : await prepare(file, gone)
    if (!ready.ok || gone.aborted) return ready.ok ? fail('aborted') : ready
    const blob = ready.value
    set(key, { file: blob, isReady: true, progress: 0 })
    const answer = await send(blob, nameAs(name, blob), (progress) => set(key, { progress }), gone)
    if (answer.ok) own.set(answer.value.id, blob)
    return answer
  }

  const start = async (upload: Upload) => {
    const { key } = upload
    const abort = new AbortController()
    aborts.set(key, abort)
    const answer = await deliver(upload, abort.signal)
    if (abort.signal.aborted) return
    if (answer.ok) {
      became.set(key, answer.value.id)
      drop(key)
      arrived.set([...arrived.get(), answer.value])
    } else set(key, { failure: answer.failure })
  }

  const begin = (list: Upload[]) => {
    uploads.value = [...uploads.value, ...list]
    for (const upload of list) void start(upload)
  }

  return {
    uploads,
    leftOut,
    /** The picture that was taken off last. */
    removed,
    /** Sends what there is room for. */
    add(files: Blob[]) {
      const room = Math.max(0, limits.attachments - arrived.get().length - uploads.value.length)
      leftOut.value = Math.max(0, files.length - room)
      begin(files.slice(0, room).map((file) => newUpload(file, nameOf(file))))
    },
    /** Goes on with pictures that were under way at an earlier visit. */
    restore(kept: Pick<Upload, 'key' | 'name' | 'file'>[]) {
      const missing = kept.filter(({ key }) => !uploads.value.some((upload) => upload.key === key))
      begin(missing.map(({ key, name, file }) => ({ ...newUpload(file, name), key })))
    },
    retry(key: string) {
      const upload = uploads.value.find((one) => one.key === key)
      if (!upload) return
      const { failure: _, ...fresh } = { ...upload, progress: null }
      uploads.value = uploads.value.map((one) => (one.key === key ? fresh : one))
      void start(fresh)
    },
    drop,
    /** Waits until none is under way; gives the reason why some that may still arrive cannot go now. */
    settle: () =>
      new Promise<Failure | null>((resolve) => {
        const stop = effect(() => {
          if (uploads.value.some(({ failure }) => !failure)) return
          queueMicrotask(() => stop())
          resolve(uploads.value.find((upload) => mayArrive(upload))?.failure ?? null)
        })
      }),
    remove(picture: AttachmentReply) {
      arrived.set(arrived.get().filter(({ id }) => id !== picture.id))
      removed.value = picture
    },
    /**
     * Puts a changed picture in the place of one that arrived or is on its way. What the change took away is not kept:
     * there is no way back to it.
     */
    change(key: string, file: Blob) {
      const underWay = uploads.value.find((upload) => upload.key === key)
      const id = became.get(key) ?? key
      const name = underWay?.name ?? arrived.get().find((picture) => picture.id === id)?.name ?? nameOf(file)
      if (underWay) drop(key)
      else {
        arrived.set(arrived.get().filter((picture) => picture.id !== id))
        takeBack?.(id)
      }
      own.delete(id)
      begin([newUpload(file, name)])
    },
    undo: () => {
      if (removed.value) arrived.set([...arrived.get(), removed.value])
      removed.value = null
    },
    forget() {
      for (const key of aborts.keys()) drop(key)
      uploads.value = []
      removed.value = null
      leftOut.value = 0
    },
  }
}
export type Pictures = ReturnType<typeof createPictures>
