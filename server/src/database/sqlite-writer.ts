// Writes to a SQLite file, from a thread of their own: while it works and waits for the disk, the process goes on.
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Batch, Written } from './group-commit.ts'

/** What the thread is asked, and answers in turn. */
export type Order = { kind: 'transact'; batches: readonly Batch[] } | { kind: 'forget' } | { kind: 'close' }
export type Answer = { written: Written[] } | { failure: { message: string; code: string } }
export type Place = { path: string; busyTimeoutMs: number }

export type SqliteWriter = {
  /** All batches in one transaction, or none; rejects with what SQLite says, `code` and all. */
  transact(batches: readonly Batch[]): Promise<Written[]>
  forget(): Promise<void>
  /** After the last answer. */
  close(): Promise<void>
}

type Asked = { resolve: (written: Written[]) => void; reject: (error: unknown) => void }

// Source or build: the thread's module lies beside this one, in the same language.
const module = new URL(`writer-thread${extname(import.meta.url)}`, import.meta.url)

/**
 * A writer to the file, which can be opened. Its thread begins with the first write, and keeps the process up only while
 * it is asked something. Should it break, so does the process, as it would have without a thread.
 */
export function createWriter(place: Place): SqliteWriter {
  let thread: Worker | undefined
  const asked: Asked[] = []

  function begin(): Worker {
    const begun = new Worker(module, { workerData: place })
    begun.on('message', (answer: Answer) => {
      settle(asked.shift(), answer)
      if (asked.length === 0) begun.unref()
    })
    return begun
  }

  const ask = (order: Order) =>
    new Promise<Written[]>((resolve, reject) => {
      thread ??= begin()
      thread.ref()
      thread.postMessage(order)
      asked.push({ resolve, reject })
    })

  return {
    transact: (batches) => ask({ kind: 'transact', batches }),
    forget: async () => void (await ask({ kind: 'forget' })),
    close: async () => void (thread && (await ask({ kind: 'close' }))),
  }
}

function settle(asked: Asked | undefined, answer: Answer) {
  if ('written' in answer) return asked?.resolve(answer.written)
  const { message, code } = answer.failure
  asked?.reject(Object.assign(new Error(message), { code }))
}
