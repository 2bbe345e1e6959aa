import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SettingError } from '../setting-error.ts'
import type { Letter } from './letter.ts'
import { createMailService } from './mail-service.ts'
import { mailSettings } from './mail-settings.ts'
import { guest, hour, openDesk } from './test-desk.ts'
import { openTestMailService } from './test-mail-service.ts'

const key = 'a-key-of-the-service'
const from = 'Bilet <help@desk.example>'
let service: Awaited<ReturnType<typeof openTestMailService>>
let desk: Awaited<ReturnType<typeof openDesk>>

beforeEach(async () => {
  service = await openTestMailService()
  desk = await openDesk(createMailService({ url: service.url, key, from }))
})
afterEach(async () => {
  service.close()
  await desk.close()
})

test('a letter is one request: its words, its headers, the key of the service and its own', async () => {
  const { id, number } = await desk.submit()
  await desk.drain()
  const [posted, ...more] = service.posted
  expect(more).toEqual([])
  expect(posted?.headers).toMatchObject({ authorization: `Bearer ${key}`, 'content-type': 'application/json' })
  expect(posted?.body).toMatchObject({ from, to: ['anna@shop.example'], subject: `Билет № ${number} принят` })
  expect(posted?.body.text).toContain('4 марта в 15:00 (Москва)')
  expect(posted?.body.html).toContain('<html lang="ru">')
  const thread = `<ticket-${id}@desk.example>`
  expect(posted?.body.headers).toEqual({
    'Message-ID': `<${String(posted?.headers['idempotency-key'])}@desk.example>`,
    'In-Reply-To': thread,
    References: thread,
    'Content-Language': 'ru',
    'Auto-Submitted': 'auto-generated',
  })
})

describe('a letter that was not taken', () => {
  test.each([
    ['busy', { status: 429, body: { name: 'rate_limit_exceeded', message: 'Too many requests' } }],
    ['down', { status: 503 }],
    [
      'of a key that was taken back',
      { status: 401, body: { name: 'validation_error', message: 'API key is invalid' } },
    ],
    ['of a sender that is not proved', { status: 403, body: { name: 'validation_error', message: 'not verified' } }],
    ['elsewhere', { status: 302, headers: { Location: 'https://elsewhere.example/' } }],
  ])('by a service that is %s goes again later, under the same key', async (_case, answer) => {
    await desk.submit()
    service.answer(answer)
    await desk.drain()
    expect(desk.logged).toMatchObject([[{ code: 'EMAIL', responseCode: answer.status }, 'not told yet']])
    await desk.drain()
    expect(service.posted).toHaveLength(1)
    service.answer({ status: 200 })
    desk.time.now += 5_000
    await desk.drain()
    expect(new Set(service.posted.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(service.posted).toHaveLength(2)
    expect(await desk.outbox.pending()).toBe(0)
    expect(JSON.stringify(desk.logged)).not.toMatch(new RegExp(`anna@|${key}`))
  })

  test('goes no more where the address will never do, which is told without the address', async () => {
    await desk.submit()
    service.answer({ status: 422, body: { name: 'validation_error', message: 'Invalid `to` field.' } })
    await desk.drain()
    expect(await desk.outbox.pending()).toBe(0)
    expect(JSON.stringify(desk.logged)).toContain('takes no letters')
    expect(JSON.stringify(desk.logged)).not.toContain('anna@')
  })

  test('goes no more where the service has sent it already, in other words', async () => {
    await desk.submit()
    service.answer({ status: 409, body: { name: 'invalid_idempotent_request', message: 'another payload' } })
    await desk.drain()
    expect(await desk.outbox.pending()).toBe(0)
    expect(desk.logged).toEqual([])
  })
})

test('a service that stays silent is given up on before another process takes the letter', async () => {
  service.answer('silence')
  const send = createMailService({ url: service.url, key, from }, { patienceMs: 20 })
  const letter: Letter = {
    to: 'a@b.example',
    locale: 'ru',
    subject: '',
    paragraphs: [],
    id: '1',
    thread: 't',
    automatic: true,
  }
  await expect(send(letter)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('an address that nobody has proved gets one receipt an hour this way, too', async () => {
  const victim = { ...guest, email: 'victim@mail.example' }
  for (const _ of [1, 2, 3]) await desk.submit(victim)
  await desk.drain()
  expect(service.posted).toHaveLength(1)
  desk.time.now += hour
  await desk.submit(victim)
  await desk.drain()
  expect(service.posted).toHaveLength(2)
})

describe('settings of mail', () => {
  const none = { smtpUrl: undefined, mailUrl: undefined, mailKey: undefined, mailFrom: undefined }
  const whole = { ...none, mailUrl: 'https://api.resend.com/emails', mailKey: key, mailFrom: from }

  test('are whole', () => {
    expect(mailSettings(none)).toBeUndefined()
    expect(mailSettings(whole)).toEqual({ by: 'service', url: whole.mailUrl, key, from })
  })

  test.each([
    ['BILET_MAIL_KEY', { ...whole, mailKey: undefined }],
    ['BILET_MAIL_FROM', { ...whole, mailFrom: undefined }],
    ['BILET_MAIL_URL', { ...whole, smtpUrl: 'smtp://mail.example' }],
    ['BILET_MAIL_URL', { ...whole, mailUrl: 'http://mail.example/emails' }],
    ['BILET_MAIL_URL', { ...whole, mailUrl: 'mail.example' }],
    ['BILET_SMTP_URL', { ...none, smtpUrl: 'mail.example' }],
  ])('or %s is named', (name, given) => {
    expect(() => mailSettings(given)).toThrow(SettingError)
    expect(() => mailSettings(given)).toThrow(name)
  })
})
