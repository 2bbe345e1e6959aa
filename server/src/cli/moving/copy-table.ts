import { sql as raw } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import { mark, markOf } from './marks.ts'
import { keyOf, pagesOf } from './pages.ts'
import type { Row } from './pages.ts'
import type { Table } from './tables.ts'

const sql = sqlFor('postgres')

type Copying = { onRows: (rows: number) => void; signal: AbortSignal }

/** Copies the rows that are not there yet. What triggers would make of a row is a row of the old desk itself. */
export async function copyTable(source: Database, target: Database, table: Table, { onRows, signal }: Copying) {
  const begun = await markOf(target, table.name)
  let { rows } = begun
  onRows(rows)
  const triggers = (state: 'enable' | 'disable') =>
    raw`alter table ${raw.table(table.name)} ${raw.raw(state)} trigger user`.compile(sql)
  for await (const page of pagesOf(source, table, begun.last)) {
    signal.throwIfAborted()
    rows += page.length
    const done = mark(table.name, keyOf(table.key, page.at(-1)), rows)
    await target.batch([triggers('disable'), insert(table, page), done, triggers('enable')])
    onRows(page.length)
  }
}

function insert({ name, columns }: Table, page: readonly Row[]): Statement {
  const names = raw.join(columns.map((column) => raw.ref(column)))
  return raw`
    insert into ${raw.table(name)} (${names}) overriding system value
    select ${names} from json_populate_recordset(null::${raw.table(name)}, cast(${JSON.stringify(page)} as json))`.compile(
    sql,
  )
}

/** Numbers go on after the highest there is. */
export const numberOn = ({ name, counted }: Table): Statement[] =>
  counted === null
    ? []
    : [
        raw`select setval(
          pg_get_serial_sequence(${raw.lit(name)}, ${raw.lit(counted)}),
          coalesce(max(${raw.ref(counted)}), 1), max(${raw.ref(counted)}) is not null
        ) from ${raw.table(name)}`.compile(sql),
      ]
