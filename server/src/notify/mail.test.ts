import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { Message } from '@bilet/shared/ticket-events'
import { createMail } from './mail.ts'
import { createOutboxWorker, maxAttempts } from './outbox-worker.ts'
import { noOwnWords } from '../own-words.ts'
import { createSpeech } from '../speech.ts'
import { createSmtp } from './smtp.ts'
import { createGuestLinks } from '../tickets/guest-links.ts'
import { createTicketLink } from './ticket-link.ts'
import { by, guest, hour, noon, openDesk, owner } from './test-desk.ts'
import { mailboxOf } from './unasked-letters.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => void (desk = await openDesk()))
afterEach(async () => {
  await desk.smtp.close()
  await desk.close()
})

const answer = (text: string): Message => ({
  kind: 'message',
  at: noon,
  by,
  visibility: 'public',
  text,
  attachments: [],
})

describe('an owner is told by mail', () => {
  test('that the ticket was received, its number and by when they hear from us (R17)', async () => {
    const { number } = await desk.submit()
    await desk.drain()
    const [letter] = desk.smtp.received
    expect(letter?.to).toEqual(['anna@shop.example'])
    expect(letter?.mail.from).toEqual({ name: 'Bilet', address: 'help@desk.example' })
    expect(letter?.mail.subject).toBe(`Билет № ${number} принят`)
    expect(letter?.mail.text).toContain('4 марта в 15:00 (Москва)')
    expect(letter?.mail.text).toContain('повторы только отодвигают ответ')
    expect(letter?.mail.html).toContain('<html lang="ru">')
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  })

  test('in a further language of the desk, and in its own words', async () => {
    const words = { 'letters.receiptSubject': '№ {0} өтінім қабылданды', 'letters.reopens': 'Қайта жазыңыз.' }
    const own = await openDesk(undefined, { languages: ['kk'], words: { kk: words } })
    const { number } = await own.submit(owner, 'ru')
    await own.drain()
    const [letter] = own.smtp.received
    expect(letter?.mail.subject).toBe(`№ ${number} өтінім қабылданды`)
    expect(letter?.mail.text).toContain('4 наурыз')
    expect(letter?.mail.html).toContain('<html lang="kk">')
    expect(letter?.raw).toMatch(/^Content-Language: kk/m)
    await own.smtp.close()
    await own.close()
  })

  test('what staff answered, word for word, and nothing of it is markup', async () => {
    const ticket = await desk.submit()
    await desk.happen(ticket, answer('Откройте <b>«Шаблоны»</b> & сохраните.\nПотом обновите.'))
    await desk.drain()
    const letter = desk.smtp.received.find(({ mail }) => mail.subject === `Ответ по билету № ${ticket.number}`)
    expect(letter?.mail.text).toContain('Олег отвечает')
    expect(letter?.mail.text).toContain('Откройте <b>«Шаблоны»</b> & сохраните.\nПотом обновите.')
    expect(letter?.mail.html).toContain('Откройте &lt;b&gt;«Шаблоны»&lt;/b&gt; &amp; сохраните.<br>Потом обновите.')
    expect(letter?.raw).not.toContain('Auto-Submitted')
  })

  test.each(premSite.decisionReasons)('why support cannot go on, in words: $id (R19)', async ({ id, words, help }) => {
    const ticket = await desk.submit()
    await desk.happen(ticket, { kind: 'decision', at: noon, by, decision: { kind: 'refuse', reason: id, text: 'Увы' } })
    await desk.drain()
    const text = desk.smtp.received.at(-1)?.mail.text
    expect(text).toContain(`Причина: ${words.ru}.\n\n${help.ru}.\n\nУвы`)
    expect(text).not.toContain(id)
  })

  test.each([
    ['ru', 'нужно больше времени', 'Срок: 5 марта в 12:00 (Москва).'],
    ['uk', 'потрібно більше часу', 'Термін: 5 березня о 12:00 (час: Москва).'],
    ['en', 'needs more time', 'until March 5 at 12:00 (Moscow Time).'],
  ] as const)('until when the time is extended, in their language: %s', async (locale, subject, until) => {
    const ticket = await desk.submit(owner, locale)
    const decision = { kind: 'extend', reason: 'needs_development', until: noon + 24 * hour } as const
    await desk.happen(ticket, { kind: 'decision', at: noon, by, decision })
    await desk.drain()
    expect(desk.smtp.received.at(-1)?.mail).toMatchObject({ subject: expect.stringContaining(subject) })
    expect(desk.smtp.received.at(-1)?.mail.text).toContain(until)
  })

  test('nothing of notes, reassignment and their own words', async () => {
    const ticket = await desk.submit()
    await desk.drain()
    await desk.happen(ticket, { ...answer('между нами'), visibility: 'internal' })
    await desk.happen(ticket, { kind: 'changed', at: noon, by, assignee: 'oleg' })
    await desk.happen(ticket, { ...answer('добавлю'), by: { kind: 'owner', id: 'u1' } })
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(1)
    expect(await desk.outbox.pending()).toBe(0)
  })

  test('in letters about one ticket that belong together', async () => {
    const ticket = await desk.submit()
    await desk.happen(ticket, answer('Да'))
    await desk.drain()
    const [one, two] = desk.smtp.received.map(({ mail }) => mail)
    expect(one?.references).toBe(`<ticket-${ticket.id}@desk.example>`)
    expect(two?.references).toBe(one?.references)
    expect(two?.inReplyTo).toBe(one?.references)
    expect(two?.messageId).not.toBe(one?.messageId)
  })
})

