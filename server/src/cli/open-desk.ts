import { existsSync } from 'node:fs'
import { createStorage } from '../storage/storage.ts'
import { loadConfig } from '../config.ts'
import { createDeps } from '../create-deps.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import type { Deps } from '../deps.ts'
import { silentLog } from '../log.ts'
import { loadPolicy } from '../node/policy-file.ts'
import { CommandError } from './command.ts'
import type { Io } from './command.ts'
import { program } from './program.ts'

/** A command that looks in the wrong place must not make an empty desk there, and seem to have worked. */
export function mustExist(databaseUrl: string) {
  const path = databaseUrl.slice('sqlite:'.length)
  if (!databaseUrl.startsWith('sqlite:') || existsSync(path)) return
  throw new CommandError(
    `there is no database ${path}: name the settings of your desk by --env-file, or make one with ${program} migrate`,
  )
}

/** The desk that the environment's settings name, without its HTTP. Everything is closed when `work` is done. */
export async function withDesk<T>({ env }: Io, work: (desk: Deps) => Promise<T>): Promise<T> {
  const config = loadConfig(env)
  mustExist(config.databaseUrl)
  const policy = await loadPolicy(config.policyPath)
  const storage = await createStorage(config.storageUrl)
  const database = await openDatabase(config.databaseUrl)
  try {
    await migrate(database)
    const desk = createDeps({
      clock: Date.now,
      database,
      storage,
      config,
      policy,
      log: silentLog,
      sendsMail: config.mail !== undefined,
      addressOf: () => '',
      isEnding: () => false,
    })
    return await work(desk)
  } finally {
    await database.close()
    await storage.dispose()
  }
}
