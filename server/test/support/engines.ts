// Every storage engine there is, for real: what one contract suite is run over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createD1 } from '../../src/database/d1.ts'
import type { Database } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createPostgres } from '../../src/database/postgres.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { startD1 } from './d1-in-workerd.ts'
import { migratedSqlite } from './migrated-sqlite.ts'
import { startPgbouncer } from './pgbouncer.ts'
import { startPostgres } from './postgres-server.ts'

/** An engine that runs. `connect` opens a place that was made, as often as asked. */
export type RunningEngine = {
  newPlace(): Promise<string>
  /** A new place with today's schema. */
  newDesk(): Promise<string>
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
      connect: async (place) => createSqlite(place),
      stop: async () => rmSync(folder, { recursive: true }),
    }
  },
}

export const postgres: Engine = {
  name: 'PostgreSQL',
  async start() {
    const server = await startPostgres()
    const connect = async (place: string) => createPostgres(place, { connections: 4 })
    let template: Promise<string> | undefined
    return {
      newPlace: () => server.newDatabase(),
      async newDesk() {
        template ??= migrated(await server.newDatabase(), connect)
        return server.newDatabase(await template)
      },
      connect,
      stop: () => server.remove(),
    }
  },
}

export const pgbouncer: Engine = {
  name: 'PostgreSQL behind pgbouncer',
  async start() {
    const server = await startPostgres()
    const pooler = await startPgbouncer(server.socket)
    const newPlace = async () => pooler.addressOf(new URL(await server.newDatabase()).pathname.slice(1))
    const connect = async (place: string) => createPostgres(place, { connections: 4 })
    return {
      newPlace,
      newDesk: async () => migrated(await newPlace(), connect),
      connect,
      async stop() {
        await pooler.stop()
        await server.remove()
      },
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
      newDesk: async () => migrated(await newPlace(), connect),
      connect,
      stop,
    }
  },
}

async function migrated(place: string, connect: RunningEngine['connect']): Promise<string> {
  const database = await connect(place)
  await migrate(database)
  await database.close()
  return place
}

export const engines: readonly Engine[] = [sqlite, postgres, d1]