describe('what was done in one go', () => {
  const done = { at: noon, by }

  test('is told in one letter: the answer, its article, and the decision', async () => {
    const ticket = await desk.submit()
    await desk.drain()
    const article = { title: 'Подключить домен', url: 'https://docs.desk.example/domain' }
    await desk.happenTogether(ticket, [
      { ...answer('Вот как это сделать.'), articleId: 'domain', article },
      { kind: 'decision', ...done, decision: { kind: 'resolve' } },
    ])
    await desk.drain()
    const [, letter, ...more] = desk.smtp.received.map(({ mail }) => mail)
    expect(more).toEqual([])
    expect(letter?.subject).toBe(`Билет № ${ticket.number} решён`)
    for (const part of [
      'Вот как это сделать.',
      'Статья «Подключить домен»: https://docs.desk.example/domain',
      'решённым',
    ])
      expect(letter?.text).toContain(part)
  })

  test('that a ticket repeats another is told with the number of the other (R17)', async () => {
    const [first, repeat] = [await desk.submit(), await desk.submit()]
    const duplicateOf = { id: first.id, number: first.number }
    await desk.happen(repeat, { kind: 'decision', ...done, decision: { kind: 'resolve', duplicateOf } })
    await desk.drain()
    expect(desk.smtp.received.at(-1)?.mail.text).toContain(`повторяет билет № ${first.number}`)
  })

  test('and what nobody wrote says that it is automatic (RFC 3834)', async () => {
    const ticket = await desk.submit()
    const system = { kind: 'system' } as const
    await desk.happen(ticket, { ...answer('Ждём вашего ответа'), by: system, warns: 'closing_on_silence' })
    const decision = { kind: 'refuse', reason: 'no_information' } as const
    await desk.happen(ticket, { kind: 'decision', at: noon, by: system, decision })
    await desk.drain()
    const [, warning, closing] = desk.smtp.received
    for (const letter of [warning, closing]) expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(closing?.mail.text).toContain(`не дождались ответа и закрыли билет № ${ticket.number}`)
  })
})

