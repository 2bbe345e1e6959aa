// Short rounds of what `npm run faults` does at length.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { startChild } from '../support/child.ts'
import { startPostgres } from '../support/postgres-server.ts'
import type { PostgresServer } from '../support/postgres-server.ts'
import { canMount, fullDiskRound } from './full-disk-round.ts'
import { killRound } from './kill-round.ts'
import { restartRound } from './restart-round.ts'

const folder = mkdtempSync(join(tmpdir(), 'bilet-faults-'))
const migrator = new URL('migrator.ts', import.meta.url)
let server: PostgresServer
let made = 0

const places = [
  ['SQLite', async () => `sqlite:${join(folder, `${made++}.db`)}`],
  ['PostgreSQL', () => server.newDatabase()],
] as const

beforeAll(async () => {
  server = await startPostgres()
}, 120_000)

afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true })
})

describe.each(places)('a store in %s', (_, newPlace) => {
  it('keeps every acknowledged ticket once when the process is killed in the middle of submissions', async () => {
    const url = await newPlace()
    for (const answers of [150, 333]) {
      const verdict = await killRound(url, `round-${answers}`, 500, answers)
      expect(verdict).toMatchObject({ lost: [], broken: [] })
      expect(verdict.acknowledged).toBeGreaterThan(0)
    }
  }, 60_000)

  it('gets its schema whole when eight processes start at once', async () => {
    const url = await newPlace()
    const children = Array.from({ length: 8 }, () => startChild(migrator, [url, '20']))
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual(Array(8).fill(0))
    expect(await stepsIn(url)).toBe(20)
  }, 60_000)

  it('gets its schema whole at the next start when killed in the middle', async () => {
    const url = await newPlace()
    for (const steps of [40, 170]) {
      const child = startChild(migrator, [url, '400'])
      await child.written(steps)
      await child.kill()
      expect(child.lines).not.toContain('done')
    }
    expect(await startChild(migrator, [url, '400']).ended).toBe(0)
    expect(await stepsIn(url)).toBe(400)
  }, 60_000)
})

it('keeps every acknowledged ticket once when PostgreSQL is stopped at once under load', async () => {
  const verdict = await restartRound(server, { processes: 2, tickets: 1_000, restarts: 2 })
  expect(verdict).toMatchObject({ tickets: 1_000, acknowledged: 1_000, lost: [], broken: [] })
}, 60_000)

it.runIf(canMount())(
  'says so when the disk is full, reads on, and takes tickets again when there is room',
  () => {
    const { accepted, readsWhileFull, ...rest } = fullDiskRound(4)
    expect(rest).toEqual({ refusals: ['full', 'full'], afterSpaceIsMade: 'created', missing: 0, broken: [] })
    expect(readsWhileFull).toEqual({ listed: 10, found: 10, replayed: 'replayed' })
    expect(accepted).toBeGreaterThan(10)
  },
  60_000,
)

/** How many steps are wholly in: their number taken, their table there, their row in it. */
async function stepsIn(url: string): Promise<number> {
  const database = await openDatabase(url)
  try {
    const versions = await database.query<{ version: number }>({
      sql: 'select version from schema_versions order by version',
      parameters: [],
    })
    let whole = 0
    for (const { version } of versions) {
      const rows = await database.query({ sql: `select id from step_${version - 1}`, parameters: [] })
      whole += rows.length
    }
    return whole
  } finally {
    await database.close()
  }
}
