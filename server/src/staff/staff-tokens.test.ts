import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import type { RunningEngine } from '../../test/support/engines.ts'
import { minute, newId, noon } from '../../test/support/sample-tickets.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/database.ts'
import { createStaffTokens } from './staff-tokens.ts'

describe.each(engines)('staff tokens in $name', (engine) => {
  let running: RunningEngine
  let database: Database
  let now = noon
  const clock = () => now
  const open = () => createStaffTokens(database, { clock, newId })

  beforeAll(async () => {
    running = await engine.start()
    return () => running.stop()
  }, 120_000)

  beforeEach(async () => {
    now = noon
    database = await running.connect(await running.newPlace())
    await migrate(database)
    return () => database.close()
  })

  it('lets in who holds a token, with its name and scopes', async () => {
    const tokens = open()
    const { token, id } = await tokens.create('Анна', ['read', 'write'])
    expect(token).toMatch(/^bilet_[\w-]{43}$/)
    expect(await tokens.verify(token)).toMatchObject({ id, name: 'Анна', scopes: ['read', 'write'] })
    expect(await tokens.verify(`${token}x`)).toBeNull()
  })

  it('stores no token that could be read back', async () => {
    const { token } = await open().create('Анна', ['read'])
    const rows = await database.query({ sql: 'select * from staff_tokens', parameters: [] })
    expect(JSON.stringify(rows)).not.toContain(token.slice('bilet_'.length))
  })

  it('lists tokens with when they were last used', async () => {
    const tokens = open()
    const { token } = await tokens.create('Анна', ['admin'])
    now += minute
    await tokens.create('Олег', ['read'])
    await tokens.verify(token)
    expect(await tokens.list()).toMatchObject([
      { name: 'Анна', scopes: ['admin'], createdAt: noon, lastUsedAt: noon + minute },
      { name: 'Олег', createdAt: noon + minute, lastUsedAt: null },
    ])
  })

  it('shuts out a revoked token at once here, and within five seconds in every other process', async () => {
    const here = open()
    const elsewhere = open()
    const { id, token } = await here.create('Анна', ['read'])
    expect(await elsewhere.verify(token)).not.toBeNull()
    expect(await here.verify(token)).not.toBeNull()
    expect(await here.revoke(id)).toBe(true)
    expect(await here.verify(token)).toBeNull()
    now += 5_000
    expect(await elsewhere.verify(token)).toBeNull()
    expect(await here.revoke(id)).toBe(false)
  })

  it('lets in the tokens of the settings, and stores none of them', async () => {
    const token = 'a token from the settings'
    const tokens = createStaffTokens(database, { clock, newId, bootstrap: [{ name: 'demo', scopes: ['read'], token }] })
    expect(await tokens.verify(token)).toMatchObject({ name: 'demo', scopes: ['read'] })
    expect(await tokens.list()).toMatchObject([{ name: 'demo', createdAt: null }])
    expect(await open().verify(token)).toBeNull()
    expect(await open().list()).toEqual([])
  })
})
