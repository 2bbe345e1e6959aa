// The regulation as law at the door: what is accepted, what is refused and how, and that a repeat is no second ticket.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { createTestApp, noon, owner, staffToken } from './support/test-app.ts'
import type { TestApp } from './support/test-app.ts'

const draft: TicketDraft = {
  subject: 'Не приходят письма о заказе',
  description: 'После оформления заказа покупатель не получает письмо, хотя раньше получал.',
  steps: ['Оформил тестовый заказ', 'Подождал 20 минут, письма нет и в спаме'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
  department: 'consultations',
  locale: 'ru',
}

let test: TestApp

beforeEach(async () => {
  test = await createTestApp({ allowedOrigins: ['https://admin.shop.example'] })
})
afterEach(() => test.close())

/** An answer as a program that knows the contract reads it. */
type Body = {
  [name: string]: unknown
  id: string
  issues: { code: string; path: string }[]
  findings: { code: string; path: string; severity: string }[]
}

const toCodes = (found: { code: string; path: string }[]) => found.map(({ code, path }) => ({ code, path }))

type Sending = { key?: string | null; who?: VerifiedCaller | 'guest'; headers?: Record<string, string> }

async function post(path: string, body: unknown, { key = 'k1', who = owner, headers = {} }: Sending = {}) {
  const token = who === 'guest' ? null : await test.tokenFor(who)
  const response = await test.app.request(path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(key !== null && { 'Idempotency-Key': key }),
      ...headers,
    },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
}

const submit = (change: object = {}, sending: Sending = {}) => post('/v1/tickets', { ...draft, ...change }, sending)

async function get(path: string, token = staffToken) {
  const response = await test.app.request(path, { headers: { Authorization: `Bearer ${token}` } })
  return { status: response.status, body: (await response.json()) as Body }
}

describe('a ticket', () => {
  it('is parsed once: what was measured is what is validated', async () => {
    const parse = vi.spyOn(JSON, 'parse')
    const { status } = await submit()
    const sent = parse.mock.calls.filter(([text]) => text === JSON.stringify(draft))
    parse.mockRestore()
    expect([status, sent.length]).toEqual([201, 1])
  })

  it('is accepted at any hour, and told when the answer comes and where it stands (R2, R4, R18)', async () => {
    test.at(Date.parse('2026-03-04T00:30:00Z'))
    const { status, body } = await submit()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'new',
      department: 'consultations',
      submittedAt: '2026-03-04T00:30:00.000Z',
      reactionDueAt: '2026-03-05T00:30:00.000Z',
      queuePosition: 1,
    })
  })

  it('of a Premium owner is due after three hours of support time (R5)', async () => {
    test.at(Date.parse('2026-03-04T16:00:00Z'))
    const { body } = await submit({}, { who: { ...owner, plan: 'premium' } })
    expect(body['reactionDueAt']).toBe('2026-03-05T10:00:00.000Z')
  })

  it('stands behind the open ones of its department only (R18)', async () => {
    await submit({}, { key: 'a' })
    await submit({ department: 'sales' }, { key: 'b' })
    expect((await submit({}, { key: 'c' })).body['queuePosition']).toBe(2)
  })

  it.each([
    ['an empty question', { description: ' ' }, 'question_unclear', 'description'],
    ['no steps and no way out', { steps: [] }, 'steps_missing', 'steps'],
    [
      'nothing to see and no way out',
      { screenshot: { attachments: [], links: [] } },
      'screenshot_missing',
      'screenshot',
    ],
    [
      'a link to a machine of ours',
      { screenshot: { attachments: [], links: ['https://10.0.0.1/x.png'] } },
      'link_not_allowed',
      'screenshot.links.0',
    ],
    [
      'a link with a password',
      { screenshot: { attachments: [], links: ['https://a:b@prnt.sc/x'] } },
      'link_not_allowed',
      'screenshot.links.0',
    ],
    [
      'a picture that is not there',
      { screenshot: { attachments: ['nope'], links: [] } },
      'attachment_not_found',
      'screenshot.attachments.0',
    ],
  ])('with %s is refused, and the code says what to mend (R13–R15, R24)', async (_case, change, code, path) => {
    const { status, body } = await submit(change)
    expect({ status, code: body['code'], path: body.issues[0]?.path }).toEqual({ status: 422, code, path })
    expect((await get('/v1/staff/tickets')).body['items']).toEqual([])
  })

  it.each(['technical', 'consultations'])(
    'of a Free owner to %s is refused, whatever the page says (R3)',
    async (department) => {
      const { status, body } = await submit({ department }, { who: { ...owner, plan: 'free' } })
      expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'department_not_in_plan' })
      expect((await submit({ department: 'sales' }, { who: { ...owner, plan: 'free' } })).status).toBe(201)
    },
  )

  it('of a guest needs an e-mail and is marked unverified', async () => {
    expect((await submit({ department: 'sales' }, { who: 'guest' })).body['code']).toBe('email_missing')
    const { status, body } = await submit({ department: 'sales', email: 'Guest@Shop.example' }, { who: 'guest' })
    expect(status).toBe(201)
    expect((await get(`/v1/staff/tickets/${body.id}`)).body).toMatchObject({
      verified: false,
      requester: { id: 'guest:guest@shop.example', plan: 'guest' },
    })
  })

  it('keeps what was given and drops the way out beside it', async () => {
    const { body } = await submit({
      noSteps: 'just_a_question',
      screenshot: { attachments: [], links: ['https://prnt.sc/abc123'], none: 'nothing_to_show' },
    })
    const { body: stored } = await get(`/v1/staff/tickets/${body.id}`)
    expect(stored).not.toHaveProperty('noSteps')
    expect(stored['screenshot']).not.toHaveProperty('none')
  })

  it('keeps the owner’s words to the letter', async () => {
    const words = { subject: '  «Тест» & <b>', description: 'Строка\r\n\tс табом, emoji 🧵 и ё: вот так вот.' }
    const { body } = await submit(words)
    expect((await get(`/v1/staff/tickets/${body.id}`)).body).toMatchObject(words)
  })
})

