// Concurrent batches share one commit: the disk is asked once for all that came while it was busy.
import type { Database, Statement } from './database.ts'
import { StorageError } from './database.ts'
import { checked } from './values.ts'
import type { CheckedStatement } from './values.ts'

/** The statements of one batch. */
export type Batch = readonly CheckedStatement[]
/** The rows that each statement of a batch returned. */
export type Written = unknown[][]

/**
 * Runs batches in one transaction, all or none. Throws `StorageError` for a fault of the storage, anything else for a
 * fault of a statement.
 */
export type Transact = (batches: readonly Batch[]) => Promise<Written[]>

export type GroupCommit = {
  /** Answers when the group that took the batch is committed. */
  batch: Database['batch']
  /** Takes no more, and resolves when what was taken is answered. */
  end: () => Promise<void>
}

type Job = { batch: Batch; resolve: (written: Written) => void; reject: (error: unknown) => void }

/**
 * Hands waiting batches to `transact`, a group at a time, in order of arrival. Where a statement of one fails its
 * group, each of them is run by itself, so that it fails alone.
 */
export function createGroupCommit(transact: Transact, groupSize = 256): GroupCommit {
  let waiting: Job[] = []
  let running: Promise<void> | undefined
  let ended = false

  async function run() {
    while (waiting.length > 0) {
      const group = waiting.slice(0, groupSize)
      waiting = waiting.slice(groupSize)
      await commit(group)
    }
    running = undefined
  }

  async function commit(group: Job[]) {
    try {
      const answers = await transact(group.map(({ batch }) => batch))
      group.forEach(({ resolve }, index) => resolve(answers[index] ?? []))
    } catch (error) {
      if (group.length === 1 || error instanceof StorageError) for (const { reject } of group) reject(error)
      else for (const job of group) await commit([job])
    }
  }

  // The caller names the shape of its own rows.
  function batch<Row>(statements: readonly Statement[]): Promise<Row[][]>
  function batch(statements: readonly Statement[]): Promise<Written> {
    return new Promise((resolve, reject) => {
      if (ended) throw new StorageError('unavailable', new Error('the database is closed'))
      waiting.push({ batch: statements.map(checked), resolve, reject })
      running ??= run()
    })
  }

  return {
    batch,
    async end() {
      ended = true
      await running
    },
  }
}
