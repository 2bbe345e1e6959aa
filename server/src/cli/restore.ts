import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createStorage } from '../storage/storage.ts'
import { loadConfig } from '../config.ts'
import { backupFiles, copyStorage, readRecord } from './backup-folder.ts'
import { CommandError, defineCommand } from './command.ts'
import { createProgress } from './progress.ts'

export const restoreCommand = defineCommand({
  name: 'restore',
  takes: ['<folder>'],
  about: 'Put a backup where the settings say, which must be empty',
  options: {},
  more: 'PostgreSQL is restored by its own tool: pg_restore --no-owner -d "$BILET_DATABASE_URL" <folder>/bilet.dump',
  async run({ args: [folder = ''] }, io) {
    const { databaseUrl, storageUrl } = loadConfig(io.env)
    const record = await readRecord(folder)
    const isSqlite = databaseUrl.startsWith('sqlite:')
    if (isSqlite !== (record.database === 'sqlite'))
      throw new CommandError(`this is a backup of ${record.database}; BILET_DATABASE_URL names another engine`)
    const to = await createStorage(storageUrl)
    const keys = await to.getKeys()
    // A server that was started here has put its build in: that is nothing to lose.
    if (keys.some((key) => !key.startsWith('builds:'))) throw new CommandError('BILET_STORAGE_URL is not empty')
    const path = databaseUrl.slice('sqlite:'.length)
    if (isSqlite && existsSync(path)) throw new CommandError(`there is a database ${path} already`)

    // Pictures first, as when they were sent: a ticket never stands there without.
    const from = await createStorage(`fs:${backupFiles(folder).blobs}`)
    const progress = createProgress(io)
    const objects = await copyStorage(from, to, { signal: io.signal, ...progress })
    progress.end()
    await to.dispose()
    if (objects < record.objects)
      throw new CommandError(`only ${objects} of ${record.objects} objects are in ${folder}`)
    if (isSqlite) await putFile(backupFiles(folder).sqlite, path)
    io.out(`${objects} objects${isSqlite ? ' and the database' : ''}, as of ${record.madeAt}`)
    if (!isSqlite) io.err(`Now: pg_restore --no-owner -d "$BILET_DATABASE_URL" ${backupFiles(folder).postgres}`)
  },
})

/** Whole or not at all. */
async function putFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  const draft = `${to}.restoring`
  await copyFile(from, draft)
  {
    await using file = await open(draft, 'r+')
    await file.sync()
  }
  await rename(draft, to)
}