describe('the same submission again (R17)', () => {
  it('gets the same answer, marked as a repeat, however late', async () => {
    const first = await submit()
    await submit({}, { key: 'another' })
    test.at(noon + 20 * 24 * 3_600_000)
    const again = await submit()
    expect(again.status).toBe(201)
    expect(again.headers.get('Idempotent-Replay')).toBe('true')
    expect(again.body).toEqual(first.body)
  })

  it('with the keys of the body in another order is still the same', async () => {
    await submit()
    const reversed = Object.fromEntries(Object.entries(draft).toReversed())
    expect((await post('/v1/tickets', reversed)).headers.get('Idempotent-Replay')).toBe('true')
  })

  it('with other words under the same key is refused', async () => {
    await submit()
    const other = await submit({ subject: 'Другое' })
    expect({ status: other.status, code: other.body['code'] }).toEqual({ status: 422, code: 'idempotency_key_reused' })
  })

  it('from two owners under one key makes two tickets', async () => {
    await submit()
    expect((await submit({}, { who: { ...owner, userId: 'u2' } })).headers.get('Idempotent-Replay')).toBeNull()
    expect((await get('/v1/staff/tickets')).body['items']).toHaveLength(2)
  })

  it('fifty times at once makes one ticket, and everybody gets it', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await get('/v1/staff/tickets')).body['items']).toHaveLength(1)
  })

  it('after a refusal the key is still free', async () => {
    expect((await submit({ description: '' })).status).toBe(422)
    expect((await submit()).status).toBe(201)
  })

  it.each([
    [null, 'idempotency_key_required'],
    ['', 'idempotency_key_required'],
    ['x'.repeat(256), 'idempotency_key_invalid'],
  ])('without a proper key is 400', async (key, code) => {
    const { status, body } = await submit({}, { key })
    expect({ status, code: body['code'] }).toEqual({ status: 400, code })
  })
})

describe('who may read', () => {
  it('another owner, and the same user in another shop, find nothing', async () => {
    const { body } = await submit()
    const paths = [`/v1/tickets/${body.id}`]
    for (const stranger of [
      { ...owner, userId: 'u2' },
      { ...owner, shop: 's2' },
    ])
      for (const path of paths) expect((await get(path, await test.tokenFor(stranger))).status).toBe(404)
    expect((await get(`/v1/tickets/${body.id}`, await test.tokenFor())).status).toBe(200)
  })

  it('an owner does not see notes among staff', async () => {
    const { body } = await submit()
    for (const [visibility, text] of [
      ['internal', 'Снова он'],
      ['public', 'Проверяем'],
    ])
      await test.app.request(`/v1/staff/tickets/${body.id}/messages`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${staffToken}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ text, visibility }),
      })
    const seen = JSON.stringify((await get(`/v1/tickets/${body.id}`, await test.tokenFor())).body)
    expect(seen).toContain('Проверяем')
    expect(seen).not.toContain('Снова он')
  })

  it('a token in the address is never read', async () => {
    const response = await test.app.request(`/v1/tickets?access_token=${await test.tokenFor()}`)
    expect(response.status).toBe(401)
  })
})

describe('where a page stands', () => {
  it('a foreign origin is refused before anything runs', async () => {
    const { status, body } = await submit({}, { headers: { Origin: 'https://evil.example' } })
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'origin_not_allowed' })
    expect((await get('/v1/staff/tickets')).body['items']).toEqual([])
  })

  it('an allowed origin may read the answer, a refusal too', async () => {
    const headers = { Origin: 'https://admin.shop.example' }
    for (const change of [{}, { description: '' }])
      expect(
        (await submit(change, { headers, key: JSON.stringify(change) })).headers.get('access-control-allow-origin'),
      ).toBe(headers.Origin)
  })

  it('a preflight is answered for the headers that the widget sends', async () => {
    const response = await test.app.request('/v1/tickets', {
      method: 'OPTIONS',
      headers: { Origin: 'https://admin.shop.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-headers')).toContain('Idempotency-Key')
  })
})

describe('a check before sending (R23)', () => {
  it('says of an incomplete draft what the submission would refuse', async () => {
    const lacking = { subject: 'Письма', description: '', steps: [], screenshot: { attachments: [], links: [] } }
    const { status, body } = await post('/v1/tickets/check', { ...lacking, department: 'sales' })
    const refused = await post('/v1/tickets', { ...lacking, department: 'sales', locale: 'ru' })
    const blocks = body.findings.filter(({ severity }) => severity === 'block')
    expect(status).toBe(200)
    expect(blocks.length).toBeGreaterThan(0)
    expect(toCodes(refused.body.issues)).toEqual(toCodes(blocks))
  })

  it('finds the owner’s own open ticket about the same (R17)', async () => {
    const { body: sent } = await submit()
    const again = {
      subject: 'Письма о заказах',
      description: 'Покупатель так и не получает письмо после оформления заказа.',
    }
    const { body } = await post('/v1/tickets/check', again)
    expect(body['duplicates']).toEqual([
      { id: sent['id'], number: sent['number'], subject: draft.subject, status: 'new' },
    ])
    const { body: stranger } = await post('/v1/tickets/check', again, { who: { ...owner, userId: 'u2' } })
    expect(stranger['duplicates']).toEqual([])
  })

  it('takes an empty draft', async () => {
    expect((await post('/v1/tickets/check', {})).status).toBe(200)
  })
})
