// A desk from one database into another, row by row, and the proof that both hold the same.
import { sql as raw } from 'kysely'
import type { Database } from '../../database/database.ts'
import { migrate } from '../../database/migrate.ts'
import { sqlFor } from '../../database/sql.ts'
import { CommandError } from '../command.ts'
import { copyTable, numberOn } from './copy-table.ts'
import { indexTickets } from './index-tickets.ts'
import { beginMove, endMove, moveUnderWay, unlock } from './marks.ts'
import { digestTable } from './table-digest.ts'
import type { TableDigest } from './table-digest.ts'
import { tableNames, tablesOf } from './tables.ts'
import type { Table } from './tables.ts'

export type Moved = TableDigest & { table: string }

type Progress = { expect: (rows: number) => void; onRows: (what: string, rows: number) => void; signal: AbortSignal }

type Move = { source: Database; target: Database; name: string }

/**
 * Copies everything, or what an interrupted run left; `name` tells the source from others. Rejects with `CommandError`
 * where the target holds something else, or where the two differ in the end.
 */
export async function moveDesk({ source, target, name }: Move, { expect, onRows, signal }: Progress): Promise<Moved[]> {
  await takeTarget(target, name)
  const tables = await tablesOf(target)
  const counts = new Map<string, number>()
  for (const table of tables) counts.set(table.name, await countRows(source, table))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  // Each row is copied, then read on both sides; a ticket is indexed.
  expect(total * 3 + (counts.get('tickets') ?? 0))
  for (const table of tables)
    await copyTable(source, target, table, { onRows: (rows) => onRows(table.name, rows), signal })
  await indexTickets(target, { onRows: (rows) => onRows('full text', rows), signal })
  const moved = await compare({ source, target, tables }, onRows)
  await target.batch([...tables.flatMap(numberOn), ...endMove()])
  await target.batch([raw`analyze`.compile(sqlFor('postgres'))])
  return moved
}

/** An empty database, or one that this desk is moving into already. */
async function takeTarget(target: Database, name: string) {
  const names = await tableNames(target)
  const begun = await moveUnderWay(target, names)
  if (begun === null && names.length > 0)
    throw new CommandError('the database to move into is not empty: give a new one, or drop what is in it')
  if (begun !== null && begun !== name)
    throw new CommandError(`into this database ${begun} was being moved, not ${name}: finish that, or give a new one`)
  if (begun !== null) await target.batch([unlock()])
  await migrate(target)
  await beginMove(target, name)
}

async function countRows(database: Database, { name }: Table): Promise<number> {
  const count = raw`select count(*) as n from ${raw.table(name)}`.compile(sqlFor(database.dialect))
  const [row] = await database.query<{ n: number }>(count)
  return row?.n ?? 0
}

type Comparing = { source: Database; target: Database; tables: readonly Table[] }

async function compare({ source, target, tables }: Comparing, onRows: Progress['onRows']): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const table of tables) {
    const onRead = (rows: number) => onRows('comparing', rows)
    const [there, here] = [await digestTable(source, table, onRead), await digestTable(target, table, onRead)]
    if (there.checksum !== here.checksum || there.rows !== here.rows)
      throw new CommandError(
        `${table.name} differs: ${there.rows} rows ${there.checksum} there, ${here.rows} rows ${here.checksum} here. ` +
          'Somebody wrote to the old desk meanwhile: stop it, drop the new database and move again',
      )
    moved.push({ table: table.name, ...there })
  }
  return moved
}
