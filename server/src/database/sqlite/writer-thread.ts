// The thread that writes to a SQLite file: one order after another, each answered when the disk has it.
import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from './sqlite-connection.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { codeOf } from './sqlite-errors.ts'
import type { Answer, Fault, Order, Place, ToldOutcome } from './sqlite-writer.ts'

const { path, busyTimeoutMs }: Place = workerData
let connection: SqliteConnection | undefined

parentPort?.on('message', (order: Order) => {
  parentPort?.postMessage(answerTo(order))
  if (order.kind === 'close') parentPort?.close()
})

function answerTo(order: Order): Answer {
  try {
    return obey(order)
  } catch (error) {
    return toFault(error)
  }
}

function obey(order: Order): ToldOutcome[] {
  connection ??= openConnection(path, busyTimeoutMs)
  if (order.kind === 'commit')
    return connection.commit(order.batches).map((outcome) => ('written' in outcome ? outcome : toFault(outcome.error)))
  connection[order.kind]()
  return []
}

function toFault(error: unknown): Fault {
  return { message: error instanceof Error ? error.message : String(error), code: codeOf(error) }
}
