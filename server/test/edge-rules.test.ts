// Limits, mail and scanning on the edge are those of Node: the built Worker under real workerd.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { AttachmentReply, SubmittedReply, SuggestionsReply } from '@bilet/shared/replies'
import { png, pngChunk } from '../src/attachments/image/test-pictures.ts'
import { page, testSite } from '../src/articles/import/site/test-site.ts'
import { folderOf } from '../src/articles/import/test-import.ts'
import { openTestMailService } from '../src/notify/test-mail-service.ts'
import { as, call, draft, fileForm, owner, settings, staffToken, tokenFor } from './support/over-http.ts'
import { openR2OverS3 } from './support/r2-over-s3.ts'
import { runCli } from './support/run-cli.ts'
import { openTestScanner } from './support/test-scanner.ts'
import { startWorker } from './support/workerd.ts'

let scanner: Awaited<ReturnType<typeof openTestScanner>>
let mail: Awaited<ReturnType<typeof openTestMailService>>
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  scanner = await openTestScanner()
  mail = await openTestMailService()
  worker = await startWorker({
    ...settings,
    BILET_LIMITS: JSON.stringify({ guestSuggestions: 2, guestTickets: 4 }),
    BILET_SCAN_URL: scanner.url,
    BILET_MAIL_URL: mail.url,
    BILET_MAIL_KEY: 'a-key-of-the-service',
    BILET_MAIL_FROM: 'Bilet <help@desk.example>',
  })
}, 60_000)
afterAll(async () => {
  scanner.close()
  mail.close()
  await worker.stop()
})

let keys = 0
const from = (address: string) => ({ 'CF-Connecting-IP': address })
const ask = (address: string) =>
  call(`${worker.origin}/v1/suggestions`, { body: { subject: 'домен' }, headers: from(address) })
const submit = (address: string, email: string) =>
  call<SubmittedReply>(`${worker.origin}/v1/tickets`, {
    body: { ...draft, department: 'sales', email },
    key: `k${++keys}`,
    headers: from(address),
  })

describe('a limit on the edge', () => {
  it('is told, and met with 429 and the seconds to wait, by its caller alone', async () => {
    const [first, , over] = [await ask('203.0.113.1'), await ask('203.0.113.1'), await ask('203.0.113.1')]
    expect(first?.headers.get('RateLimit')).toMatch(/^"guestSuggestions";r=1;t=\d+$/)
    expect({ status: over?.status, body: over?.body }).toMatchObject({ status: 429, body: { code: 'rate_limited' } })
    expect(over?.headers.get('RateLimit-Policy')).toBe('"guestSuggestions";q=2;w=60')
    expect(Number(over?.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1)
    expect((await ask('203.0.113.2')).status).toBe(200)
  })

  it('is spent by a /64 of addresses as by one guest, and not by the next', async () => {
    const statuses = []
    for (const address of ['2001:db8:9:1::1', '2001:db8:9:1::2', '2001:db8:9:1:ffff::3', '2001:db8:9:2::1'])
      statuses.push((await ask(address)).status)
    expect(statuses).toEqual([200, 200, 429, 200])
  })
})

describe('mail on the edge', () => {
  it('goes to an address that nobody has proved once an hour; tickets are counted in the database, over all isolates', async () => {
    const sent = []
    for (let time = 0; time < 5; time++) sent.push(await submit('2001:db8:7:1::1', 'victim@mail.example'))
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 429])
    expect(sent[0]?.body.receiptTo).toBe('victim@mail.example')
    const counted = await worker.query("select points from rate_limits where key like 'guestTickets%'")
    expect(counted).toEqual([{ points: 5 }])
    await worker.runSchedule()
    expect(mail.posted.map(({ body }) => body.to)).toEqual([['victim@mail.example']])
    expect(mail.posted[0]?.body.text).not.toContain(draft.subject)
  })

  it('brings an answer by staff at once, and again where the service was away', async () => {
    const anna = as(worker.origin, await tokenFor(owner))
    const staff = as(worker.origin, staffToken)
    const { body: ticket } = await anna.send<SubmittedReply>('POST', '/v1/tickets', draft, { key: 'answered' })
    const received = () => mail.posted.filter(({ body }) => body.to.includes('olena@shop.example'))
    await expect.poll(received).toHaveLength(1)
    mail.answer({ status: 503 })
    await staff.send('POST', `/v1/staff/tickets/${ticket.id}/messages`, {
      text: 'Проверьте SPF.',
      visibility: 'public',
    })
    await expect.poll(received).toHaveLength(2)
    mail.answer({ status: 200 })
    await worker.query(`update outbox set due_at = 0 where done_at is null`)
    await worker.runSchedule()
    const [receipt, refused, taken] = received()
    expect(taken?.body.text).toContain('Проверьте SPF.')
    expect(taken?.headers['idempotency-key']).toBe(refused?.headers['idempotency-key'])
    expect(taken?.body.headers['In-Reply-To']).toBe(receipt?.body.headers['In-Reply-To'])
    expect((await call<string>(`${worker.origin}/metrics`)).body).toMatch(/^bilet_outbox_pending 0$/m)
    expect(worker.lines.join('\n')).not.toMatch(/olena@|victim@|a-key-of/)
  })
})

