// A desk with a past, moved from SQLite into a real PostgreSQL: whole, once, and able to go on.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../../scripts/bench-server/seed.ts'
import { brokenInvariants } from '../../test/support/integrity.ts'
import { newPostgresDatabase } from '../../test/support/one-postgres.ts'
import { createAgent } from '../../test/support/agent.ts'
import { runCli } from '../../test/support/run-cli.ts'
import { temporaryFolder } from '../../test/support/temporary-folder.ts'
import { createTestApp, noon, staffToken } from '../../test/support/test-app.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'

const tickets = 300
const folder = temporaryFolder()
const sourceUrl = `sqlite:${join(folder.path, 'data/bilet.db')}`
let source: Database
let to: string

const run = (...args: string[]) => runCli(folder.path, ['move', ...args])

/** The same, interrupted after the first line that says how far it is. */
async function runInterrupted(): Promise<number> {
  const stopping = new AbortController()
  const env = { BILET_DATABASE_URL: sourceUrl }
  const io = { env, out: () => {}, err: () => stopping.abort(), signal: stopping.signal }
  return runCommand(commands, ['move', '--to', to], io)
}

const write = (database: Database, sql: string) => database.batch([{ sql, parameters: [] }])

const countOf = async (database: Database, table: string) => {
  const sql = `select count(*) as n from ${table}`
  const [row] = await database.query<{ n: number }>({ sql, parameters: [] })
  return row?.n
}

beforeAll(async () => {
  await runCli(folder.path, ['migrate'])
  source = await openDatabase(sourceUrl)
  await write(
    source,
    `insert into webhooks (id, url, events, secret, created_at)
      values ('hook', 'https://example.com/', 'ticket.created', 'whsec_x', 1)`,
  )
  await seed(source, { count: tickets, now: noon, onProgress: () => {} })
  await runCli(folder.path, ['staff', 'token', 'create', 'anna', '--scope', 'read'])
  await write(source, `insert into audit (at, actor, action, object) values (1, 'anna', 'reply.put', 'reply:r')`)
  await write(source, `insert into replies (id, title, text, locale, updated_at) values ('r', 'Ждём', 'Ждём', 'ru', 1)`)
}, 60_000)

afterAll(async () => {
  await source.close()
  folder.remove()
})

describe('a desk that moves', () => {
  let target: Database
  beforeAll(async () => {
    to = await newPostgresDatabase()
    target = await openDatabase(to)
  })
  afterAll(() => target.close())

  it('goes on where it was interrupted, and nobody starts on half of it', async () => {
    expect(await runInterrupted()).toBe(130)
    expect(await countOf(target, 'tickets')).toBeLessThan(tickets)
    await expect(migrate(target)).rejects.toThrow('a desk is being moved into this database')
    const { code, out, err } = await run('--to', to)
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('moved') })
    expect(out).toMatch(/^tickets +[\da-f]{16} {2}300$/m)
    await migrate(target)
  })

  it('has every row, every count and every word where it moved', async () => {
    for (const table of [
      'tickets',
      'ticket_events',
      'outbox',
      'webhook_deliveries',
      'staff_tokens',
      'replies',
      'audit',
    ])
      expect(await countOf(target, table), table).toBe(await countOf(source, table))
    expect(await countOf(target, 'webhook_deliveries')).toBe(tickets)
    expect(await brokenInvariants(target)).toEqual([])
  })

  it('finds there what it found here, and numbers new tickets on', async () => {
    const [old, moved] = [await createTestApp({ database: source }), await createTestApp({ database: target })]
    for (const query of ['q=заказ', 'q=письма&status=any', 'status=resolved&plan=premium', 'sort=reactionDueAt']) {
      const [before, after] = await Promise.all(
        [old, moved].map((desk) => createAgent(desk, staffToken).send('GET', `/tickets?${query}`)),
      )
      expect(after?.body, query).toEqual(before?.body)
    }
    const question = { subject: 'Звонок', description: 'Спросили о баннерах на главной', department: 'sales' }
    const body = { requester: { shop: 'shop-1', subject: 'owner-1' }, ...question }
    expect((await createAgent(moved, staffToken).send('POST', '/tickets', body)).body).toMatchObject({
      number: tickets + 1,
    })
    expect(await brokenInvariants(target)).toEqual([])
    for (const desk of [old, moved]) await desk.deps.learning.flush()
  })

  it('moves nowhere where something is already', async () => {
    expect(await run('--to', to)).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') })
    const foreign = await newPostgresDatabase()
    const theirs = await openDatabase(foreign)
    await write(theirs, 'create table tickets (title text)')
    await theirs.close()
    expect(await run('--to', foreign)).toMatchObject({ code: 1, err: expect.stringContaining('is not empty') })
    expect(await run('--to', sourceUrl)).toMatchObject({ code: 2 })
  })
})

it('says so where somebody wrote to the old desk meanwhile', async () => {
  to = await newPostgresDatabase()
  expect(await runInterrupted()).toBe(130)
  await write(source, `update arrival_days set last_number = last_number + 1`)
  const { code, err } = await run('--to', to)
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/arrival_days differs.*stop it/s) })
})
