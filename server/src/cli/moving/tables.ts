// What a desk's database holds, as its schema tells: a table that a migration adds is moved like the others.
import type { Database } from '../../database/database.ts'

export type Table = {
  name: string
  /** Columns of the primary key. */
  key: string[]
  columns: string[]
  /** The column that numbers its rows by itself, if any. */
  counted: string | null
  /** Tables that its rows refer to. */
  needs: string[]
}

/** Full text is made anew, since each engine keeps it in its own way; the rest is the schema's and this command's own. */
const notMoved = new Set(['ticket_search', 'schema_versions', 'desk_move'])

const ofSchema = `
  select
    tables.relname as name,
    coalesce((
      select json_agg(columns.attname order by keys.place)
      from unnest(indexes.indkey::int2[]) with ordinality as keys (number, place)
      join pg_attribute as columns on columns.attrelid = tables.oid and columns.attnum = keys.number
    ), '[]') as key,
    (
      select json_agg(columns.attname order by columns.attname) from pg_attribute as columns
      where columns.attrelid = tables.oid and columns.attnum > 0 and not columns.attisdropped
    ) as columns,
    (
      select columns.attname from pg_attribute as columns
      where columns.attrelid = tables.oid and columns.attidentity <> '' limit 1
    ) as counted,
    coalesce((
      select json_agg(others.relname) from pg_constraint as links
      join pg_class as others on others.oid = links.confrelid
      where links.conrelid = tables.oid and links.contype = 'f'
    ), '[]') as needs
  from pg_class as tables
  join pg_namespace as schemas on schemas.oid = tables.relnamespace
  left join pg_index as indexes on indexes.indrelid = tables.oid and indexes.indisprimary
  where schemas.nspname = current_schema() and tables.relkind = 'r'
  order by tables.relname`

/** The tables of a PostgreSQL database of ours, each after those that it refers to. */
export async function tablesOf(target: Database): Promise<Table[]> {
  const found = await target.query<Table>({ sql: ofSchema, parameters: [] })
  return inOrderOfNeed(found.filter(({ name }) => !notMoved.has(name)))
}

/** Names of all tables there are, whosever. */
export async function tableNames(target: Database): Promise<string[]> {
  const found = await target.query<Table>({ sql: ofSchema, parameters: [] })
  return found.map(({ name }) => name)
}

function inOrderOfNeed(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const isWaitedFor = (name: string) => waiting.some((one) => one.name === name)
    const ready = waiting.filter(({ name, needs }) => needs.every((need) => need === name || !isWaitedFor(need)))
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    ordered.push(...ready)
    waiting = waiting.filter((one) => !ready.includes(one))
  }
  return ordered
}