it('what is kept no longer is forgotten by the schedule', async () => {
  const kept = () =>
    worker.query('select (select count(*) from rate_limits) as spent, (select count(*) from unasked_letters) as asked')
  expect(await kept()).not.toEqual([{ spent: 0, asked: 0 }])
  await worker.query('update rate_limits set expire = 0')
  await worker.query('update unasked_letters set at = 0')
  await worker.runSchedule()
  expect(await kept()).toEqual([{ spent: 0, asked: 0 }])
})

describe('what a policy of small periods keeps on the edge', () => {
  const retention = { ticketsDays: 1, questionsDays: 1, uploadsHours: 1, auditDays: 1, logsDays: 7 }
  const tables = ['tickets', 'ticket_events', 'suggestion_queries', 'audit', 'outbox']
  let desk: Awaited<ReturnType<typeof startWorker>>
  beforeAll(async () => {
    desk = await startWorker({ ...settings, BILET_POLICY: JSON.stringify({ ...premSite, retention }) })
  }, 60_000)
  afterAll(() => desk.stop())

  const rowsLeft = async () => {
    const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`)
    const [row] = await desk.query(`select ${counts.join(', ')}`)
    return row as Record<string, number>
  }
  const objectsLeft = async () => {
    const { objects } = await (await desk.bucket()).list({ prefix: 'attachments/' })
    return objects.map(({ key }) => key)
  }

  /** A closed ticket with its picture, a picture that waits for one, a question, and a deed of the staff. */
  async function fill() {
    const [anna, staff] = [as(desk.origin, await tokenFor(owner)), as(desk.origin, staffToken)]
    const upload = async () => (await anna.send<AttachmentReply>('POST', '/v1/attachments', fileForm(png()))).body.id
    const [sent] = [await upload(), await upload()]
    const screenshot = { attachments: [sent], links: [] }
    const { body } = await anna.send<SubmittedReply>('POST', '/v1/tickets', { ...draft, screenshot }, { key: 'old' })
    await staff.send('POST', `/v1/staff/tickets/${body.id}/decisions`, { kind: 'resolve' })
    await anna.send('POST', '/v1/suggestions', { subject: 'как подключить домен' })
    await staff.send('PUT', '/v1/staff/replies/old', { title: 'Ответ', text: 'Проверьте SPF.', locale: 'ru' })
    await expect.poll(rowsLeft).toMatchObject({ tickets: 1, suggestion_queries: 1 })
  }

  /** The record of deeds takes no change while its guard stands; a picture's mark bears its time in its name. */
  async function age() {
    for (const sql of [
      'update tickets set updated_at = 1',
      'insert into arrival_days select 0, first_number, last_number from arrival_days',
      'update suggestion_queries set at = 1',
      'drop trigger audit_no_update',
      'update audit set at = 1',
      'update outbox set done_at = 1',
    ])
      await desk.query(sql)
    const bucket = await desk.bucket()
    for (const key of await objectsLeft()) {
      if (!key.startsWith('attachments/unused/')) continue
      await bucket.put(key.replace(/\d+-/, '1-'), '')
      await bucket.delete(key)
    }
  }

  it('is forgotten by the schedule after them, in the database and in the bucket, and not before', async () => {
    await fill()
    const [rows, objects] = [await rowsLeft(), await objectsLeft()]
    expect(Object.values(rows)).not.toContain(0)
    await desk.runSchedule()
    expect([await rowsLeft(), await objectsLeft()]).toEqual([rows, objects])
    await age()
    // An isolate looks for old questions once an hour.
    await desk.restart()
    await desk.runSchedule()
    expect(Object.values(await rowsLeft())).toEqual(tables.map(() => 0))
    expect(await objectsLeft()).toEqual([])
  })
})

it('a scanner on the edge keeps out what it finds, and lets the rest in', async () => {
  const anna = as(worker.origin, await tokenFor(owner))
  const upload = (bytes: Uint8Array) => anna.send('POST', '/v1/attachments', fileForm(bytes))
  const infected = png({ before: [pngChunk('tEXt', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE')] })
  expect(await upload(infected)).toMatchObject({ status: 422, body: { code: 'infected' } })
  expect((await upload(png())).status).toBe(201)
})

it('the documentation of a site is read by the schedule, so much at each, and then left alone for an hour', async () => {
  const names = Array.from({ length: 50 }, (_, at) => `/help/page-${at}`)
  const site = await testSite({
    ...Object.fromEntries(names.map((name) => [name, page(`Раздел ${name}`)])),
    '/help/domain': page('Подключить домен', '<p>Домен подключают на странице настроек магазина.</p>'),
  })
  const reading = await startWorker({ ...settings, BILET_DOCS_SOURCE: site.sitemap })
  try {
    const told = () =>
      reading.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'the documentation was read')
    await reading.runSchedule()
    expect(told()).toMatchObject([{ added: 48, left: 3 }])
    await reading.runSchedule()
    expect(told()[1]).toMatchObject({ added: 3, unchanged: 48, left: 0 })
    const asked = site.paths()
    expect(asked.filter((path) => path.startsWith('/help/'))).toHaveLength(51)
    await reading.runSchedule()
    expect(site.paths()).toEqual(asked)
    const { body } = await call<SuggestionsReply>(`${reading.origin}/v1/suggestions`, {
      body: { subject: 'как подключить домен' },
    })
    expect(body.suggestions[0]?.articleId).toBe('help/domain')
  } finally {
    await reading.stop()
  }
}, 60_000)

it('a folder that the command line imports into the bucket is what the Worker answers from', async () => {
  const bucket = await openR2OverS3(await worker.bucket())
  const folder = await folderOf({
    'mail.md': '# Письма о заказе\n\nПисьма о заказе приходят покупателю и магазину.\n\n![Почта](mail.png)\n',
    'mail.png': png(),
    'theme.md': '# Оформление магазина\n\nШаблон меняют в разделе «Дизайн».\n',
  })
  try {
    const imported = await runCli(folder, ['docs', 'import', folder], { BILET_STORAGE_URL: bucket.url })
    expect(imported).toMatchObject({ code: 0, out: expect.stringMatching(/^2 added, .* 0 failed$/m) })
    const anna = as(worker.origin, await tokenFor(owner))
    const found = async () => {
      const { body } = await anna.send<SuggestionsReply>('POST', '/v1/suggestions', { subject: 'письма о заказе' })
      return body.suggestions[0]?.articleId
    }
    await expect.poll(found, { timeout: 30_000, interval: 500 }).toBe('mail')
    const { body: article } = await anna.get('/v1/articles/mail')
    const [, picture] = /"src":"([^"]+)"/.exec(JSON.stringify(article)) ?? []
    expect((await call(new URL(picture ?? '', worker.origin).href)).headers.get('content-type')).toBe('image/png')
  } finally {
    bucket.close()
  }
})
