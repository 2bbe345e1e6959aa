// The desk writes to whoever is named in a form: it must be of no use to anybody who wants somebody else written to.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SubmittedReply } from '@bilet/shared/replies'
import { premSite } from '@bilet/shared/policy/prem-site'
import { silentLog } from '../../src/log.ts'
import type { Letter } from '../../src/notify/letter.ts'
import { createMail } from '../../src/notify/mail.ts'
import { createOutbox } from '../../src/notify/outbox.ts'
import { createOutboxWorker } from '../../src/notify/outbox-worker.ts'
import { createUnaskedLetters } from '../../src/notify/unasked-letters.ts'
import { createTestApp, noon, owner } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
let now = noon
const letters: Letter[] = []

beforeAll(async () => {
  test = await createTestApp({ sendsMail: true })
})
afterAll(() => test.close())

const draft = {
  subject: 'КУПИТЕ У НАС',
  description: 'Лучшие цены только на spam.example, торопитесь заказать',
  steps: ['Открыл страницу заказа'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
  department: 'sales',
  locale: 'ru',
}

async function send(email: string, key: string, token?: string) {
  const response = await test.app.request('/v1/tickets', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ ...draft, ...(email && { email }) }),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as SubmittedReply
}

/** Two processes that mail what the outbox holds. */
async function deliver() {
  const clock = () => now
  const carrier = async (letter: Letter) => {
    letters.push(letter)
    return 'sent' as const
  }
  const workers = [1, 2].map(() => {
    const mayGo = createUnaskedLetters(test.database, { clock })
    const mail = createMail({
      tickets: test.deps.tickets,
      policy: premSite,
      speech: test.deps.speech,
      send: carrier,
      mayGo,
      log: silentLog,
    })
    return createOutboxWorker({ outbox: createOutbox(test.database, { clock }), deliver: mail, log: silentLog })
  })
  await Promise.all(workers.map((worker) => worker.drain()))
}

it('a mailbox that sixty tickets name gets one letter an hour, without a word of theirs; each sender is told the truth', async () => {
  const spellings = ['victim@gmail.com', 'Victim@GMAIL.com', 'v.ictim@gmail.com', 'victim+1@gmail.com']
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, at) => send(spellings[at % spellings.length] ?? '', `bomb ${at}`)),
  )
  await deliver()
  expect(letters).toHaveLength(1)
  expect(JSON.stringify(letters)).not.toMatch(/spam|КУПИТЕ|цены/i)
  const promised = replies.filter(({ receiptTo }) => receiptTo !== undefined)
  expect(promised.map(({ receiptTo }) => receiptTo)).toEqual(letters.map(({ to }) => to))
  expect(replies.filter(({ receiptHeld }) => receiptHeld)).toHaveLength(59)
  const again = await Promise.all(replies.slice(0, 4).map((_, at) => send(spellings[at] ?? '', `bomb ${at}`)))
  expect(again).toEqual(replies.slice(0, 4))
  now = noon + 3_600_000
  test.at(now)
  expect(await send('victim@gmail.com', 'later')).toMatchObject({ receiptTo: 'victim@gmail.com' })
  await deliver()
  expect(letters).toHaveLength(2)
})

it('an owner whose address is signed has a receipt of every ticket, and is told where it goes', async () => {
  letters.length = 0
  const token = await test.tokenFor()
  for (const key of ['one', 'two', 'three'])
    expect(await send('victim@gmail.com', key, token)).toMatchObject({ receiptTo: owner.email })
  await deliver()
  expect(letters.map(({ to }) => to)).toEqual([owner.email, owner.email, owner.email])
})

it('a desk without mail promises none', async () => {
  const silent = await createTestApp()
  const response = await silent.app.request('/v1/tickets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' },
    body: JSON.stringify({ ...draft, email: 'anna@shop.example' }),
  })
  const reply = (await response.json()) as SubmittedReply
  expect([reply.receiptTo, reply.receiptHeld]).toEqual([undefined, undefined])
  await silent.close()
})
