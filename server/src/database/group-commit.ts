// Concurrent batches share one commit: the disk is asked once for all that came while it was busy.
import type { Statement } from './database.ts'
import { StorageError } from './database.ts'
import { checked } from './values.ts'
import type { CheckedStatement } from './values.ts'

/** A batch that waits for its answer. */
export type Job = {
  statements: readonly CheckedStatement[]
  resolve: (changes: number[]) => void
  reject: (error: unknown) => void
}

export type GroupCommit = {
  /** Answers when the group that took the batch is committed. */
  batch: (statements: readonly Statement[]) => Promise<number[]>
  /** Takes no more, and resolves when what was taken is answered. */
  end: () => Promise<void>
}

/**
 * Hands waiting batches to `commit`, a group at a time, in order of arrival. `commit` answers every job of its group
 * and never throws.
 */
export function createGroupCommit(commit: (jobs: Job[]) => Promise<void>, groupSize = 256): GroupCommit {
  let waiting: Job[] = []
  let running: Promise<void> | undefined
  let ended = false

  async function run() {
    while (waiting.length > 0) {
      // What the event loop has yet to bring in this turn joins the group.
      await new Promise((resolve) => setImmediate(resolve))
      const group = waiting.slice(0, groupSize)
      waiting = waiting.slice(groupSize)
      await commit(group)
    }
    running = undefined
  }

  return {
    batch: (statements) =>
      new Promise((resolve, reject) => {
        if (ended) throw new StorageError('unavailable', new Error('the database is closed'))
        waiting.push({ statements: statements.map(checked), resolve, reject })
        running ??= run()
      }),
    async end() {
      ended = true
      await running
    },
  }
}
