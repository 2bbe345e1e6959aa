import { resolve } from 'node:path'
import { loadConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { CommandError, defineCommand, UsageError } from './command.ts'
import { moveDesk } from './moving/move-desk.ts'
import type { Moved } from './moving/move-desk.ts'
import { mustExist } from './open-desk.ts'
import { createProgress } from './progress.ts'

export const moveCommand = defineCommand({
  name: 'move',
  about: 'Move the desk into PostgreSQL: everything that is in the database, compared in the end',
  options: { to: { type: 'string', value: 'postgres://…', about: 'an empty database' } },
  more: [
    'Stop the servers first. Interrupted or killed, it goes on where it was when run again; servers refuse to start on a',
    'database that a desk is still moving into. Pictures and articles stay where BILET_STORAGE_URL has them.',
  ].join('\n'),
  async run({ options: { to = '' } }, io) {
    if (!/^postgres(ql)?:\/\/./.test(to)) throw new UsageError('--to is the address of a database, postgres://…')
    const { databaseUrl } = loadConfig(io.env)
    if (databaseUrl === to)
      throw new CommandError('the desk is there already: BILET_DATABASE_URL and --to are the same')
    mustExist(databaseUrl)
    await using source = await opened(databaseUrl)
    await using target = await opened(to)
    await migrate(source.database)
    const progress = createProgress(io)
    const onRows = (what: string, rows: number) => {
      for (let row = 0; row < rows; row++) progress.step(what)
    }
    const name = nameOf(databaseUrl)
    const moving = { source: source.database, target: target.database, name }
    const watched = { expect: (rows: number) => progress.expect(rows), onRows, signal: io.signal }
    const moved = await moveDesk(moving, watched).finally(() => progress.end())
    for (const line of report(moved)) io.out(line)
    io.err(`moved: set BILET_DATABASE_URL to the new database and start. ${name} is as it was`)
  },
})

async function opened(url: string) {
  const database = await openDatabase(url)
  return { database, [Symbol.asyncDispose]: () => database.close() }
}

/** A database by a name that holds no password. */
function nameOf(url: string): string {
  if (url.startsWith('sqlite:')) return resolve(url.slice('sqlite:'.length))
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function report(moved: readonly Moved[]): string[] {
  const width = Math.max(...moved.map(({ table }) => table.length))
  return moved.map(({ table, rows, checksum }) => `${table.padEnd(width)}  ${checksum}  ${rows}`)
}