test('a letter leads to its ticket in the panel, a guest’s by a link of its own, where the pages are known', async () => {
  const send = createSmtp({ url: desk.smtp.url, from: 'help@desk.example' })
  const keys = new Map([['k1', new Uint8Array(32)]])
  const guestLinks = createGuestLinks(keys, () => noon)
  const pages = { panelUrl: 'https://admin.shop.example/?lang=ru#help', guestUrl: 'https://shop.example/help' }
  const deliver = createMail({
    tickets: desk.tickets,
    policy: premSite,
    speech: createSpeech(noOwnWords),
    send,
    mayGo: async () => true,
    log: desk.log,
    linkTo: createTicketLink({ ...pages, guestLinks }),
  })
  const ticket = await desk.submit()
  const theirs = await desk.submit(guest)
  await createOutboxWorker({ outbox: desk.outbox, deliver, log: desk.log }).drain()
  const texts = desk.smtp.received.map(({ mail }) => mail.text ?? '')
  const link = `https://admin.shop.example/?lang=ru&bilet=ticket%3A${ticket.id}.${ticket.number}#help`
  expect(texts.filter((text) => text.includes(link))).toHaveLength(1)
  const [, token = ''] = /https:\/\/shop\.example\/help\?bilet=guest%3A(\S+)\.\d+/.exec(texts.join('\n')) ?? []
  expect(guestLinks.read(token)).toEqual({ ok: true, ticketId: theirs.id })
  expect(texts.filter((text) => text.includes('не пересылайте её'))).toHaveLength(1)
})

test('without a page that anybody may open, or a key to sign with, a guest’s letter leads nowhere', () => {
  const requester = guest
  const give = () => 'a token'
  const panelUrl = 'https://admin.shop.example/'
  const unsigned = createGuestLinks(new Map(), () => noon)
  const one = { id: 'abc', number: 12, requester }
  expect(createTicketLink({ panelUrl, guestUrl: undefined, guestLinks: { give } })(one)).toBeNull()
  expect(createTicketLink({ panelUrl, guestUrl: panelUrl, guestLinks: unsigned })(one)).toBeNull()
  expect(
    createTicketLink({ panelUrl: undefined, guestUrl: panelUrl, guestLinks: { give } })({ ...one, requester: owner }),
  ).toBeNull()
})

describe('a letter goes to nobody else', () => {
  test('and never repeats what the writer typed: the address may be a stranger’s', async () => {
    await desk.submit(guest)
    await desk.drain()
    const [letter] = desk.smtp.received
    expect(letter?.mail.text).not.toMatch(/корзина|админ-панел/i)
  })

  test.each([
    'anna@shop.example\r\nBcc: eve@evil.example',
    'anna@shop.example, eve@evil.example',
    'Anna <anna@shop.example>',
    '"a\r\nRCPT TO:<eve@evil.example>"@shop.example',
    '',
    null,
  ])('whatever stands in place of the address: %j', async (email) => {
    await desk.submit({ ...owner, email })
    await desk.drain()
    expect(desk.smtp.received).toEqual([])
    expect(await desk.outbox.pending()).toBe(0)
  })

  test('and takes no header from names and texts', async () => {
    const ticket = await desk.submit()
    const name = 'Олег\r\nBcc: eve@evil.example'
    await desk.happen(ticket, { ...answer('a\r\n.\r\nBcc: eve@evil.example'), by: { ...by, name } })
    await desk.drain()
    expect(desk.smtp.received.map(({ to }) => to)).toEqual([['anna@shop.example'], ['anna@shop.example']])
    expect(desk.smtp.received.flatMap(({ mail }) => mail.headers.map(({ key }) => key))).not.toContain('bcc')
    expect(desk.smtp.received.at(-1)?.mail.text).toMatch(/a\r?\n\.\r?\nBcc: eve@evil\.example/)
  })
})

describe('a mail server in trouble', () => {
  const busy = { code: 451, text: 'try later' }

  test('gets the letter again, after longer and longer pauses, until it takes it once', async () => {
    await desk.submit()
    desk.smtp.refuse(busy)
    await desk.drain()
    await desk.drain()
    expect(desk.logged).toHaveLength(1)
    desk.time.now += 5_000
    await desk.drain()
    expect(desk.logged).toHaveLength(2)
    desk.smtp.refuse(null)
    desk.time.now += 9_999
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(0)
    desk.time.now += 1
    await desk.drain()
    desk.time.now += 24 * hour
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(1)
  })

  test('that is not there at all loses nothing', async () => {
    await desk.submit()
    const send = createSmtp({ url: 'smtp://127.0.0.1:1' })
    const deliver = createMail({
      tickets: desk.tickets,
      policy: premSite,
      speech: createSpeech(noOwnWords),
      send,
      mayGo: async () => true,
      log: desk.log,
    })
    await createOutboxWorker({ outbox: desk.outbox, deliver, log: desk.log }).drain()
    expect(await desk.outbox.pending()).toBe(1)
  })

  test('is not asked again for an address that it refused for good', async () => {
    await desk.submit()
    desk.smtp.refuse({ code: 550, text: 'no such mailbox' })
    await desk.drain()
    expect(await desk.outbox.pending()).toBe(0)
    expect(JSON.stringify(desk.logged)).not.toContain('anna@')
  })

  test('is given up on after about three days, and the log says so', async () => {
    await desk.submit()
    desk.smtp.refuse(busy)
    await desk.drainEvery(6 * hour, maxAttempts)
    expect(await desk.outbox.pending()).toBe(0)
    expect(JSON.stringify(desk.logged.at(-1))).toContain('given up')
    expect(JSON.stringify(desk.logged)).not.toContain('anna@')
  })
})

