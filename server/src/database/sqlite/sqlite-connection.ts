// One connection to a SQLite file, set up so that an answer means "on disk".
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import type { SqlValue } from '../database.ts'
import type { Batch, Outcome } from '../group-commit.ts'
import { isStorageFault } from './sqlite-errors.ts'

/** Runs a statement, and gives the rows that it returns. */
type Prepared = (parameters: SqlValue[]) => unknown[]

export type SqliteConnection = {
  /** Rows of one read. */
  read(sql: string, parameters: SqlValue[]): unknown[]
  /** Batches in one transaction, of which one may fail alone. Throws what befell the whole transaction: none is in. */
  commit(batches: readonly Batch[]): Outcome[]
  /** Takes what was deleted out of the journal. */
  forget(): void
  close(): void
}

/** How long connections that start together may wait for each other, milliseconds. */
const startMs = 5_000
const statementsKept = 256
/** Most of the inner pages of every index of a million tickets; the rest is the system's to keep. */
const cacheKib = 8 * 1024
/** 16 MiB of changes are gathered before they go to their places: pages that change often go there once. */
const checkpointPages = 4_000

/**
 * Opens or creates the file, in WAL mode and with `synchronous=FULL`, which is checked. A call waits up to
 * `busyTimeoutMs` for other connections, and its thread with it. Throws an error that says which file and why when the
 * file cannot be used.
 */
export function openConnection(path: string, busyTimeoutMs: number): SqliteConnection {
  const connection = opened(path)
  connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  const statement = statementCache(connection)

  const write = (batch: Batch): Outcome => ({
    written: batch.map(({ sql, parameters }) => statement(sql)(parameters)),
  })

  function inTransaction(batches: readonly Batch[], writeOne: (batch: Batch) => Outcome): Outcome[] {
    try {
      connection.exec('BEGIN IMMEDIATE')
      const outcomes = batches.map(writeOne)
      connection.exec('COMMIT')
      return outcomes
    } catch (error) {
      rollBack(connection)
      throw error
    }
  }

  function inSavepoint(batch: Batch): Outcome {
    statement('SAVEPOINT batch')([])
    try {
      const outcome = write(batch)
      statement('RELEASE batch')([])
      return outcome
    } catch (error) {
      if (isStorageFault(error)) throw error
      connection.exec('ROLLBACK TO batch; RELEASE batch')
      return { error }
    }
  }

  return {
    read: (sql, parameters) => statement(sql)(parameters),
    commit(batches) {
      try {
        return inTransaction(batches, write)
      } catch (error) {
        if (isStorageFault(error)) throw error
        // A batch of them fails, which is rare: all are written again, each so that it can fail alone.
        return inTransaction(batches, inSavepoint)
      }
    },
    forget: () => void connection.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: () => void connection.close(),
  }
}

function opened(path: string): Libsql.Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const connection = new Libsql(path, { timeout: startMs })
    setUp(connection, path)
    return connection
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`cannot open the database ${path}: ${reason}`, { cause: error })
  }
}

/** What is deleted is overwritten. A file system that cannot do WAL, or a build with another default, is refused. */
function setUp(connection: Libsql.Database, path: string) {
  const pragma = (source: string): unknown => connection.prepare(`PRAGMA ${source}`).pluck().all()[0]
  const journal = pragma('journal_mode = WAL')
  connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON')
  connection.exec(`PRAGMA cache_size = ${-cacheKib}; PRAGMA wal_autocheckpoint = ${checkpointPages}`)
  if (path !== ':memory:' && journal !== 'wal') throw new Error(`journal_mode is ${String(journal)}, not wal`)
  if (pragma('synchronous') !== 2) throw new Error('synchronous is not FULL')
  if (pragma('foreign_keys') !== 1) throw new Error('foreign_keys is not ON')
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
    const statement = prepare(connection, sql)
    prepared.set(sql, statement)
    const [oldest] = prepared.keys()
    if (prepared.size > statementsKept && oldest !== undefined) prepared.delete(oldest)
    return statement
  }
}

function prepare(connection: Libsql.Database, sql: string): Prepared {
  const statement = connection.prepare<[SqlValue[]]>(sql)
  if (statement.reader) return (parameters) => statement.all(parameters)
  return (parameters) => {
    statement.run(parameters)
    return []
  }
}
