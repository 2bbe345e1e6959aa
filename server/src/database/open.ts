import type { Database } from './database.ts'
import { createSqlite } from './sqlite.ts'

/**
 * Opens the database that the setting names: `sqlite:<path>`. Throws with one clear line when it cannot.
 * @example await openDatabase('sqlite:data/bilet.db')
 */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) return createSqlite(url.slice('sqlite:'.length))
  throw new Error(`cannot open the database ${url.split(':', 1)[0]}: …; sqlite:<path> is known`)
}

/** Whether the database answers a read. */
export async function answers(database: Database): Promise<boolean> {
  try {
    await database.query({ sql: 'select 1', parameters: [] })
    return true
  } catch {
    return false
  }
}
