import { createHash } from 'node:crypto'
import type { Database } from '../../database/database.ts'
import { pagesOf } from './pages.ts'
import type { Row } from './pages.ts'
import type { Table } from './tables.ts'

export type TableDigest = { rows: number; checksum: string }

/** How many rows a table has, and the sum of their digests: engines put text in order each in its own way. */
export async function digestTable(
  database: Database,
  table: Table,
  onRows: (rows: number) => void,
): Promise<TableDigest> {
  let [rows, sum] = [0, 0n]
  for await (const page of pagesOf(database, table)) {
    for (const row of page) sum = BigInt.asUintN(64, sum + digestOf(row, table.columns))
    rows += page.length
    onRows(page.length)
  }
  return { rows, checksum: sum.toString(16).padStart(16, '0') }
}

function digestOf(row: Row, columns: readonly string[]): bigint {
  const values = JSON.stringify(columns.map((column) => row[column] ?? null))
  return createHash('sha256').update(values).digest().readBigUInt64BE()
}
