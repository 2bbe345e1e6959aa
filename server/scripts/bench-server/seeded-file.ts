// A SQLite file with so many tickets in it, kept for the next time.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { createPostgres } from '../../src/database/postgres.ts'
import { sqlFor } from '../../src/database/sql.ts'
import { inBulk } from './bulk.ts'
import { seed } from './seed.ts'

/** An index of a million rows takes longer than any statement of the product may, milliseconds. */
const timeoutMs = 600_000

/** Migrates and fills the database at this address; says how far it is. */
export async function seedInto(url: string, count: number) {
  const database = url.startsWith('sqlite:') ? await openDatabase(url) : createPostgres(url, { timeoutMs })
  await migrate(database)
  const onProgress = (done: number) => {
    if (done % 50_000 === 0) process.stderr.write(`\rseeded ${done} of ${count}`)
  }
  await inBulk(database, async () => {
    await seed(database, { count, now: Date.now(), onProgress })
    // What was announced in years was told long ago, and is kept no longer.
    await database.batch([sqlFor(database.dialect).deleteFrom('outbox').compile()])
  })
  await database.close()
  process.stderr.write('\n')
}

/** Makes the file where it is not there yet. */
export async function seedFile(file: string, count: number) {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  await seedInto(`sqlite:${file}.part`, count)
  // What is still in the log beside it belongs to it.
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(`${file}.part${ending}`)) renameSync(`${file}.part${ending}`, `${file}${ending}`)
}
