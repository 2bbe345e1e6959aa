// A desk that says it is ready can write and answer from its help.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStorage } from 'unstorage'
import memoryDriver from 'unstorage/drivers/memory'
import { expect, it } from 'vitest'
import { StorageError } from '../../src/database/database.ts'
import type { Database } from '../../src/database/database.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { createTestApp } from '../support/test-app.ts'

it('is not ready where it can read and not write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bilet-ready-'))
  const real = createSqlite(join(folder, 'bilet.db'))
  let isFull = false
  const batch: Database['batch'] = (statements) =>
    isFull ? Promise.reject(new StorageError('full', new Error('full'))) : real.batch(statements)
  const test = await createTestApp({ database: { ...real, batch } })
  const ready = async () => (await test.app.request('/readyz')).status
  expect(await ready()).toBe(200)
  isFull = true
  expect(await ready()).toBe(503)
  isFull = false
  expect(await ready()).toBe(200)
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

it('is not ready on a database that became read-only', async () => {
  const test = await createTestApp()
  const ready = async () => (await test.app.request('/readyz')).status
  expect(await ready()).toBe(200)
  await test.database.batch([{ sql: 'pragma query_only = 1', parameters: [] }])
  expect(await ready()).toBe(503)
  await test.close()
})

it('is not ready before the help can be searched, nor where its storage does not answer', async () => {
  let isAway = true
  const memory = memoryDriver()
  const guarded = async <T>(ask: () => T | Promise<T>) => {
    if (isAway) throw new Error('away')
    return ask()
  }
  const driver = {
    ...memory,
    getItem: (key: string) => guarded(() => memory.getItem(key, {})),
    hasItem: (key: string) => guarded(() => memory.hasItem(key, {})),
  }
  const test = await createTestApp({ storage: createStorage({ driver }) })
  const ready = async () => (await test.app.request('/readyz')).status
  expect(await ready()).toBe(503)
  isAway = false
  expect(await ready()).toBe(200)
  isAway = true
  expect(await ready()).toBe(503)
  await test.close()
})
