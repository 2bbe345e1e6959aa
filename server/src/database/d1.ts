// Cloudflare D1: SQLite behind a binding. One writer at a time and durable answers are D1's own.
import type { Database, Statement } from './database.ts'
import { StorageError } from './database.ts'
import { checked } from './values.ts'

/** The part of the binding that is used. */
export type D1Binding = {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<{ meta: { changes: number } }[]>
}
export type D1Statement = {
  bind(...values: unknown[]): D1Statement
  all(): Promise<{ results: unknown[] }>
}

/** The database that the binding leads to. */
export function createD1(binding: D1Binding): Database {
  const bound = (statement: Statement) => {
    const { sql, parameters } = checked(statement)
    return binding.prepare(sql).bind(...parameters)
  }
  return {
    dialect: 'sqlite',
    async query<Row>(statement: Statement) {
      const read = bound(statement)
      try {
        return await rowsOf<Row>(read)
      } catch (error) {
        throw toStorageError(error)
      }
    },
    async batch(statements) {
      const writes = statements.map(bound)
      try {
        const results = await binding.batch(writes)
        return results.map(({ meta }) => meta.changes)
      } catch (error) {
        throw toStorageError(error)
      }
    },
    async close() {},
  }
}

/** The caller names the shape of its own rows. */
async function rowsOf<Row>(statement: D1Statement): Promise<Row[]>
async function rowsOf(statement: D1Statement): Promise<unknown[]> {
  const { results } = await statement.all()
  return results
}

/** D1 tells what went wrong in words only: SQLite's own codes are at the end of them. */
function toStorageError(error: unknown): unknown {
  const words = error instanceof Error ? error.message : String(error)
  if (/SQLITE_FULL|exceeded maximum DB size/i.test(words)) return new StorageError('full', error)
  return /SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)/.test(words) ? error : new StorageError('unavailable', error)
}
