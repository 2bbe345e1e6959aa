import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import type { RunningEngine } from '../../test/support/engines.ts'
import { minute, newId, noon } from '../../test/support/sample-tickets.ts'
import type { Database } from '../database/database.ts'
import type { BootstrapToken } from '../config.ts'
import { createStaffTokens } from './staff-tokens.ts'
import type { Scope, StaffTokens } from './staff-tokens.ts'

describe.each(engines)('staff tokens in $name', (engine) => {
  let running: RunningEngine
  let database: Database
  let now = noon
  const clock = () => now
  const open = (...bootstrap: BootstrapToken[]) => createStaffTokens(database, { clock, newId, bootstrap })
  const made = async (tokens: StaffTokens, name: string, scopes: Scope[]) => {
    const token = await tokens.create(name, scopes)
    if (!token) throw new Error(`${name} has a token`)
    return token
  }

  beforeAll(async () => {
    running = await engine.start()
    return () => running.stop()
  }, 120_000)

  beforeEach(async () => {
    now = noon
    const place = await running.newDesk()
    database = await running.connect(place)
    return async () => {
      await database.close()
      running.giveBack(place)
    }
  })

  it('lets in who holds a token, with its name and scopes', async () => {
    const tokens = open()
    const { token, id } = await made(tokens, 'Анна', ['read', 'write'])
    expect(token).toMatch(/^bilet_[\w-]{43}$/)
    expect(await tokens.verify(token)).toMatchObject({ id, name: 'Анна', scopes: ['read', 'write'] })
    expect(await tokens.verify(`${token}x`)).toBeNull()
  })

  it('stores no token that could be read back', async () => {
    const { token } = await made(open(), 'Анна', ['read'])
    const rows = await database.query({ sql: 'select * from staff_tokens', parameters: [] })
    expect(JSON.stringify(rows)).not.toContain(token.slice('bilet_'.length))
  })

  it('lists tokens with when they were last used', async () => {
    const tokens = open()
    const { token } = await made(tokens, 'Анна', ['admin'])
    now += minute
    await made(tokens, 'Олег', ['read'])
    await tokens.verify(token)
    expect(await tokens.list()).toMatchObject([
      { name: 'Анна', scopes: ['admin'], createdAt: noon, lastUsedAt: noon + minute },
      { name: 'Олег', createdAt: noon + minute, lastUsedAt: null },
    ])
  })

  it('shuts out a revoked token at once here, and within five seconds in every other process', async () => {
    const here = open()
    const elsewhere = open()
    const { id, token } = await made(here, 'Анна', ['read'])
    expect(await elsewhere.verify(token)).not.toBeNull()
    expect(await here.verify(token)).not.toBeNull()
    expect(await here.revoke(id)).toBe(true)
    expect(await here.verify(token)).toBeNull()
    now += 5_000
    expect(await elsewhere.verify(token)).toBeNull()
    expect(await here.revoke(id)).toBe(false)
  })

  it('gives a name to one good token at a time, and lets it go when that has expired', async () => {
    const tokens = open({ name: 'demo', scopes: ['read'], token: 'a token from the settings' })
    const until = now + 60_000
    const names = ['Анна', 'Анна', 'demo']
    const created = await Promise.all(names.map((name) => tokens.create(name, ['read'], { expiresAt: until })))
    expect(created.filter(Boolean)).toHaveLength(1)
    now = until
    expect(await tokens.create('Анна', ['read'])).toMatchObject({ name: 'Анна', expiresAt: null })
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
