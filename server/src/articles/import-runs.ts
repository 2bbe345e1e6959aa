import * as z from 'zod/mini'
import type { Storage } from 'unstorage'
import { digest } from '../util/digest.ts'

const Run = z.object({ startedAt: z.iso.datetime() })

/** An import under way. `startedAt` (RFC 3339, UTC) is that of the interrupted one that it goes on with, if there is one. */
export type ImportRun = { startedAt: string; finish: () => Promise<void> }

export type ImportRuns = { begin(name: string): Promise<ImportRun> }

/** Later than this, in milliseconds, an interrupted import begins anew: its documents may have changed. */
const resumable = 24 * 60 * 60 * 1_000

/** Remembers which imports began and did not end. */
export function createImportRuns(storage: Storage, { clock }: { clock: () => number }): ImportRuns {
  return {
    async begin(name) {
      const key = `articles:runs:${await digest(name)}`
      const before = Run.safeParse(await storage.getItem(key)).data?.startedAt
      const isFresh = before !== undefined && clock() - Date.parse(before) < resumable
      const startedAt = isFresh ? before : new Date(clock()).toISOString()
      if (!isFresh) await storage.setItem(key, { startedAt })
      return { startedAt, finish: async () => storage.removeItem(key) }
    },
  }
}
