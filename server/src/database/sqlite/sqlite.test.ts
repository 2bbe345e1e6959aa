import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSqlite } from './sqlite.ts'

const plain = (sql: string) => ({ sql, parameters: [] })

describe('a database in a file', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bilet-sqlite-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('makes the folder that it is to lie in', async () => {
    const database = createSqlite(join(folder, 'deep', 'er', 'bilet.db'))
    expect(await database.query(plain('select 1 as one'))).toEqual([{ one: 1 }])
    await database.close()
  })

  it('says which file cannot be opened, and why', () => {
    writeFileSync(join(folder, 'file'), 'not a folder')
    writeFileSync(join(folder, 'letter.db'), 'this is no database, however long the text in it may be '.repeat(100))
    const path = join(folder, 'file', 'bilet.db')
    expect(() => createSqlite(path)).toThrow(`cannot open the database ${path}: `)
    expect(() => createSqlite(join(folder, 'letter.db'))).toThrow(/letter\.db: file is not a database/)
  })

  it('answers only when the disk has it, at every opening', async () => {
    const path = join(folder, 'bilet.db')
    for (let opening = 0; opening < 2; opening++) {
      const database = createSqlite(path)
      expect(await database.query(plain('pragma synchronous'))).toEqual([{ synchronous: 2 }])
      expect(await database.query(plain('pragma journal_mode'))).toEqual([{ journal_mode: 'wal' }])
      await database.close()
    }
  })

  it('waits for another process that writes, takes its turn after it, and gives up in time', async () => {
    const path = join(folder, 'bilet.db')
    const database = createSqlite(path, { busyTimeoutMs: 300 })
    await database.batch([plain('create table notes (id integer)')])
    const other = new Libsql(path)
    other.exec('begin immediate')
    await expect(database.batch([plain('insert into notes values (1)')])).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await database.query(plain('select * from notes'))).toEqual([])

    const waiting = database.batch([plain('insert into notes values (2)')])
    setTimeout(() => other.exec('commit'), 50)
    await waiting
    expect(await database.query(plain('select * from notes'))).toEqual([{ id: 2 }])
    other.close()
    await database.close()
  })

  it('goes on reading while a write waits', async () => {
    const path = join(folder, 'bilet.db')
    const database = createSqlite(path, { busyTimeoutMs: 5_000 })
    await database.batch([plain('create table notes (id integer)')])
    const other = new Libsql(path)
    other.exec('begin immediate')
    let isWritten = false
    const written = database.batch([plain('insert into notes values (1)')]).then(() => (isWritten = true))
    expect(await database.query(plain('select * from notes'))).toEqual([])
    expect(isWritten).toBe(false)
    other.exec('commit')
    await written
    expect(await database.query(plain('select * from notes'))).toEqual([{ id: 1 }])
    other.close()
    await database.close()
  })

  it('answers what it has taken before it closes, and takes no more', async () => {
    const database = createSqlite(join(folder, 'bilet.db'))
    const taken = database.batch([plain('create table notes (id integer)')])
    await database.close()
    await expect(taken).resolves.toHaveLength(1)
    await expect(database.batch([plain('select 1')])).rejects.toMatchObject({ kind: 'unavailable' })
  })
})
