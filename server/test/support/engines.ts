// Every storage engine there is, for real: what one contract suite is run over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createD1 } from '../../src/database/d1.ts'
import type { Database } from '../../src/database/database.ts'
import { createPostgres } from '../../src/database/postgres.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { startD1 } from './d1-in-workerd.ts'
import { startPgbouncer } from './pgbouncer.ts'
import { startPostgres } from './postgres-server.ts'

/** An engine that runs. `connect` opens the place that `newPlace` made, as often as asked. */
export type RunningEngine = {
  newPlace(): Promise<string>
  connect(place: string): Promise<Database>
  stop(): Promise<void>
}

export type Engine = { name: string; start(): Promise<RunningEngine> }

export const sqlite: Engine = {
  name: 'SQLite',
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'bilet-sqlite-'))
    let made = 0
    return {
      newPlace: async () => join(folder, `${made++}.db`),
      connect: async (place) => createSqlite(place),
      stop: async () => rmSync(folder, { recursive: true }),
    }
  },
}

export const postgres: Engine = {
  name: 'PostgreSQL',
  async start() {
    const server = await startPostgres()
    return {
      newPlace: () => server.newDatabase(),
      connect: async (place) => createPostgres(place, { connections: 4 }),
      stop: () => server.remove(),
    }
  },
}

export const pgbouncer: Engine = {
  name: 'PostgreSQL behind pgbouncer',
  async start() {
    const server = await startPostgres()
    const pooler = await startPgbouncer(server.socket)
    return {
      newPlace: async () => pooler.addressOf(new URL(await server.newDatabase()).pathname.slice(1)),
      connect: async (place) => createPostgres(place, { connections: 4 }),
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
    return {
      newPlace: async () => `DB${made++}`,
      connect: async (place) => createD1(bindingOf(place)),
      stop,
    }
  },
}

export const engines: readonly Engine[] = [sqlite, postgres, d1]
