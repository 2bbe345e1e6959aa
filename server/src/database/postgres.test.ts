import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../test/support/postgres-server.ts'
import { startPgbouncer } from '../../test/support/pgbouncer.ts'
import type { PostgresServer } from '../../test/support/postgres-server.ts'
import { openDatabase } from './open.ts'
import { createPostgres, writersLock } from './postgres.ts'

const plain = (sql: string) => ({ sql, parameters: [] })
const add = (id: number) => plain(`insert into notes values (${id})`)

describe('a database in PostgreSQL', () => {
  let server: PostgresServer

  beforeAll(async () => {
    server = await startPostgres()
  }, 120_000)

  afterAll(() => server.remove())

  it('says so while the server is away, and goes on when it is back', async () => {
    const database = createPostgres(await server.newDatabase())
    await database.batch([plain('create table notes (id integer)'), add(1)])
    await server.stop('SIGQUIT')
    await expect(database.batch([add(2)])).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(database.query(plain('select 1'))).rejects.toMatchObject({ kind: 'unavailable' })
    await server.start()
    await database.batch([add(3)])
    expect(await database.query(plain('select * from notes'))).toEqual([{ id: 1 }, { id: 3 }])
    await database.close()
  })

  it('gives up a turn that never comes, and takes the next', async () => {
    const url = await server.newDatabase()
    const database = createPostgres(url, { timeoutMs: 300 })
    await database.batch([plain('create table notes (id integer)')])
    const stuck = new Client(url)
    await stuck.connect()
    await stuck.query(`begin; select pg_advisory_xact_lock(${writersLock})`)
    await expect(database.batch([add(1)])).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await database.query(plain('select * from notes'))).toEqual([])
    await stuck.query('rollback')
    await database.batch([add(2)])
    expect(await database.query(plain('select * from notes'))).toEqual([{ id: 2 }])
    await stuck.end()
    await database.close()
  })

  it('cuts a read that takes too long', async () => {
    const database = createPostgres(await server.newDatabase(), { timeoutMs: 200 })
    await expect(database.query(plain('select pg_sleep(30)'))).rejects.toMatchObject({ kind: 'unavailable' })
    await expect(database.batch([plain('select pg_sleep(30)')])).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await database.query(plain('select 1 as one'))).toEqual([{ one: 1 }])
    await database.close()
  })

  it('lets a change of the schema take its time, whole or not at all', async () => {
    const database = createPostgres(await server.newDatabase(), { timeoutMs: 200 })
    await database.alter?.([plain('create table notes (id integer)'), plain('select pg_sleep(0.6)'), add(1)])
    await expect(database.alter?.([add(2), plain('create nonsense')])).rejects.toThrow(/syntax/)
    expect(await database.query(plain('select * from notes'))).toEqual([{ id: 1 }])
    await database.close()
  })

  it('says in one line what a pooler is to be told', async () => {
    const pooler = await startPgbouncer(server.socket)
    const url = pooler.addressOf(new URL(await server.newDatabase()).pathname.slice(1))
    await expect(openDatabase(url.replace('&pgbouncer=true', ''))).rejects.toThrow(
      /^cannot open the database at localhost: unsupported startup parameter.*add \?pgbouncer=true to the URL$/,
    )
    const database = await openDatabase(url)
    expect(await database.query(plain('select 1 as one'))).toEqual([{ one: 1 }])
    await database.close()
    await pooler.stop()
  })

  it('says which server cannot be reached, without the password', async () => {
    const refused = openDatabase('postgres://anna:secret@127.0.0.1:1/bilet')
    await expect(refused).rejects.toThrow(/^cannot open the database at 127\.0\.0\.1:1: .*ECONNREFUSED/)
    await expect(refused).rejects.not.toThrow(/secret/)
  })

  it('knows the engines of the settings only', async () => {
    await expect(openDatabase('mysql://127.0.0.1/bilet')).rejects.toThrow('sqlite:<path> and postgres://… are known')
  })
})
