import type { Database } from './database.ts'
import { createSqlite } from './sqlite/sqlite.ts'

/**
 * Opens the database that the setting names, `sqlite:<path>` or `postgres://…`. Throws with one clear line, without
 * the password, when it cannot.
 * @example await openDatabase('sqlite:data/bilet.db')
 */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) return createSqlite(url.slice('sqlite:'.length))
  if (!/^postgres(?:ql)?:/.test(url))
    throw new Error('cannot open the database: sqlite:<path> and postgres://… are known')
  // Loaded only where it is used: a start on SQLite needs no driver for PostgreSQL.
  const { createPostgres } = await import('./postgres.ts')
  const database = createPostgres(url)
  try {
    await database.query({ sql: 'select 1', parameters: [] })
    return database
  } catch (error) {
    await database.close()
    const { cause } = error instanceof Error ? error : { cause: error }
    const reason = cause instanceof Error ? cause.message : String(cause)
    const hint = /unsupported startup parameter/.test(reason) ? ': for pgbouncer add ?pgbouncer=true to the URL' : ''
    throw new Error(`cannot open the database at ${new URL(url).host}: ${reason}${hint}`, { cause: error })
  }
}
