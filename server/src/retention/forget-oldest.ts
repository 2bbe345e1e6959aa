// Records that only grow, kept from their beginning: what is older than so long goes, the oldest first, some at a time.
import { sql as raw } from 'kysely'
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'

const atOnce = 1_000

type Records = {
  table: 'audit' | 'outbox' | 'webhook_deliveries'
  /** The column that tells when a row was over, epoch milliseconds; null in it: not yet. */
  endedAt: 'at' | 'done_at'
}

/**
 * Gives the act of forgetting what was over before a moment. Looked at are the oldest rows alone: a row that is not over
 * keeps those after it, until the next time.
 */
export function forgetOldest(database: Database, { table, endedAt }: Records) {
  const { dialect } = database
  const oldest = prepared<object>(
    dialect,
    () => raw`select seq, ${raw.ref(endedAt)} as ended from ${raw.table(table)} order by seq limit ${raw.lit(atOnce)}`,
  )
  const forget = prepared<{ last: number }>(
    dialect,
    ({ last }) => raw`delete from ${raw.table(table)} where seq <= ${last}`,
  )
  return async (before: number): Promise<void> => {
    const rows = await database.query<{ seq: number; ended: number | null }>(oldest({}))
    const first = rows.findIndex(({ ended }) => ended === null || ended >= before)
    const last = (first < 0 ? rows : rows.slice(0, first)).at(-1)
    if (last) await database.batch([forget({ last: last.seq })])
  }
}
