// Concurrent batches share one commit: the disk is asked once for all that came while it was busy.
import type { Database, Statement } from './database.ts'
import { StorageError } from './database.ts'
import { checked } from './values.ts'
import type { CheckedStatement } from './values.ts'

/** The statements of one batch. */
export type Batch = readonly CheckedStatement[]
/** The rows that each statement of a batch returned. */
export type Written = unknown[][]
/** What became of one batch of a group; `error` is a fault of its own, and nothing of it is in. */
export type Outcome = { written: Written } | { error: unknown }

/** Commits a group of batches together, but for those that fail. Rejects with what befell all of them; then none is in. */
export type CommitGroup = (batches: readonly Batch[]) => Promise<Outcome[]>

export type GroupCommit = {
  /** Answers when the group that took the batch is committed. */
  batch: Database['batch']
  /** Takes no more, and resolves when what was taken is answered. */
  end: () => Promise<void>
}

type Job = { batch: Batch; resolve: (written: Written) => void; reject: (error: unknown) => void }

/** Hands waiting batches to `commit`, a group at a time, in order of arrival. */
export function createGroupCommit(commit: CommitGroup, groupSize = 256): GroupCommit {
  let waiting: Job[] = []
  let running: Promise<void> | undefined
  let ended = false

  async function run() {
    while (waiting.length > 0) {
      const group = waiting.slice(0, groupSize)
      waiting = waiting.slice(groupSize)
      await settle(group)
    }
    running = undefined
  }

  async function settle(group: Job[]) {
    try {
      const outcomes = await commit(group.map(({ batch }) => batch))
      for (const [index, outcome] of outcomes.entries()) answer(group[index], outcome)
    } catch (error) {
      for (const { reject } of group) reject(error)
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

function answer(job: Job | undefined, outcome: Outcome) {
  if ('written' in outcome) job?.resolve(outcome.written)
  else job?.reject(outcome.error)
}
