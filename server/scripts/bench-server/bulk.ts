// Many rows at once: indexes are built of all of them when they are in, not kept row by row.
import type { Database, Statement } from '../../src/database/database.ts'

type Index = { name: string; definition: string }

/** Indexes that hold no constraint, but for the one by which the statements of a write find its events. */
const listed = {
  sqlite: `select name, sql as definition from sqlite_master where type = 'index' and sql is not null`,
  postgres: `select indexname as name, indexdef as definition from pg_indexes where schemaname = current_schema()
    and not exists (select 1 from pg_constraint where conindid = to_regclass(indexname))`,
}
const needed = 'ticket_events_ticket'

/** Writes while the indexes of an empty database are away, and builds them after. */
export async function inBulk(database: Database, write: () => Promise<void>) {
  const indexes = await database.query<Index>(plain(listed[database.dialect]))
  const away = indexes.filter(({ name }) => name !== needed)
  await database.batch(away.map(({ name }) => plain(`drop index ${name}`)))
  await write()
  for (const { definition } of away) await database.batch([plain(definition)])
}

const plain = (sql: string): Statement => ({ sql, parameters: [] })
