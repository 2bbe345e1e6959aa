import type { Database } from './database.ts'
import { migrate } from './migrate.ts'

/**
 * The same database, brought up to date before its first use: for platforms that have no moment of starting. Each call
 * migrates until one has done it; none waits for another's, which may have been given up.
 */
export function migrateFirst(database: Database): Database {
  let isMigrated = false
  const migrated = async () => {
    if (!isMigrated) await migrate(database)
    isMigrated = true
  }
  return {
    ...database,
    async query(statement) {
      await migrated()
      return database.query(statement)
    },
    async batch(statements) {
      await migrated()
      return database.batch(statements)
    },
  }
}
