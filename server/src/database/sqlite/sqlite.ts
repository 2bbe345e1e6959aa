// SQLite in the process: one file, every answer on disk. Reads are here, writes in a thread of their own; batches that
// come while it works share one commit.
import { setTimeout } from 'node:timers/promises'
import type { Database, SqlValue, Statement } from '../database.ts'
import { createGroupCommit } from '../group-commit.ts'
import { openConnection } from './sqlite-connection.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { isBusy, toStorageError } from './sqlite-errors.ts'
import { createWriter } from './sqlite-writer.ts'
import type { SqliteWriter } from './sqlite-writer.ts'
import { checked } from '../values.ts'

export type SqliteOptions = {
  /** How long a batch waits for another process to finish writing, milliseconds. */
  busyTimeoutMs?: number
}

/** One busy wait inside SQLite holds the whole process up, so it is short; the rest of the wait is a timer's. */
const busySliceMs = 10

/** What the process brings about while the thread writes about as many. */
const ahead = 16

/** Opens or creates the file. Throws an error that says which file and why when it cannot be used. */
export function createSqlite(path: string, { busyTimeoutMs = 5_000 }: SqliteOptions = {}): Database {
  const reader = openConnection(path, busySliceMs)
  // What is in memory belongs to the one connection.
  const writer = path === ':memory:' ? writerHere(reader) : createWriter({ path, busyTimeoutMs })
  const groups = createGroupCommit((batches) => writer.commit(batches).catch(refuse), { ahead })

  return {
    dialect: 'sqlite',
    async query<Row>(read: Statement) {
      const { sql, parameters } = checked(read)
      return whenFree(() => rowsOf<Row>(reader, sql, parameters), busyTimeoutMs).catch(refuse)
    },
    batch: groups.batch,
    forget: () => writer.forget().catch(refuse),
    async close() {
      await groups.end()
      await writer.close()
      reader.close()
    },
  }
}

function refuse(error: unknown): never {
  throw toStorageError(error)
}

/** Waits for another process that holds the whole file, for no longer than it may. */
async function whenFree<T>(attempt: () => T, busyTimeoutMs: number): Promise<T> {
  const deadline = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
      await setTimeout(busySliceMs * Math.random())
    }
  }
}

/** The caller names the shape of its own rows. */
function rowsOf<Row>(reader: SqliteConnection, sql: string, parameters: SqlValue[]): Row[]
function rowsOf(reader: SqliteConnection, sql: string, parameters: SqlValue[]): unknown[] {
  return reader.read(sql, parameters)
}

const writerHere = (connection: SqliteConnection): SqliteWriter => ({
  commit: async (batches) => connection.commit(batches),
  forget: async () => connection.forget(),
  close: async () => {},
})
