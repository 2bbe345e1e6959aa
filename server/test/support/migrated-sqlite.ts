// A file with today's schema, made once by each file of tests and copied from then on: a copy costs a hundredth of what
// the migrations do.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../../src/database/migrate.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { temporaryFolder } from './temporary-folder.ts'

let template: Promise<string> | undefined

/** Makes the file at `path`, which is given back. */
export async function migratedSqlite(path: string): Promise<string> {
  template ??= makeTemplate()
  copyFileSync(await template, path)
  return path
}

async function makeTemplate(): Promise<string> {
  const folder = temporaryFolder()
  process.once('exit', folder.remove)
  const path = join(folder.path, 'template.db')
  const database = createSqlite(path)
  await migrate(database)
  // All of it into the one file that is copied.
  await database.forget?.()
  await database.close()
  return path
}
