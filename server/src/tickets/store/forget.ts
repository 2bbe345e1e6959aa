import type { Database, Statement } from '../../database/database.ts'

/** FTS5 marks what was deleted and keeps its stems until parts of the index are merged: this merges all of them. */
const merge: Statement = { sql: `insert into ticket_search (ticket_search) values ('optimize')`, parameters: [] }

/**
 * Takes off the disk what deleted rows left there. At a million tickets SQLite is busy with it for seconds; PostgreSQL
 * does the same by itself, at its next vacuum.
 */
export async function forgetDeleted(database: Database): Promise<void> {
  if (database.dialect === 'sqlite') await database.batch([merge])
  await database.forget?.()
}
