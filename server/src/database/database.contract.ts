// What every storage engine promises, whichever it is.
import { setImmediate } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Engine, RunningEngine } from '../../test/support/engines.ts'
import type { Database, Statement } from './database.ts'
import { StorageError } from './database.ts'

const plain = (sql: string): Statement => ({ sql, parameters: [] })

const schema = plain('create table notes (id integer primary key, words text, at bigint, unique (words))')
const all = plain('select id, words, at from notes order by id')

export function databaseContract(engine: Engine) {
  let running: RunningEngine
  let place: string
  let database: Database
  const p = (index: number) => (database.dialect === 'postgres' ? `$${index}` : '?')
  const add = (id: number, words: string | null, at: number | null = null): Statement => ({
    sql: `insert into notes (id, words, at) values (${p(1)}, ${p(2)}, ${p(3)})`,
    parameters: [id, words, at],
  })
  const notes = (from = database) => from.query<{ id: number; words: string; at: number }>(all)

  beforeAll(async () => {
    running = await engine.start()
    return () => running.stop()
  }, 120_000)

  beforeEach(async () => {
    place = await running.newPlace()
    database = await running.connect(place)
    await database.batch([schema])
    return () => database.close()
  })

  it('runs all statements of a batch, in order', async () => {
    await database.batch([add(1, 'one'), plain("update notes set words = words || '!'"), add(2, 'two')])
    expect(await notes()).toMatchObject([{ words: 'one!' }, { words: 'two' }])
  })

  it('runs none of a batch when one statement fails', async () => {
    await expect(database.batch([add(1, 'one'), add(1, 'again')])).rejects.toThrow(/unique/i)
    expect(await notes()).toEqual([])
  })

  it('gives the rows that each statement returns, and none for a conflict', async () => {
    await database.batch([add(1, 'one'), add(2, 'two')])
    const none = plain('update notes set at = 1 where id = 7 returning id')
    const both = plain('update notes set at = id + 1 returning id, at')
    const taken = plain("insert into notes (id, words) values (4, 'one') on conflict do nothing returning id")
    const silent = plain("insert into notes (id, words) values (5, 'five')")
    const [, changed, ...others] = await database.batch<{ id: number }>([none, both, taken, silent])
    expect(changed?.toSorted((a, b) => a.id - b.id)).toEqual([
      { id: 1, at: 2 },
      { id: 2, at: 3 },
    ])
    expect(others).toEqual([[], []])
  })

  it('gives values back as they were given', async () => {
    const words = 'Корзина «їжак» 🛒 \' " \\ % \u2028'
    await database.batch([add(1, words, Number.MAX_SAFE_INTEGER), add(2, null, null), add(3, '', 0)])
    expect(await notes()).toEqual([
      { id: 1, words, at: Number.MAX_SAFE_INTEGER },
      { id: 2, words: null, at: null },
      { id: 3, words: '', at: 0 },
    ])
  })

  it('lets a failing batch fail alone among those that came with it', async () => {
    const wordOf = (id: number) => (id === 3 ? 'word 2' : `word ${id}`)
    const batches = [1, 2, 3, 4, 5].map((id) => database.batch([add(10 * id, `more ${id}`), add(id, wordOf(id))]))
    const results = await Promise.allSettled(batches)
    const failed = results.flatMap(({ status }, at) => (status === 'rejected' ? [at + 1] : []))
    // Of the two that want one word the later fails; over a network the second may come first.
    expect([[2], [3]]).toContainEqual(failed)
    const kept = [1, 2, 3, 4, 5].filter((id) => !failed.includes(id))
    expect((await notes()).map(({ id }) => id)).toEqual([...kept, ...kept.map((id) => 10 * id)])
  })

  it('shows what it has answered for to every other connection', async () => {
    const other = await running.connect(place)
    await database.batch([add(1, 'one')])
    expect(await notes(other)).toHaveLength(1)
    await other.close()
  })

  it('loses no change of writers on two connections', async () => {
    const other = await running.connect(place)
    await database.batch([add(1, 'counter', 0)])
    const up = plain('update notes set at = at + 1 where id = 1')
    await Promise.all(Array.from({ length: 100 }, (_, turn) => (turn % 2 ? database : other).batch([up, up])))
    expect(await notes()).toMatchObject([{ at: 200 }])
    await other.close()
  })

  it('gives numbers in the order in which batches become visible', async () => {
    const identity =
      database.dialect === 'postgres'
        ? 'bigint generated always as identity primary key'
        : 'integer primary key autoincrement'
    const other = await running.connect(place)
    await database.batch([plain(`create table line (seq ${identity}, at integer)`)])
    const enter = plain('insert into line (at) values (1)')
    const seen = () => database.query<{ seq: number }>(plain('select seq from line order by seq'))

    const written = new AbortController()
    const writers = Promise.all(
      Array.from({ length: 120 }, (_, turn) => (turn % 2 ? database : other).batch([enter, enter])),
    ).finally(() => written.abort())
    const reads: number[][] = []
    while (!written.signal.aborted) {
      reads.push((await seen()).map(({ seq }) => seq))
      await setImmediate()
    }
    await writers
    const last = (await seen()).map(({ seq }) => seq)
    for (const read of reads) expect(read).toEqual(last.slice(0, read.length))
    expect(last).toHaveLength(240)
    await other.close()
  })

  it("tells a statement's own fault from a fault of the storage", async () => {
    const wrong = await database.query(plain('select nothing from nowhere')).catch((error: unknown) => error)
    expect(wrong).toBeInstanceOf(Error)
    expect(wrong).not.toBeInstanceOf(StorageError)
    const twice = await database.batch([add(1, 'one'), add(1, 'one')]).catch((error: unknown) => error)
    expect(twice).not.toBeInstanceOf(StorageError)
  })

  it('refuses a value that no engine knows, and goes on', async () => {
    const strange = { ...add(1, 'one'), parameters: [1, Symbol('strange'), null] }
    await expect(database.batch([strange])).rejects.toThrow(/not a value for SQL/)
    await database.batch([add(2, 'two')])
    expect(await notes()).toHaveLength(1)
  })
}
