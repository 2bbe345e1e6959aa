// Writes to a SQLite file, from a thread of their own: while it works and waits for the disk, the process goes on.
import { Worker } from 'node:worker_threads'
import type { Batch, CommitGroup, Outcome, Written } from '../group-commit.ts'
import { writerModule } from './writer-module.ts'

/** What the thread is asked, and answers in turn. */
export type Order = { kind: 'commit'; batches: readonly Batch[] } | { kind: 'forget' } | { kind: 'close' }
export type Answer = ToldOutcome[] | Fault
export type ToldOutcome = { written: Written } | Fault
/** An error on its way between threads, which would lose its code. */
export type Fault = { message: string; code: string }
export type Place = { path: string; busyTimeoutMs: number }

export type SqliteWriter = {
  commit: CommitGroup
  forget(): Promise<void>
  /** After the last answer. */
  close(): Promise<void>
}

type Asked = { resolve: (outcomes: Outcome[]) => void; reject: (error: unknown) => void }

/**
 * A writer to the file, which can be opened. Its thread begins with the first write, and keeps the process up only while
 * it is asked something. Should it break, so does the process, as it would have without a thread.
 */
export function createWriter(place: Place): SqliteWriter {
  let thread: Worker | undefined
  const asked: Asked[] = []

  function begin(): Worker {
    const begun = new Worker(writerModule, { workerData: place })
    begun.on('message', (answer: Answer) => {
      settle(asked.shift(), answer)
      if (asked.length === 0) begun.unref()
    })
    return begun
  }

  const ask = (order: Order) =>
    new Promise<Outcome[]>((resolve, reject) => {
      thread ??= begin()
      thread.ref()
      thread.postMessage(order)
      asked.push({ resolve, reject })
    })

  return {
    commit: (batches) => ask({ kind: 'commit', batches }),
    forget: async () => void (await ask({ kind: 'forget' })),
    close: async () => void (thread && (await ask({ kind: 'close' }))),
  }
}

function settle(asked: Asked | undefined, answer: Answer) {
  if (Array.isArray(answer)) asked?.resolve(answer.map(toOutcome))
  else asked?.reject(toError(answer))
}

const toOutcome = (told: ToldOutcome): Outcome => ('written' in told ? told : { error: toError(told) })

const toError = ({ message, code }: Fault) => Object.assign(new Error(message), { code })
