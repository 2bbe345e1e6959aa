// Who gets in, until when, and from where.
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStaffTokens } from '../../src/staff/staff-tokens.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createDesk } from '../support/desk.ts'
import { createTestApp, identitySecret, noon, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await createTestApp({ allowedOrigins: ['https://admin.shop.example'], publicOrigin: 'https://help.example' })
})
afterEach(() => test.close())

const asStaff = (method: string, path: string, body?: object, token = staffToken) =>
  test.app.request(`/v1/staff${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })

/** A staff token of this name. */
const given = async (name: string) =>
  (await (await asStaff('POST', '/tokens', { name, scopes: ['read'] })).json()) as { id: string; token: string }

async function streamOf(token: string) {
  const stream = await asStaff('GET', '/events', undefined, token)
  expect(stream.status).toBe(200)
  return stream
}

describe('revoking a token', () => {
  it('a stream that was opened with a token ends when the token is revoked, and so does a second one', async () => {
    const made = await given('Олег')
    const streams = [await streamOf(made.token), await streamOf(made.token)]
    expect((await asStaff('DELETE', `/tokens/${made.id}`)).status).toBe(204)
    test.at(noon + 5_000)
    for (const said of await Promise.all(streams.map((stream) => stream.text()))) expect(said).toContain(': open')
    expect((await asStaff('GET', '/events', undefined, made.token)).status).toBe(401)
  })

  it('a stream that was opened with a token ends when the token expires', async () => {
    const until = noon + 60_000
    const body = { name: 'Олег', scopes: ['read'], expiresAt: new Date(until).toISOString() }
    const made = (await (await asStaff('POST', '/tokens', body)).json()) as { token: string }
    const stream = await streamOf(made.token)
    test.at(until)
    expect(await stream.text()).toContain(': open')
    expect((await asStaff('GET', '/events', undefined, made.token)).status).toBe(401)
  })

  it('takes no other token of the desk along, nor its stream', async () => {
    const [revoked, kept] = [await given('Олег'), await given('Вера')]
    const [ended, stream] = [await streamOf(revoked.token), await streamOf(kept.token)]
    await asStaff('DELETE', `/tokens/${revoked.id}`)
    test.at(noon + 5_000)
    await ended.text()
    const { id } = await createDesk(test).submit()
    let said = ''
    for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      said += chunk
      if (said.includes(id)) break
    }
    expect(said).toContain('event: submitted')
    expect((await asStaff('GET', '/tickets', undefined, kept.token)).status).toBe(200)
  })
})

it('a token that the demo’s admin made opens no desk after it', async () => {
  const database = createSqlite(':memory:')
  await migrate(database)
  const options = { clock: () => noon, newId: () => 'id' }
  const demo = createStaffTokens(database, { ...options, isForgetful: true })
  const made = await demo.create('Анна', ['admin'])
  if (!made) throw new Error('nobody has that name yet')
  const { token, id } = made
  expect(await demo.verify(token)).toMatchObject({ name: 'Анна' })
  expect((await demo.list()).map((one) => one.name)).toEqual(['Анна'])
  expect(await createStaffTokens(database, options).verify(token)).toBeNull()
  expect(await demo.revoke(id)).toBe(true)
  expect(await demo.verify(token)).toBeNull()
  await database.close()
})

describe('the origin of a page', () => {
  const from = async (origin: string, url: string) =>
    (await test.app.request(url, { headers: { Origin: origin, Host: new URL(url).host } })).status

  it.each([
    ['that is allowed', 'https://admin.shop.example', 'http://127.0.0.1:8787/v1/support', 200],
    [
      'that is the desk’s own, behind a proxy that ends TLS',
      'https://help.example',
      'http://10.0.0.7:8787/v1/support',
      200,
    ],
    ['that is this machine’s', 'http://localhost:8787', 'http://localhost:8787/v1/support', 200],
    ['whose Host is made up to match', 'http://evil.example', 'http://evil.example/v1/support', 403],
    [
      'that leads here by a name of its own',
      'http://rebound.example:8787',
      'http://rebound.example:8787/v1/support',
      403,
    ],
    ['that begins like an allowed one', 'https://admin.shop.example.evil.example', 'http://127.0.0.1/v1/support', 403],
    ['that is nobody’s', 'null', 'http://127.0.0.1/v1/support', 403],
  ])('%s', async (_case, origin, url, status) => {
    expect(await from(origin, url)).toBe(status)
  })
})

describe('the page that an owner was on', () => {
  const check = (pageUrl: string, path = '/v1/tickets/check') =>
    test.app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject: 'Корзина', pageUrl }),
    })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https:evil',
    'https://shop.example/\u202egnp.exe',
    'http://shop.example/ onclick=x',
    '',
  ])('is none of %j', async (pageUrl) => {
    for (const path of ['/v1/tickets/check', '/v1/suggestions']) {
      const refused = await check(pageUrl, path)
      expect(refused.status).toBe(422)
      expect(await refused.json()).toMatchObject({ code: 'invalid_url', issues: [{ path: 'pageUrl' }] })
    }
  })

  it.each(['https://shop.example/admin?x=1#y', 'http://127.0.0.1:8788/orders', 'https://магазин.рф/заказы'])(
    'may be %s',
    async (pageUrl) => {
      expect((await check(pageUrl)).status).toBe(200)
    },
  )
})

describe('whoever signs tokens is told what is wrong with one, in the log and at work, and strangers never:', () => {
  const now = noon / 1_000
  const token = (change: object) =>
    new SignJWT({
      iss: 'test',
      aud: 'bilet',
      sub: 'u1',
      shop: 's1',
      plan: 'premium',
      iat: now - 10,
      exp: now + 600,
      ...change,
    })
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .sign(identitySecret)

  /** The answer to a token at this level of the log, and what the log holds besides the requests. */
  async function told(bad: string, logLevel: 'debug' | 'info') {
    const lines: { fields: object; message: string }[] = []
    const record = (fields: object, message: string) => void (message !== 'request' && lines.push({ fields, message }))
    const log = { info: record, warn: record, error: record, child: () => log }
    const desk = await createTestApp({ logLevel, log })
    try {
      const answer = await desk.app.request('/v1/support', { headers: { Authorization: `Bearer ${bad}` } })
      return { status: answer.status, body: (await answer.json()) as object, lines }
    } finally {
      await desk.close()
    }
  }

  it.each([
    ['expired', { iat: now - 400, exp: now - 100 }, 'token_expired', 'expired 100 s ago'],
    ['for another audience', { aud: 'x' }, 'token_invalid', 'aud is "x"'],
    ['of no such plan', { plan: 'Premium' }, 'token_invalid', 'plan is "Premium", not one of free, standard, premium'],
  ])('%s', async (_case, change, code, reason) => {
    const bad = await token(change)
    const [open, shut] = [await told(bad, 'debug'), await told(bad, 'info')]
    expect(open).toMatchObject({ status: 401, body: { code, detail: reason } })
    expect(shut).toMatchObject({ status: 401, body: { code } })
    expect(shut.body).not.toHaveProperty('detail')
    for (const { lines } of [open, shut]) {
      expect(lines).toEqual([{ fields: { code, reason }, message: 'identity token refused' }])
      expect(JSON.stringify(lines)).not.toContain(bad.slice(-20))
    }
  })

  it('with an e-mail that is null', async () => {
    const good = await token({ email: null })
    const notes = ['email is null: left out']
    const [open, shut] = [await told(good, 'debug'), await told(good, 'info')]
    expect(open).toMatchObject({ status: 200, body: { caller: { kind: 'owner' }, identityNotes: notes } })
    expect(shut).toMatchObject({ status: 200, body: { caller: { kind: 'owner' } } })
    expect(shut.body).not.toHaveProperty('identityNotes')
    for (const { lines } of [open, shut])
      expect(lines).toEqual([{ fields: { notes }, message: 'identity token taken in part' }])
  })
})
