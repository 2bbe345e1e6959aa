// Every storage engine there is, for real: what one contract suite is run over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createD1 } from '../../src/database/d1.ts'
import type { Database } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { emptyD1, emptyPostgres } from './empty-desk.ts'
import { createPostgres } from '../../src/database/postgres.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { startD1 } from './d1-in-workerd.ts'
import { migratedSqlite } from './migrated-sqlite.ts'
import { startPgbouncer } from './pgbouncer.ts'
import { newPostgresDatabase, onePostgresSocket } from './one-postgres.ts'

/** An engine that runs. `connect` opens a place that was made, as often as asked. */
export type RunningEngine = {
  newPlace(): Promise<string>
  /** A place with today's schema and nothing in it: new, or one that was given back. */
  newDesk(): Promise<string>
  /** To be somebody's next desk; nobody is connected to it. */
  giveBack(place: string): void
  connect(place: string): Promise<Database>
  stop(): Promise<void>
}

export type Engine = { name: string; start(): Promise<RunningEngine> }

export const sqlite: Engine = {
  name: 'SQLite',
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'bilet-sqlite-'))
    let made = 0
    const newPlace = () => join(folder, `${made++}.db`)
    return {
      newPlace: async () => newPlace(),
      newDesk: () => migratedSqlite(newPlace()),
      giveBack: (place) => rmSync(place),
      connect: async (place) => createSqlite(place),
      stop: async () => rmSync(folder, { recursive: true }),
    }
  },
}

const connectPostgres = async (place: string) => createPostgres(place, { connections: 4 })

export const postgres: Engine = {
  name: 'PostgreSQL',
  start: async () => ({
    newPlace: newPostgresDatabase,
    ...desks(newPostgresDatabase, connectPostgres, emptyPostgres),
    connect: connectPostgres,
    stop: async () => {},
  }),
}

export const pgbouncer: Engine = {
  name: 'PostgreSQL behind pgbouncer',
  async start() {
    const pooler = await startPgbouncer(onePostgresSocket())
    const newPlace = async () => pooler.addressOf(new URL(await newPostgresDatabase()).pathname.slice(1))
    return {
      newPlace,
      ...desks(newPlace, connectPostgres, emptyPostgres),
      connect: connectPostgres,
      stop: () => pooler.stop(),
    }
  },
}

const mostPlaces = 100

export const d1: Engine = {
  name: 'D1 in workerd',
  async start() {
    const places = Array.from({ length: mostPlaces }, (_, index) => `DB${index}`)
    const { bindingOf, stop } = startD1(places)
    let made = 0
    const newPlace = async () => `DB${made++}`
    const connect = async (place: string) => createD1(bindingOf(place))
    return {
      newPlace,
      ...desks(newPlace, connect, emptyD1),
      connect,
      stop,
    }
  },
}

/** To empty a desk costs a tenth of making one. */
function desks(
  newPlace: RunningEngine['newPlace'],
  connect: RunningEngine['connect'],
  empty: (database: Database) => Promise<void>,
): Pick<RunningEngine, 'newDesk' | 'giveBack'> {
  const givenBack: string[] = []
  return {
    async newDesk() {
      const used = givenBack.pop()
      const place = used ?? (await newPlace())
      const database = await connect(place)
      await (used ? empty(database) : migrate(database))
      await database.close()
      return place
    },
    giveBack: (place) => givenBack.push(place),
  }
}

export const engines: readonly Engine[] = [sqlite, postgres, d1]
