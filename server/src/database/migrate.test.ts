import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engines } from '../../test/support/engines.ts'
import type { RunningEngine } from '../../test/support/engines.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'

const step = (version: number, ...ddl: string[]): Migration => ({ version, sqlite: ddl, postgres: ddl })
const one = step(1, 'create table one (id integer)')
const two = step(2, 'create table two (id integer)', 'insert into two values (2)')
const broken = step(2, 'create table two (id integer)', 'create nonsense')

describe.each(engines)('the schema in $name', (engine) => {
  let running: RunningEngine
  let place: string
  let database: Database

  beforeAll(async () => {
    running = await engine.start()
    return () => running.stop()
  }, 120_000)

  beforeEach(async () => {
    place = await running.newPlace()
    database = await running.connect(place)
    return () => database.close()
  })

  it('is brought up step by step, each step once', async () => {
    expect(await migrate(database, [one])).toBe(1)
    expect(await migrate(database, [one, two])).toBe(2)
    expect(await migrate(database, [one, two])).toBe(2)
    expect(await database.query({ sql: 'select * from two', parameters: [] })).toEqual([{ id: 2 }])
  })

  it('has no half of a step that failed, and takes the mended step later', async () => {
    await expect(migrate(database, [one, broken])).rejects.toThrow(/syntax/)
    expect(await database.query({ sql: 'select version from schema_versions', parameters: [] })).toEqual([
      { version: 1 },
    ])
    expect(await migrate(database, [one, two])).toBe(2)
  })

  it('is made once by eight that begin at once', async () => {
    const others = await Promise.all(Array.from({ length: 7 }, () => running.connect(place)))
    expect(await Promise.all([database, ...others].map((each) => migrate(each, [one, two])))).toEqual(Array(8).fill(2))
    expect(await database.query({ sql: 'select * from two', parameters: [] })).toEqual([{ id: 2 }])
    await Promise.all(others.map((other) => other.close()))
  })

  it('is refused when it is newer than the program', async () => {
    await migrate(database, [one, two])
    await expect(migrate(database, [one])).rejects.toThrow(
      'the database has schema 2, this version of Bilet knows 1: start a newer Bilet',
    )
  })
})
