import { existsSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import Libsql from 'libsql'
import { createStorage } from '../storage/storage.ts'
import { loadConfig } from '../config.ts'
import { backupFiles, copyStorage, writeRecord } from './backup-folder.ts'
import { CommandError, defineCommand } from './command.ts'
import { createProgress } from './progress.ts'

export const backupCommand = defineCommand({
  name: 'backup',
  takes: ['<folder>'],
  about: 'Copy the desk into an empty folder while it runs',
  options: {},
  more: [
    'The database is copied as of one moment, pictures and articles after it: every ticket of the copy has its pictures.',
    'PostgreSQL is copied by its own tool, first: pg_dump -Fc -f <folder>/bilet.dump "$BILET_DATABASE_URL"',
  ].join('\n'),
  async run({ args: [folder = ''] }, io) {
    const { databaseUrl, storageUrl } = loadConfig(io.env)
    const files = backupFiles(folder)
    if (existsSync(files.record) || existsSync(files.sqlite)) throw new CommandError(`${folder} holds a backup already`)
    await mkdir(folder, { recursive: true })
    const madeAt = new Date().toISOString()
    const database = databaseUrl.startsWith('sqlite:') ? 'sqlite' : 'postgres'
    if (database === 'sqlite') await copySqlite(databaseUrl.slice('sqlite:'.length), files.sqlite)
    else if (!existsSync(files.postgres))
      throw new CommandError(`first: pg_dump -Fc -f ${files.postgres} "$BILET_DATABASE_URL", then this again`)

    const [from, to] = [await createStorage(storageUrl), await createStorage(`fs:${files.blobs}`)]
    const progress = createProgress(io)
    const objects = await copyStorage(from, to, { signal: io.signal, ...progress })
    progress.end()
    await from.dispose()
    await writeRecord(folder, { format: 1, madeAt, database, objects })
    io.out(`${folder}: the database and ${objects} objects, as of ${madeAt}`)
  },
})

/** Everything committed by now, as one file. The server goes on writing: this reads one moment of it. */
async function copySqlite(path: string, target: string): Promise<void> {
  if (!existsSync(path)) throw new CommandError(`there is no database ${path}`)
  const source = new Libsql(path, { timeout: 10_000 })
  source.prepare('VACUUM INTO ?').run(target)
  source.close()
  const copy = new Libsql(target)
  const [verdict]: unknown[] = copy.prepare('PRAGMA quick_check').pluck().all()
  copy.close()
  if (verdict !== 'ok') throw new CommandError(`the copy of the database is damaged: ${String(verdict)}`)
  // SQLite leaves the copy in the system's memory.
  await using file = await open(target, 'r+')
  await file.sync()
}