test('a process that dies between sending and settling has the letter repeated under the same id, once', async () => {
  await desk.submit()
  const dying = { ...desk.outbox, done: () => Promise.reject(new Error('killed')) }
  const dies = createOutboxWorker({ outbox: dying, deliver: desk.deliver, log: desk.log }).drain()
  await expect(dies).rejects.toThrow('killed')
  await desk.drain()
  expect(desk.smtp.received).toHaveLength(1)
  desk.time.now += 60_000
  await desk.drain()
  desk.time.now += 24 * hour
  await desk.drain()
  const [first, second, ...more] = desk.smtp.received.map(({ mail }) => mail.messageId)
  expect(second).toBe(first)
  expect(more).toEqual([])
})

test('two processes over one outbox send each letter once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => desk.submit()))
  const other = createOutboxWorker({ outbox: desk.outbox, deliver: desk.deliver, log: desk.log })
  await Promise.all([desk.drain(), other.drain()])
  expect(new Set(desk.subjects()).size).toBe(20)
  expect(desk.subjects()).toHaveLength(20)
})

describe('an address that nobody has proved to be theirs', () => {
  const to = (email: string) => ({ ...guest, id: `guest:${email}`, email })
  const times = (count: number) => Array.from({ length: count })

  test('gets one receipt an hour, however many tickets name it', async () => {
    for (const _ of times(60)) await desk.submit(to('victim@mail.example'))
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(1)
    desk.time.now += hour
    for (const _ of times(3)) await desk.submit(to('victim@mail.example'))
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(2)
  })

  test.each([
    ['in other letters', 'Victim@Mail.Example'],
    ['with a tag', 'victim+7@mail.example'],
  ])('is the same %s', async (_case, again) => {
    await desk.submit(to('victim@mail.example'))
    await desk.submit(to(again))
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(1)
  })

  test('is the same with dots where they mean nothing, and another where they do', () => {
    expect(mailboxOf('v.ictim@gmail.com')).toBe(mailboxOf('victim@gmail.com'))
    expect(mailboxOf('v.ictim@mail.example')).not.toBe(mailboxOf('victim@mail.example'))
  })

  test('is also one that an owner without a signed address has typed', async () => {
    for (const _ of times(3)) await desk.submit({ ...owner, email: 'victim@mail.example' }, 'ru', 'victim@mail.example')
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(1)
  })

  test('is told nothing that its writer wrote', async () => {
    await desk.submit(to('victim@mail.example'))
    await desk.drain()
    expect(desk.smtp.received[0]?.raw).not.toMatch(/корзин|товар/i)
    expect(desk.smtp.received[0]?.mail.text).not.toMatch(/корзин|товар/i)
  })

  test('gets its receipt when the first attempt failed', async () => {
    await desk.submit(to('victim@mail.example'))
    desk.smtp.refuse({ code: 451, text: 'later' })
    await desk.drain()
    expect(desk.smtp.received).toHaveLength(0)
    desk.smtp.refuse(null)
    await desk.drainEvery(10 * 60_000, 3)
    expect(desk.smtp.received).toHaveLength(1)
  })
})

test('an owner whose address was signed gets a receipt for each ticket', async () => {
  for (const _ of [1, 2, 3]) await desk.submit()
  await desk.drain()
  expect(desk.smtp.received).toHaveLength(3)
})
