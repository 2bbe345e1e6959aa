// A table's rows in order of its key, a page at a time.
import { sql as raw } from 'kysely'
import type { Database, SqlValue } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import type { Table } from './tables.ts'

export type Row = Record<string, SqlValue>

/** Rows that are read, and written, at once. */
export const pageSize = 500

const listed = (columns: readonly string[]) => raw.join(columns.map((column) => raw.ref(column)))

/** Pages after the row whose key this is. */
export async function* pagesOf(
  database: Database,
  { name, key, columns }: Table,
  after: readonly SqlValue[] | null = null,
): AsyncGenerator<Row[]> {
  const sql = sqlFor(database.dialect)
  for (let last = after; ;) {
    const rest = last === null ? raw`` : raw`where (${listed(key)}) > (${raw.join(last)})`
    const page = raw`select ${listed(columns)} from ${raw.table(name)} ${rest} order by ${listed(key)} limit ${raw.lit(pageSize)}`
    const rows = await database.query<Row>(page.compile(sql))
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    last = keyOf(key, rows.at(-1))
  }
}

/** The values of the key in this row. */
export const keyOf = (key: readonly string[], row: Row | undefined): SqlValue[] =>
  key.map((column) => row?.[column] ?? null)
