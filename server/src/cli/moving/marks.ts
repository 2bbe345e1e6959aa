// How far a move is, kept in the database that the desk moves into, by the very batch that wrote the rows.
import { sql as raw } from 'kysely'
import type { Database, SqlValue, Statement } from '../../database/database.ts'
import { movingVersion } from '../../database/migrate.ts'
import { sqlFor } from '../../database/sql.ts'

export type Mark = { last: SqlValue[] | null; rows: number }

const sql = sqlFor('postgres')

/** Says in the database whose move is under way in it; servers refuse to start on it until it is over. */
export async function beginMove(target: Database, source: string) {
  await target.batch([
    raw`create table if not exists desk_move (name text primary key, last text, rows bigint not null)`.compile(sql),
    raw`insert into desk_move (name, last, rows) values ('', ${source}, 0) on conflict do nothing`.compile(sql),
    raw`insert into schema_versions (version) values (${raw.lit(movingVersion)}) on conflict do nothing`.compile(sql),
  ])
}

/** What is moved into this database, or null. */
export async function moveUnderWay(target: Database, names: readonly string[]): Promise<string | null> {
  if (!names.includes('desk_move')) return null
  const [row] = await target.query<{ last: string }>(raw`select last from desk_move where name = ''`.compile(sql))
  return row?.last ?? null
}

/** Lets the schema be brought up to date, and servers start. */
export const unlock = (): Statement =>
  raw`delete from schema_versions where version = ${raw.lit(movingVersion)}`.compile(sql)

export const endMove = (): Statement[] => [raw`drop table desk_move`.compile(sql), unlock()]

export async function markOf(target: Database, name: string): Promise<Mark> {
  const read = raw`select last, rows from desk_move where name = ${name}`.compile(sql)
  const [row] = await target.query<{ last: string; rows: number }>(read)
  return row ? { last: JSON.parse(row.last), rows: row.rows } : { last: null, rows: 0 }
}

export const mark = (name: string, last: readonly SqlValue[], rows: number): Statement =>
  raw`
    insert into desk_move (name, last, rows) values (${name}, ${JSON.stringify(last)}, ${rows})
    on conflict (name) do update set last = excluded.last, rows = excluded.rows`.compile(sql)
