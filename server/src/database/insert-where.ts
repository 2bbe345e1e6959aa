// One row inserted where a condition holds: how a batch, which cannot read, does one thing only if another was done.
import { sql as raw } from 'kysely'
import type { Expression, Insertable, RawBuilder, SqlBool } from 'kysely'
import type { Schema } from './schema.ts'

type Row<Table extends keyof Schema> = {
  [Column in keyof Insertable<Schema[Table]>]: Expression<Insertable<Schema[Table]>[Column]>
}

/** PostgreSQL cannot tell the type of a parameter that stands alone in a SELECT. */
export const text = <T extends string | null>(value: T) => raw<T>`cast(${value} as text)`
export const integer = <T extends number | null>(value: T) => raw<T>`cast(${value} as bigint)`

/** `INSERT … SELECT` of one row; inserts nothing where the condition does not hold. */
export function insertWhere<Table extends keyof Schema>(
  table: Table,
  row: Row<Table>,
  condition: Expression<SqlBool>,
): RawBuilder<unknown> {
  const columns = Object.keys(row).map((column) => raw.ref(column))
  const values = Object.values<Expression<unknown>>(row)
  return raw`insert into ${raw.table(table)} (${raw.join(columns)}) select ${raw.join(values)} where ${condition}`
}
