// The whole journey through HTTP on the edge: the built Worker under real workerd, over real D1 and R2.
import { readFileSync } from 'node:fs'
import { createStorage } from 'unstorage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  AttachmentReply,
  CheckReply,
  SubmittedReply,
  SuggestionsReply,
  SupportReply,
  TicketReply,
  TicketSummary,
} from '@bilet/shared/replies'
import { createBuildStore } from '../src/builds/build-store.ts'
import { r2Driver } from '../src/storage/r2-driver.ts'
import { png } from '../src/attachments/image/test-pictures.ts'
import { ownerId } from '../src/tickets/requester.ts'
import { as, call, draft, fileForm, owner, settings, staffToken, tokenFor } from './support/over-http.ts'
import { startWorker } from './support/workerd.ts'

type Person = ReturnType<typeof as>

const read = (name: string) => readFileSync(new URL(`../demo/docs/${name}.md`, import.meta.url), 'utf8')

const kazakh = new URL('../../docs/words.kk.json', import.meta.url)

describe('the desk on the edge', () => {
  let worker: Awaited<ReturnType<typeof startWorker>>
  let anna: Person
  let staff: Person
  let picture: AttachmentReply
  let ticket: SubmittedReply

  beforeAll(async () => {
    worker = await startWorker({ ...settings, BILET_WORDS: 'words.kk.json' })
    await (await worker.bucket()).put('words.kk.json', readFileSync(kazakh, 'utf8'))
    anna = as(worker.origin, await tokenFor(owner))
    staff = as(worker.origin, staffToken)
  }, 60_000)
  afterAll(() => worker.stop())

  it('is alive and ready', async () => {
    expect((await call(`${worker.origin}/healthz`)).body).toEqual({ status: 'ok' })
    expect((await call(`${worker.origin}/readyz`)).body).toEqual({ status: 'ok' })
  })

  it('serves the widget to any page', async () => {
    const { status, headers } = await call(`${worker.origin}/bilet.js`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('javascript')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  it('serves the inbox under its own policy, and its files', async () => {
    const page = await call<string>(`${worker.origin}/staff`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
    const [, script = ''] = /src="(staff\/assets\/[\w.-]+\.js)"/.exec(page.body) ?? []
    const file = await call(new URL(script, `${worker.origin}/staff`).href)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('javascript')
    expect(file.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('keeps its files for the time after it, and says to any page what is gone', async () => {
    const { body } = await call<{ files: string[] }>(`${worker.origin}/build.json`)
    await call(`${worker.origin}/v1/support`)
    const builds = createBuildStore(createStorage({ driver: r2Driver(await worker.bucket()) }), { clock: Date.now })
    await expect.poll(() => builds.find(body.files.at(-1) ?? ''), { timeout: 10_000 }).not.toBeNull()
    const bytes = () => Promise.resolve(new TextEncoder().encode('export {}'))
    await builds.publish([{ path: 'panel/0123abcd/panel.js', bytes }])
    const earlier = await call(`${worker.origin}/panel/0123abcd/panel.js`)
    expect({ status: earlier.status, body: earlier.body }).toEqual({ status: 200, body: 'export {}' })
    const gone = await call(`${worker.origin}/panel/0123dead/panel.js`)
    expect(gone.status).toBe(404)
    expect(gone.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('tells an owner the hours, departments and promises', async () => {
    const { body } = await anna.get<SupportReply>('/v1/support')
    expect(body.caller).toMatchObject({ kind: 'owner', plan: 'standard' })
    expect(body.departments.length).toBeGreaterThan(1)
  })

  it('speaks a further language, of words that lie in its bucket', async () => {
    const { body } = await anna.get<SupportReply>('/v1/support?locale=kk')
    expect(body.own).toMatchObject({ locale: 'kk', words: { 'titles.ticket': 'Жаңа өтінім' } })
  })

  it('suggests what was imported', async () => {
    for (const name of ['categories', 'banners', 'abandoned-carts']) {
      const article = { title: name, lang: 'ru', markdown: read(name) }
      expect((await staff.send('PUT', `/v1/staff/articles/${name}`, article)).status).toBe(200)
    }
    const { body } = await anna.send<SuggestionsReply>('POST', '/v1/suggestions', { subject: 'брошенные корзины' })
    expect(body.suggestions[0]?.articleId).toBe('abandoned-carts')
    expect((await anna.get('/v1/articles/abandoned-carts')).status).toBe(200)
  })

  it('keeps a picture and gives it back to its owner only', async () => {
    const uploaded = await anna.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png()))
    expect(uploaded.status).toBe(201)
    picture = uploaded.body
    expect((await anna.get(`/v1/attachments/${picture.id}`)).headers.get('content-type')).toBe('image/png')
    const stranger = as(worker.origin, await tokenFor({ ...owner, userId: 'u2' }))
    expect((await stranger.get(`/v1/attachments/${picture.id}`)).status).toBe(404)
  })

  it('checks a draft', async () => {
    const { body } = await anna.send<CheckReply>('POST', '/v1/tickets/check', { subject: 'Не работает' })
    expect(body.findings.map(({ code }) => code)).toContain('steps_missing')
  })

  it('makes one ticket of a submission sent twice', async () => {
    const sent = { ...draft, screenshot: { attachments: [picture.id], links: [] } }
    const both = await Promise.all(
      [1, 2].map(() => anna.send<SubmittedReply>('POST', '/v1/tickets', sent, { key: 'first' })),
    )
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(both[0]?.body).toEqual(both[1]?.body)
    const again = await anna.send<SubmittedReply>('POST', '/v1/tickets', sent, { key: 'first' })
    expect(again.headers.get('idempotent-replay')).toBe('true')
    ticket = again.body
    const other = await anna.send('POST', '/v1/tickets', { ...sent, subject: 'Другое' }, { key: 'first' })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
    const list = await anna.get<{ items: TicketSummary[] }>('/v1/tickets')
    expect(list.body.items.map(({ id }) => id)).toEqual([ticket.id])
  })

  it('shows it to staff with its picture, finds it by its words', async () => {
    const list = await staff.get<{ items: { id: string }[] }>(
      `/v1/staff/tickets?q=${encodeURIComponent('письмо заказа')}`,
    )
    expect(list.body.items.map(({ id }) => id)).toEqual([ticket.id])
    expect((await staff.get(`/v1/staff/tickets/${ticket.id}`)).headers.get('etag')).toBe('"1"')
    expect((await staff.get(`/v1/staff/attachments/${picture.id}`)).status).toBe(200)
    expect((await staff.get('/v1/staff/tickets/counts')).body).toMatchObject({ status: { new: 1 } })
  })

  it('takes an answer and a decision, and tells them to the owner', async () => {
    const path = `/v1/staff/tickets/${ticket.id}`
    await staff.send('POST', `${path}/messages`, { text: 'Проверьте адрес.', visibility: 'public' })
    await staff.send('POST', `${path}/messages`, { text: 'Похоже на SPF.', visibility: 'internal' })
    expect((await staff.send('POST', `${path}/decisions`, { kind: 'resolve' })).status).toBeLessThan(300)
    const { body } = await anna.get<TicketReply>(`/v1/tickets/${ticket.id}`)
    expect(body.status).toBe('resolved')
    expect(JSON.stringify(body.history)).toContain('Проверьте адрес.')
    expect(JSON.stringify(body.history)).not.toContain('SPF')
  })

  it('streams what happens', async () => {
    const abort = new AbortController()
    const response = await fetch(`${worker.origin}/v1/staff/events?since=0`, {
      headers: { Authorization: `Bearer ${staffToken}` },
      signal: abort.signal,
    })
    let told = ''
    for await (const chunk of response.body ?? []) {
      told += Buffer.from(chunk).toString()
      if (told.includes('event: decision')) break
    }
    abort.abort()
    expect(told).toContain('event: submitted')
  })

  it('settles the outbox by its schedule', async () => {
    expect((await call<string>(`${worker.origin}/metrics`)).body).toMatch(/^bilet_outbox_pending [1-9]/m)
    await worker.runSchedule()
    expect((await call<string>(`${worker.origin}/metrics`)).body).toMatch(/^bilet_outbox_pending 0$/m)
  })

  it('erases a person', async () => {
    expect((await staff.send('DELETE', `/v1/staff/requesters/${ownerId(owner)}`, undefined)).status).toBe(204)
    expect((await anna.get<{ items: unknown[] }>('/v1/tickets')).body.items).toEqual([])
    expect((await anna.get(`/v1/attachments/${picture.id}`)).status).toBe(404)
  })

  it('logs JSON lines without a word of anybody', async () => {
    const said = worker.lines.join('\n')
    expect(said).not.toContain('were lost')
    expect(worker.lines.map((line) => JSON.parse(line).msg)).toContain('request')
    for (const word of [draft.subject, 'olena@shop.example', 'Олена', staffToken]) expect(said).not.toContain(word)
  })
})

describe('a Worker that is not set up', () => {
  it('answers 500 and names the setting in its log only', async () => {
    const worker = await startWorker({ BILET_IDENTITY_KEYS: 'not json', BILET_STAFF_TOKENS: '[]' })
    try {
      const { status, body } = await call(`${worker.origin}/v1/support`)
      expect({ status, body }).toEqual({ status: 500, body: '' })
      expect(worker.lines.join('\n')).toContain('BILET_IDENTITY_KEYS')
    } finally {
      await worker.stop()
    }
  }, 60_000)
})
