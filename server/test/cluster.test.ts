// Four real processes over one PostgreSQL and one S3 bucket: whichever of them is asked, it is the same desk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentReply, SubmittedReply, SuggestionsReply } from '@bilet/shared/replies'
import { rules } from '../src/limits/rules.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { openTestS3 } from '../src/storage/test-s3.ts'
import { as, call, draft, fileForm, owner, staffToken, tokenFor } from './support/over-http.ts'
import { newPostgresDatabase } from './support/one-postgres.ts'
import { startServerProcess } from './support/server-process.ts'
import type { ServerProcess } from './support/server-process.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const processes = 4
const noLimits = Object.fromEntries(Object.keys(rules).map((name) => [name, 0]))

/** Others look each five seconds; a busy machine may take its time. */
const patience = { timeout: 60_000, interval: 100 }

describe('a cluster of four processes', () => {
  const folder = temporaryFolder()
  let bucket: Awaited<ReturnType<typeof openTestS3>>
  let servers: ServerProcess[]
  let token: string

  const at = (index: number) => servers[index % processes]?.origin ?? ''
  const others = () => servers.slice(1)

  beforeAll(async () => {
    bucket = await openTestS3('bilet')
    const settings = {
      BILET_DATABASE_URL: await newPostgresDatabase(),
      BILET_STORAGE_URL: bucket.url('desk'),
      BILET_LOG_LEVEL: 'warn',
      BILET_LIMITS: JSON.stringify({ ...noLimits, ownerMessages: 6 }),
      BILET_LIMITS_STORE: 'database',
    }
    servers = await Promise.all(Array.from({ length: processes }, () => startServerProcess(folder.path, settings)))
    token = await tokenFor()
  }, 120_000)

  afterAll(async () => {
    await Promise.all(servers.map(({ stop }) => stop()))
    await bucket.close()
    folder.remove()
  }, 30_000)

  it('starts at once over an empty database, each process ready', async () => {
    const ready = () => Promise.all(servers.map(async ({ origin }) => (await call(`${origin}/readyz`)).status))
    await expect.poll(ready, patience).toEqual([200, 200, 200, 200])
  })

  it('makes one ticket of each key, though every key is sent to two processes at once', async () => {
    const send = (key: number, process: number) =>
      as(at(process), token).send<SubmittedReply>(
        'POST',
        '/v1/tickets',
        { ...draft, subject: `Вопрос номер ${key} о письмах` },
        { key: `key-${key}` },
      )
    const keys = Array.from({ length: 100 }, (_, key) => key)
    const answers = await Promise.all(keys.map((key) => Promise.all([send(key, key), send(key, key + 1 + (key % 3))])))
    for (const [one, two] of answers) {
      expect([one.status, two.status]).toEqual([201, 201])
      expect(one.body).toEqual(two.body)
    }
    const replays = answers.flat().filter(({ headers }) => headers.has('idempotent-replay'))
    expect(replays).toHaveLength(keys.length)
    const numbers = answers.map(([{ body }]) => body.number)
    expect(new Set(numbers).size).toBe(keys.length)
    const { body } = await as(at(2), staffToken).get<{ status: Record<string, number> }>('/v1/staff/tickets/counts')
    expect(body.status['new']).toBe(keys.length)
  })

  it('shows at each what was uploaded and submitted at another', async () => {
    const picture = await as(at(0), token).send<AttachmentReply>('POST', '/v1/attachments', fileForm(png()))
    const body = { ...draft, screenshot: { attachments: [picture.body.id], links: [] } }
    const ticket = await as(at(1), token).send<SubmittedReply>('POST', '/v1/tickets', body, { key: 'picture' })
    expect(ticket.status).toBe(201)
    expect((await as(at(2), token).get(`/v1/attachments/${picture.body.id}`)).status).toBe(200)
    expect((await as(at(3), token).get(`/v1/tickets/${ticket.body.id}`)).status).toBe(200)
  })

  it('lets one of two edit a ticket where both saw the same version', async () => {
    const ticket = await as(at(0), token).send<SubmittedReply>('POST', '/v1/tickets', draft, { key: 'edited' })
    const edit = (process: number, tag: string) =>
      as(at(process), staffToken).send(
        'PATCH',
        `/v1/staff/tickets/${ticket.body.id}`,
        { tags: [tag] },
        { headers: { 'If-Match': '"1"' } },
      )
    const edits = await Promise.all([edit(0, 'почта'), edit(1, 'заказы')])
    expect(new Set(edits.map(({ status }) => status))).toEqual(new Set([200, 412]))
  })

  it('counts over all processes what one owner may do', async () => {
    const { body: ticket } = await as(at(0), token).send<SubmittedReply>('POST', '/v1/tickets', draft, {
      key: 'counted',
    })
    const say = (index: number) =>
      as(at(index), token).send(
        'POST',
        `/v1/tickets/${ticket.id}/messages`,
        { text: 'Ещё не пришло' },
        { key: `m${index}` },
      )
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => say(index)))
    const refused = answers.filter(({ status }) => status === 429)
    const taken = answers.filter(({ status }) => status === 201)
    expect({ taken: taken.length, refused: refused.length }).toEqual({ taken: 6, refused: 6 })
  })

  it('refuses a token everywhere soon after its revocation at one', async () => {
    const admin = as(at(0), staffToken)
    const made = await admin.send<{ id: string; token: string }>('POST', '/v1/staff/tokens', {
      name: 'Олег',
      scopes: ['read'],
    })
    const isTaken = async ({ origin }: ServerProcess) =>
      (await as(origin, made.body.token).get('/v1/staff/tickets/counts')).status === 200
    expect(await Promise.all(servers.map(isTaken))).toEqual([true, true, true, true])
    await admin.send('DELETE', `/v1/staff/tokens/${made.body.id}`, undefined)
    expect(await isTaken(servers[0] as ServerProcess)).toBe(false)
    await Promise.all(others().map((server) => expect.poll(() => isTaken(server), patience).toBe(false)))
  })

  it('suggests everywhere soon what was written at one', async () => {
    const isSuggested = async ({ origin }: ServerProcess) => {
      const asked = await as(origin, token).send<SuggestionsReply>('POST', '/v1/suggestions', {
        subject: 'подключить домен',
      })
      return asked.body.suggestions[0]?.articleId === 'domain'
    }
    expect(await Promise.all(servers.map(isSuggested))).toEqual([false, false, false, false])
    const article = {
      title: 'Подключить домен',
      lang: 'ru',
      markdown: 'Чтобы подключить домен, укажите адреса серверов.',
    }
    await as(at(0), staffToken).send('PUT', '/v1/staff/articles/domain', article)
    expect(await isSuggested(servers[0] as ServerProcess)).toBe(true)
    await Promise.all(others().map((server) => expect.poll(() => isSuggested(server), patience).toBe(true)))
  })

  it('streams at one what another wrote', async () => {
    const stream = await fetch(`${at(3)}/v1/staff/events`, { headers: { Authorization: `Bearer ${staffToken}` } })
    const ticket = await as(at(1), await tokenFor({ ...owner, userId: 'u7' })).send<SubmittedReply>(
      'POST',
      '/v1/tickets',
      draft,
      { key: 'streamed' },
    )
    let told = ''
    for await (const chunk of stream.body ?? []) {
      told += Buffer.from(chunk).toString()
      if (told.includes(ticket.body.id)) break
    }
    expect(told).toContain('event: submitted')
  })

  it('loses nothing acknowledged when one process is killed', async () => {
    const ticket = await as(at(3), token).send<SubmittedReply>('POST', '/v1/tickets', draft, { key: 'killed' })
    await servers[3]?.stop('SIGKILL')
    const again = await as(at(1), token).send<SubmittedReply>('POST', '/v1/tickets', draft, { key: 'killed' })
    expect(again.body).toEqual(ticket.body)
  })
})
