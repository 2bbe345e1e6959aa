// The thread that writes to a SQLite file: one order after another, each answered when the disk has it.
import { parentPort, workerData } from 'node:worker_threads'
import type { Written } from './group-commit.ts'
import { openConnection } from './sqlite-connection.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { codeOf } from './sqlite-errors.ts'
import type { Answer, Order, Place } from './sqlite-writer.ts'

const { path, busyTimeoutMs }: Place = workerData
let connection: SqliteConnection | undefined

parentPort?.on('message', (order: Order) => {
  parentPort?.postMessage(answerTo(order))
  if (order.kind === 'close') parentPort?.close()
})

function answerTo(order: Order): Answer {
  try {
    return { written: obey(order) }
  } catch (error) {
    return { failure: { message: error instanceof Error ? error.message : String(error), code: codeOf(error) } }
  }
}

function obey(order: Order): Written[] {
  connection ??= openConnection(path, busyTimeoutMs)
  if (order.kind === 'transact') return connection.transact(order.batches)
  connection[order.kind]()
  return []
}
