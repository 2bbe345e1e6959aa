// SQLite in the process: one file, every answer on disk. Concurrent batches share one commit.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Libsql from 'libsql'
import type { Database, SqlValue, Statement } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Batch } from './group-commit.ts'
import { isBusy, toStorageError } from './sqlite-errors.ts'
import { checked } from './values.ts'

export type SqliteOptions = {
  /** How long a batch waits for another process to finish writing, milliseconds. */
  busyTimeoutMs?: number
}

type Prepared = Libsql.Statement<[SqlValue[]]>

/** One busy wait inside SQLite holds the whole process up, so it is short; the rest of the wait is a timer's. */
const busySliceMs = 10
const statementsKept = 256
/** Most of the inner pages of every index of a million tickets; the rest is the system's to keep. */
const cacheKib = 8 * 1024
/** 16 MiB of changes are gathered before they go to their places: pages that change often go there once. */
const checkpointPages = 4_000

/**
 * Opens or creates the file, in WAL mode and with `synchronous=FULL`, which is checked. Throws an error that says
 * which file and why when that cannot be.
 */
export function createSqlite(path: string, { busyTimeoutMs = 5_000 }: SqliteOptions = {}): Database {
  const connection = open(path, busyTimeoutMs)
  const statement = statementCache(connection)
  const groups = createGroupCommit(transact)

  async function transact(batches: readonly Batch[]): Promise<number[][]> {
    try {
      await whenFree(() => connection.exec('BEGIN IMMEDIATE'))
      const answers = batches.map((batch) => batch.map(({ sql, parameters }) => statement(sql).run(parameters).changes))
      connection.exec('COMMIT')
      return answers
    } catch (error) {
      rollBack(connection)
      throw toStorageError(error)
    }
  }

  /** Waits for another process that holds the file, for no longer than it may. */
  async function whenFree<T>(attempt: () => T): Promise<T> {
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

  return {
    dialect: 'sqlite',
    async query<Row>(read: Statement) {
      const { sql, parameters } = checked(read)
      try {
        return await whenFree(() => rowsOf<Row>(statement(sql), parameters))
      } catch (error) {
        throw toStorageError(error)
      }
    },
    batch: groups.batch,
    async forget() {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    async close() {
      await groups.end()
      connection.close()
    },
  }
}

function open(path: string, busyTimeoutMs: number): Libsql.Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const connection = new Libsql(path, { timeout: busyTimeoutMs })
    setUp(connection, path)
    return connection
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`cannot open the database ${path}: ${reason}`, { cause: error })
  }
}

/** What is deleted is overwritten. An answer must mean "on disk": a file system that cannot do WAL, or a build with another default, is refused. */
function setUp(connection: Libsql.Database, path: string) {
  const pragma = (source: string): unknown => connection.prepare(`PRAGMA ${source}`).pluck().all()[0]
  const journal = pragma('journal_mode = WAL')
  connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON')
  connection.exec(`PRAGMA cache_size = ${-cacheKib}; PRAGMA wal_autocheckpoint = ${checkpointPages}`)
  if (path !== ':memory:' && journal !== 'wal') throw new Error(`journal_mode is ${String(journal)}, not wal`)
  if (pragma('synchronous') !== 2) throw new Error('synchronous is not FULL')
  if (pragma('foreign_keys') !== 1) throw new Error('foreign_keys is not ON')
  // Until here nobody else waits for this process, so it may wait for the others that start with it.
  connection.exec(`PRAGMA busy_timeout = ${busySliceMs}`)
}

/** The caller names the shape of its own rows. */
function rowsOf<Row>(statement: Prepared, parameters: SqlValue[]): Row[]
function rowsOf(statement: Prepared, parameters: SqlValue[]): unknown[] {
  return statement.all(parameters)
}

function rollBack(connection: Libsql.Database) {
  try {
    if (connection.inTransaction) connection.exec('ROLLBACK')
  } catch {
    // What failed is answered with the error that brought us here.
  }
}

/** Keeps statements prepared, the latest ones of many: preparing one takes longer than running it. */
function statementCache(connection: Libsql.Database) {
  const prepared = new Map<string, Prepared>()
  return (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare<[SqlValue[]]>(sql)
    prepared.set(sql, statement)
    const [oldest] = prepared.keys()
    if (prepared.size > statementsKept && oldest !== undefined) prepared.delete(oldest)
    return statement
  }
}
