import { sql as raw } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'

const everyMs = 60 * 60_000
const atOnce = 1_000

/** Gives, once an hour at most, the statements that remove what is older than it is kept, a part of it at a time. */
export function retention(dialect: Database['dialect'], keptMs: number): (now: number) => Statement[] {
  const questions = prepared<{ before: number }>(
    dialect,
    ({ before }) => raw`delete from suggestion_queries where id in (
      select id from suggestion_queries where at < ${before} order by at limit ${raw.lit(atOnce)})`,
  )
  const events = prepared<{ before: number }>(
    dialect,
    ({ before }) => raw`delete from suggestion_events where seq in (
      select seq from suggestion_events where at < ${before} order by at limit ${raw.lit(atOnce)})`,
  )
  let due = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now < due) return []
    due = now + everyMs
    const before = now - keptMs
    return [questions({ before }), events({ before })]
  }
}
