// Counts in the desk's own database, over all processes: PostgreSQL, SQLite and D1 alike, since the library's statement
// for PostgreSQL is one upsert that the others understand.
import RateLimiterPostgres from 'rate-limiter-flexible/lib/RateLimiterPostgres.js'
import type { Database, Statement } from '../database/database.ts'
import { counted } from './counted.ts'
import { keyDigest } from './key-digest.ts'
import type { OpenWindow } from './window.ts'

type Question = { text: string; values?: unknown[] }

/** The client that the library asks, over the port. SQLite numbers parameters with a question mark. */
const clientOf = (database: Database) => ({
  async query({ text, values = [] }: Question) {
    const sql = database.dialect === 'sqlite' ? text.replaceAll(/\$(\d)/g, '?$1') : text
    const [rows = []] = await database.batch<object>([{ sql, parameters: values }])
    return { rows, rowCount: rows.length }
  },
})

/** What is counted stays until the sweep after its window (`forgetSpent`). */
export const createDatabaseWindow =
  (database: Database): OpenWindow =>
  ({ name, points, seconds }) => {
    const limiter = new RateLimiterPostgres({
      storeClient: clientOf(database),
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
      // Whoever is over it is told so without a look into the database.
      inMemoryBlockOnConsumed: points + 1,
    })
    return (key, spent) => counted(limiter.consume(keyDigest(key), spent))
  }

/** Removes what windows left behind that ended before `now`, epoch milliseconds. */
export const forgetSpent = (now: number): Statement => ({
  sql: `delete from rate_limits where expire < ${Math.floor(now)}`,
  parameters: [],
})
