import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../database/database.ts'
import { StorageError } from '../../database/database.ts'
import { migratedSqlite } from '../../../test/support/migrated-sqlite.ts'
import { temporaryFolder } from '../../../test/support/temporary-folder.ts'
import { createSqlite } from '../../database/sqlite/sqlite.ts'
import { createRecorder } from './recorder.ts'
import type { SuggestionEvent } from './suggestion-event.ts'

const day = 86_400_000
const caller = { kind: 'owner', issuer: 'test', userId: 'u1', shop: 's1', plan: 'free' } as const

const opening = (articleId: string): SuggestionEvent => ({ kind: 'opened', articleId, caller })
const question = (queryId: string, subject: string): SuggestionEvent => ({
  kind: 'shown',
  queryId,
  query: { subject },
  articleIds: ['domain'],
  caller,
})

let folder: ReturnType<typeof temporaryFolder>
let database: Database
let batches: number
let isDown: boolean
let now: number
let troubles: unknown[]

beforeEach(async () => {
  folder = temporaryFolder()
  const real = createSqlite(await migratedSqlite(join(folder.path, 'bilet.db')))
  batches = 0
  isDown = false
  now = Date.UTC(2026, 2, 4)
  troubles = []
  database = {
    ...real,
    batch(statements) {
      batches++
      return isDown ? Promise.reject(new StorageError('unavailable', undefined)) : real.batch(statements)
    },
  }
})
afterEach(async () => {
  await database.close()
  folder.remove()
})

const recorder = (everyMs = 60_000) =>
  createRecorder(database, { clock: () => now, everyMs, onLost: (error) => troubles.push(error) })

const kept = async (table: 'suggestion_events' | 'suggestion_queries' | 'suggestion_hits' | 'article_links') => {
  const [row] = await database.query<{ n: number }>({ sql: `select count(*) as n from ${table}`, parameters: [] })
  return row?.n
}

describe('what owners do', () => {
  it('is kept a hundred at a time, without anybody waiting', async () => {
    const { record, flush } = recorder()
    for (let at = 0; at < 100; at++) record(opening(`article-${at}`))
    await expect.poll(() => kept('suggestion_events')).toBe(100)
    expect(batches).toBe(1)
    await flush()
    expect(batches).toBe(1)
  })

  it('is kept soon where it is little', async () => {
    const { record } = recorder(5)
    record(opening('domain'))
    await expect.poll(() => kept('suggestion_events')).toBe(1)
  })

  it('is all kept before the server ends, whenever it came', async () => {
    const { record, flush } = recorder()
    for (let at = 0; at < 250; at++) record(opening(`article-${at}`))
    const flushed = flush()
    record(opening('last'))
    await flushed
    await flush()
    expect(await kept('suggestion_events')).toBe(251)
  })

  it('is lost where the database does not take it, which is told and harms nothing', async () => {
    const { record, flush } = recorder()
    isDown = true
    record(opening('domain'))
    await flush()
    expect(troubles).toHaveLength(1)
    isDown = false
    record(opening('mail'))
    await flush()
    expect(await kept('suggestion_events')).toBe(1)
  })

  it('is not hindered by a ticket that was erased meanwhile', async () => {
    const { record, flush } = recorder()
    const draft = { subject: 'Домен', description: '', steps: [], department: 'sales', locale: 'ru' } as const
    const screenshot = { attachments: [], links: [] }
    record({ kind: 'linked', articleId: 'domain', ticket: { id: 'gone', draft: { ...draft, steps: [], screenshot } } })
    record(opening('domain'))
    await flush()
    expect(troubles).toEqual([])
    expect([await kept('article_links'), await kept('suggestion_events')]).toEqual([0, 1])
  })

  it('is kept on the edge though a request before was given up, unfinished', async () => {
    let isGivenUp = true
    const edge: Database = {
      ...database,
      batch: (statements) => (isGivenUp ? new Promise<never>(() => {}) : database.batch(statements)),
    }
    const given = createRecorder(edge, { clock: () => now, hasBackground: false })
    given.record(opening('never answered'))
    void given.flush()
    isGivenUp = false
    given.record(opening('domain'))
    await given.flush()
    expect(await kept('suggestion_events')).toBe(1)
  })

  it('is forgotten after half a year', async () => {
    const { record, flush } = recorder()
    record(question('q1', 'как подключить домен'))
    record(opening('domain'))
    await flush()
    now += 182 * day
    record(question('q2', 'как подключить почту'))
    await flush()
    expect([await kept('suggestion_queries'), await kept('suggestion_events')]).toEqual([2, 1])
    now += 2 * day
    record(opening('mail'))
    await flush()
    expect([await kept('suggestion_queries'), await kept('suggestion_hits')]).toEqual([1, 1])
    expect(await kept('suggestion_events')).toBe(1)
  })
})

describe('a question that goes on from the one before', () => {
  it.each([
    { how: 'takes its place', typed: ['домен', 'домен не работает'], left: 1 },
    { how: 'asked again counts again', typed: ['домен', 'домен'], left: 2 },
    { how: 'in other words is another', typed: ['домен не работает', 'сайт не открывается'], left: 2 },
    { how: 'as long as is kept stays one', typed: ['а б'.repeat(200), `${'а б'.repeat(200)} в`], left: 1 },
  ])('$how', async ({ typed, left }) => {
    const { record, flush } = recorder()
    typed.forEach((subject, at) => record(question(`q${at}`, subject)))
    await flush()
    expect(await kept('suggestion_queries')).toBe(left)
  })

  it('leaves it where something came of it, and where it is long ago', async () => {
    const { record, flush } = recorder()
    record(question('q1', 'домен'))
    record({ kind: 'opened', queryId: 'q1', articleId: 'domain', caller })
    record(question('q2', 'домен не'))
    await flush()
    now += 11 * 60_000
    record(question('q3', 'домен не работает'))
    await flush()
    expect(await kept('suggestion_queries')).toBe(3)
  })
})
