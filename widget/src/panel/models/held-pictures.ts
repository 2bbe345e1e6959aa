// Pictures under way live on the device until the server has them: they outlast the network, the tab and a reload.
import { effect, untracked } from '@preact/signals'
import type { Failure } from './answer.ts'
import { isLost } from './answer.ts'
import type { Desk } from './desk.ts'
import { pictureKeepOf } from './picture-keep.ts'
import { isWorthRetrying } from './pictures.ts'
import type { Pictures, Upload } from './pictures.ts'

/** What may still arrive. What was refused for what it is does not wait for anything. */
const mayArrive = ({ failure }: Upload) => !failure || isWorthRetrying(failure)

/** True in the one tab that has the draft's pictures in hand, for as long as it lives. */
const claim = (draft: string) =>
  new Promise<boolean>((resolve) => {
    if (!('locks' in navigator)) return resolve(true)
    void navigator.locks.request(`bilet:pictures:${draft}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock ? new Promise<void>(() => undefined) : undefined
    })
  })

/** Holds the draft's pictures. `deliver` waits until none is under way, and gives the reason why some cannot go now. */
export function holdPictures(desk: Desk, pictures: Pictures) {
  const { draft, pulse, online, session, atEnd } = desk
  const keep = pictureKeepOf(desk)
  const held = new Map<string, string>()
  const claimed = new Map<string, Promise<boolean>>()
  const isMine = (key: string) => {
    const known = claimed.get(key) ?? claim(key)
    claimed.set(key, known)
    return known
  }

  /** Bytes are on the device before the draft says that they are. */
  const follow = async (uploads: Upload[]) => {
    const under = uploads.filter((upload) => mayArrive(upload))
    const gone = [...held.keys()].filter((key) => !under.some((upload) => upload.key === key))
    const before = draft.fields.peek()
    const waiting = [...before.waiting.filter((key) => !gone.includes(key)), ...under.map(({ key }) => key)]
    const next = [...new Set(waiting)]
    if (next.join() !== before.waiting.join()) draft.set({ waiting: next })
    const { key: whose } = draft.fields.peek()
    for (const key of gone) {
      // Of a draft that was ended they stay: there is a way back to it.
      if (held.get(key) === whose) void keep.remove(whose, key)
      held.delete(key)
    }
    for (const { key, name, file } of under)
      if (!held.has(key)) {
        held.set(key, whose)
        void isMine(whose)
        await keep.put(whose, { key, name, file })
      }
  }

  /** Takes up what an earlier visit left, unless another tab has it in hand. */
  const restore = async () => {
    const { key, waiting } = draft.fields.peek()
    const missing = waiting.filter((one) => !held.has(one))
    if (missing.length === 0 || !(await isMine(key))) return
    const kept = (await keep.list(key)).filter((picture) => missing.includes(picture.key))
    if (draft.fields.peek().key !== key) return
    for (const picture of kept) held.set(picture.key, key)
    pictures.restore(kept)
    // What the device has lost is not waited for.
    const lost = missing.filter((one) => !kept.some((picture) => picture.key === one))
    if (lost.length > 0) draft.set({ waiting: draft.fields.peek().waiting.filter((one) => !lost.includes(one)) })
  }

  const retry = () => {
    for (const { key, failure } of pictures.uploads.peek()) if (failure && isLost(failure)) pictures.retry(key)
  }

  let ready = restore()
  const { key: first, rest } = draft.fields.peek()
  if (session.scope.peek() !== null) void ready.then(() => keep.sweep([first, ...rest.map(({ key }) => key)]))
  const stops = [
    effect(() => {
      const { value } = pictures.uploads
      untracked(() => void follow(value))
    }),
    effect(() => {
      if (draft.turn.value === 0) return
      untracked(() => void (ready = restore()))
    }),
    effect(() => {
      if (pulse.value === 0 && !online.value) return
      untracked(() => {
        void restore()
        retry()
      })
    }),
  ]
  for (const stop of stops) atEnd(stop)

  const settled = () =>
    new Promise<void>((resolve) => {
      const stop = effect(() => {
        if (pictures.uploads.value.some(({ failure }) => !failure)) return
        queueMicrotask(() => stop())
        resolve()
      })
    })

  return {
    async deliver(): Promise<Failure | null> {
      await ready
      await settled()
      const waiting = pictures.uploads.peek().find((upload) => mayArrive(upload))
      return waiting?.failure ?? null
    },
    retry,
  }
}
