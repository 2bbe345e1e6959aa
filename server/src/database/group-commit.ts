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

/** Most batches of a group. */
const groupSize = 256

export type GroupCommitOptions = {
  /** So many that wait make the next group while one is under way: whoever commits has it at hand when it is done. */
  ahead?: number
}

/** Hands waiting batches to `commit`, a group at a time or one ahead, in order of arrival. */
export function createGroupCommit(commit: CommitGroup, { ahead = Infinity }: GroupCommitOptions = {}): GroupCommit {
  let waiting: Job[] = []
  const underWay = new Set<Promise<void>>()
  let ended = false

  function goOn() {
    const isTurn = underWay.size === 0 || (underWay.size === 1 && waiting.length >= ahead)
    if (!isTurn || waiting.length === 0) return
    const group = waiting.slice(0, groupSize)
    waiting = waiting.slice(groupSize)
    const settled = settle(group).finally(() => {
      underWay.delete(settled)
      goOn()
    })
    underWay.add(settled)
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
      goOn()
    })
  }

  return {
    batch,
    async end() {
      ended = true
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

function answer(job: Job | undefined, outcome: Outcome) {
  if ('written' in outcome) job?.resolve(outcome.written)
  else job?.reject(outcome.error)
}
