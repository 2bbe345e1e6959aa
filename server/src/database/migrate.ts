// Brings the schema up to this code's: forward only, one batch a step, so a killed start leaves no half of one.
import type { Database, Statement } from './database.ts'
import { tickets } from './migrations/0001-tickets.ts'
import { learning } from './migrations/0002-learning.ts'
import { facetIndexes } from './migrations/0003-facet-indexes.ts'
import { requesters } from './migrations/0004-requesters.ts'
import { rateLimits } from './migrations/0005-rate-limits.ts'
import { turns } from './migrations/0006-turns.ts'
import { deskLists } from './migrations/0007-desk-lists.ts'
import { desk } from './migrations/0008-desk.ts'
import { ownerReads } from './migrations/0009-owner-reads.ts'
import { historyPages } from './migrations/0010-histories.ts'
import { staffAnswers } from './migrations/0011-staff-answers.ts'
import { latestFirst } from './migrations/0012-latest-first.ts'
import type { Migration } from './migrations/migration.ts'

const migrations: readonly Migration[] = [
  tickets,
  learning,
  facetIndexes,
  requesters,
  rateLimits,
  turns,
  deskLists,
  desk,
  ownerReads,
  historyPages,
  staffAnswers,
  latestFirst,
]

/** Stands in a database that a desk is still moving into (`cli/moving/`). */
export const movingVersion = 1_000_000

const ddl = (sql: string): Statement => ({ sql, parameters: [] })

const versionTable = ddl('create table if not exists schema_versions (version integer primary key)')
const readVersion = ddl('select coalesce(max(version), 0) as version from schema_versions')
const takeStep = (version: number): Statement => ddl(`insert into schema_versions (version) values (${version})`)

/**
 * Brings the database to the newest schema and gives its version. Any number of processes may do so at once: a step's
 * batch begins by taking its number, which one of them gets. Throws when the schema is newer than this code.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<number> {
  await database.batch([versionTable])
  const known = steps.at(-1)?.version ?? 0
  const found = await versionOf(database)
  if (found === movingVersion)
    throw new Error('a desk is being moved into this database and is not whole yet: run the command move to its end')
  if (found > known)
    throw new Error(`the database has schema ${found}, this version of Bilet knows ${known}: start a newer Bilet`)
  for (const step of steps) if (step.version > found) await apply(database, step)
  return known
}

async function versionOf(database: Database): Promise<number> {
  const [row] = await database.query<{ version: number }>(readVersion)
  return row?.version ?? 0
}

async function apply(database: Database, step: Migration) {
  try {
    const statements = [takeStep(step.version), ...step[database.dialect].map(ddl)]
    await (database.alter ? database.alter(statements) : database.batch(statements))
  } catch (error) {
    if ((await versionOf(database)) < step.version) throw error
  }
}
