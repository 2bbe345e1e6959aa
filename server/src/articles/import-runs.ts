import * as z from 'zod/mini'
import type { Storage } from 'unstorage'
import { digest } from '../util/digest.ts'

const Place = z.object({ after: z.string(), dropped: z.array(z.string()) })
const Run = z.object({
  startedAt: z.iso.datetime(),
  place: z.exactOptional(Place),
  endedAt: z.exactOptional(z.iso.datetime()),
})

/**
 * An import under way. `startedAt` (RFC 3339, UTC) is that of the interrupted one that it goes on with, if there is one;
 * `place` is where that one paused.
 */
export type ImportRun = {
  startedAt: string
  place: z.infer<typeof Place> | undefined
  pause: (place: z.infer<typeof Place>) => Promise<void>
  finish: () => Promise<void>
}

export type ImportRuns = {
  begin(name: string): Promise<ImportRun>
  /** When the last one ended, epoch milliseconds; undefined where none has, or one is under way. */
  endedAt(name: string): Promise<number | undefined>
}

/** Later than this, in milliseconds, an interrupted import begins anew: its documents may have changed. */
const resumable = 24 * 60 * 60 * 1_000

const keyOf = async (name: string) => `articles:runs:${await digest(name)}`

/** Remembers which imports began, and when they ended. */
export function createImportRuns(storage: Storage, { clock }: { clock: () => number }): ImportRuns {
  const now = () => new Date(clock()).toISOString()
  const read = async (key: string) => Run.safeParse(await storage.getItem(key)).data
  const isOpen = ({ startedAt, endedAt }: z.infer<typeof Run>) =>
    endedAt === undefined && clock() - Date.parse(startedAt) < resumable

  return {
    async begin(name) {
      const key = await keyOf(name)
      const before = await read(key)
      const open = before && isOpen(before) ? before : undefined
      const startedAt = open?.startedAt ?? now()
      if (!open) await storage.setItem(key, { startedAt })
      return {
        startedAt,
        place: open?.place,
        pause: (place) => storage.setItem(key, { startedAt, place }),
        finish: () => storage.setItem(key, { startedAt, endedAt: now() }),
      }
    },
    async endedAt(name) {
      const { endedAt } = (await read(await keyOf(name))) ?? {}
      return endedAt === undefined ? undefined : Date.parse(endedAt)
    },
  }
}
