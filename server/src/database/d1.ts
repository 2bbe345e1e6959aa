// Cloudflare D1: SQLite behind a binding. One writer at a time and durable answers are D1's own.
import type { Database, Statement } from './database.ts'
import { StorageError } from './database.ts'
import { checked } from './values.ts'

/** The part of the binding that is used. */
export type D1Binding = {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<{ results: unknown[] }[]>
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
    async batch<Row>(statements: readonly Statement[]) {
      const writes = statements.map(bound)
      try {
        return await writtenBy<Row>(binding, writes)
      } catch (error) {
        throw toStorageError(error)
      }
    },
    async close() {},
  }
}

// The caller names the shape of its own rows.
async function rowsOf<Row>(statement: D1Statement): Promise<Row[]>
async function rowsOf(statement: D1Statement): Promise<unknown[]> {
  const { results } = await statement.all()
  return results
}

async function writtenBy<Row>(binding: D1Binding, writes: D1Statement[]): Promise<Row[][]>
async function writtenBy(binding: D1Binding, writes: D1Statement[]): Promise<unknown[][]> {
  const answers = await binding.batch(writes)
  return answers.map(({ results }) => results)
}

/** D1 tells what went wrong in words only: SQLite's own codes are at the end of them. */
function toStorageError(error: unknown): unknown {
  const words = error instanceof Error ? error.message : String(error)
  if (/SQLITE_FULL|exceeded maximum DB size/i.test(words)) return new StorageError('full', error)
  return /SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)/.test(words) ? error : new StorageError('unavailable', error)
}
