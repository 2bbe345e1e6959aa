// A desk as its migrations left it: what is in it but for the number of its schema, and every count that begins anew.
import type { Database, Statement } from '../../src/database/database.ts'

const statement = (sql: string): Statement => ({ sql, parameters: [] })

/** Triggers, which would keep the record from being emptied, and references are off meanwhile. */
const emptied = `do $$ declare made record; begin
  set local session_replication_role = replica;
  for made in select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_versions' loop
    execute format('delete from %I', made.name);
  end loop;
  for made in select sequencename as name from pg_sequences where schemaname = 'public' loop
    execute format('alter sequence %I restart', made.name);
  end loop;
end $$`

export async function emptyPostgres(database: Database): Promise<void> {
  await database.batch([statement(emptied)])
}

/** Tables of ours: those that the index of words keeps for itself, and what begins with an underscore, are the engine’s. */
const tables = statement(`select name from sqlite_master where type = 'table'
  and name not glob 'ticket_search_*' and name not glob '_*' and name not in ('schema_versions', 'sqlite_stat1')`)

export async function emptyD1(database: Database): Promise<void> {
  const rows = await database.query<{ name: string }>(tables)
  await database.batch(rows.map(({ name }) => statement(`delete from ${name}`)))
}
