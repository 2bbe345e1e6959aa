// Pictures under way live on the device until the server has them: they outlast the network, the tab and a reload.
import { effect, untracked } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Failure } from './answer.ts'
import { isLost } from './answer.ts'
import type { Desk } from './desk.ts'
import { createClaims, pictureKeepOf } from './picture-keep.ts'
import { mayArrive } from './pictures.ts'
import type { Pictures } from './pictures.ts'
import type { View } from './router.ts'

/** Where the keys of those that wait are told to other tabs; without it the device alone knows. */
export type Ledger = { get(): string[]; set(keys: string[]): void }

/**
 * Holds the pictures of what is written in a view under the key that `place` gives, empty while there is none; those that
 * are pasted into that view are its own. `deliver` waits until none is under way, and gives the reason why some cannot go now.
 */
export function holdPictures(
  desk: Desk,
  pictures: Pictures,
  view: View['name'],
  place: ReadonlySignal<string>,
  ledger?: Ledger,
) {
  const { session, router, inbox, pulse, online, atEnd } = desk
  const keep = pictureKeepOf(desk)
  /** Whose each is, and under what key. */
  const held = new Map<string, string>()
  const here = () => `${session.scope.value}/${place.value}`
  const isMine = createClaims(atEnd)

  /** Bytes are on the device before the draft says that they are. */
  const follow = async () => {
    const under = pictures.uploads.peek().filter((upload) => mayArrive(upload))
    const gone = [...held.keys()].filter((key) => !under.some((upload) => upload.key === key))
    const before = ledger?.get() ?? []
    const next = new Set([...before.filter((key) => !gone.includes(key)), ...under.map(({ key }) => key)])
    if ([...next].join() !== before.join()) ledger?.set([...next])
    const [whose, now] = [place.peek(), here()]
    for (const key of gone) {
      // Of a draft that was ended, or a ticket that was left, they stay: there is a way back to it.
      if (held.get(key) === now) void keep.remove(whose, key)
      held.delete(key)
    }
    for (const { key, name, file } of under)
      // A guest's go along when they sign in.
      if (held.get(key) !== now) {
        held.set(key, now)
        void isMine(whose)
        await keep.put(whose, { key, name, file })
      }
  }

  /** Takes up what an earlier visit left, unless another tab has it in hand. */
  const restore = async () => {
    const whose = place.peek()
    const missing = ledger?.get().filter((key) => !held.has(key))
    if (!whose || missing?.length === 0 || !(await isMine(whose))) return
    const kept = (await keep.list(whose)).filter(({ key }) => (missing ? missing.includes(key) : !held.has(key)))
    if (place.peek() !== whose) return
    pictures.restore(kept)
    // What the device has lost is not waited for.
    const lost = missing?.filter((key) => !kept.some((one) => one.key === key)) ?? []
    if (lost.length > 0) ledger?.set(ledger.get().filter((key) => !lost.includes(key)))
  }

  const retry = () => {
    for (const { key, failure } of pictures.uploads.peek()) if (failure && isLost(failure)) pictures.retry(key)
  }

  let ready = Promise.resolve()
  const stops = [
    effect(() => {
      // After whatever else comes of it: pictures of somebody who is gone are gone too by then.
      if (here() && pictures.uploads.value) queueMicrotask(() => void follow())
    }),
    effect(() => {
      if (router.view.value.name !== view || inbox.value.length === 0) return
      pictures.add(inbox.value)
      inbox.value = []
    }),
    effect(() => {
      if (place.value) untracked(() => void (ready = restore()))
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

  return {
    /** What an earlier visit left is in hand. */
    ready: () => ready,
    async deliver(): Promise<Failure | null> {
      await ready
      const failure = await pictures.settle()
      // Some are in another tab's hands.
      return failure ?? (ledger?.get().some((key) => !held.has(key)) ? { code: 'offline', issues: [] } : null)
    },
    retry,
  }
}
