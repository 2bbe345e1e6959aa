// Who is let in by what they bear. Every token is refused at every door, also where a guest would be welcome: silence
// would hide a broken integration.
import { createHmac, createPrivateKey, generateKeyPairSync, sign as signWith } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, identitySecret, noon, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

const seconds = noon / 1_000
const claims = {
  iss: 'test',
  aud: 'bilet',
  sub: 'u1',
  shop: 's1',
  plan: 'free',
  iat: seconds,
  exp: seconds + 600,
}
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hmac = (text: string, key: Uint8Array = identitySecret, hash = 'sha256') =>
  createHmac(hash, key).update(text).digest('base64url')

/** A token of these claims under this header, its signature made as `sign` makes it. */
function token(change: object = {}, header: object = {}, sign: (text: string) => string = hmac): string {
  const text = `${part({ alg: 'HS256', kid: 'k1', ...header })}.${part({ ...claims, ...change })}`
  return `${text}.${sign(text)}`
}

/** The same without the claim. */
const without = (name: keyof typeof claims) => token({ [name]: undefined })

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const byRsa = (text: string) =>
  signWith('sha256', Buffer.from(text), createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))).toString(
    'base64url',
  )

/** Another payload over the signature of this one. */
const forged = (change: object) => {
  const [header, , signature] = token().split('.')
  return `${header}.${part({ ...claims, ...change })}.${signature}`
}

const doors = ['/v1/support', '/v1/tickets', '/v1/staff/tickets', '/v1/staff/me'] as const

const statusesOf = (headers: Headers) =>
  Promise.all(doors.map(async (path) => (await test.app.request(path, { headers })).status))

const bearing = (authorization: string) => statusesOf(new Headers({ Authorization: authorization }))

it('the token that these are changes of is good', async () => {
  expect(await bearing(`Bearer ${token()}`)).toEqual([200, 200, 401, 401])
})

describe('is refused at every door:', () => {
  it.each<[string, () => string]>([
    ['alg none, without a signature', () => token({}, { alg: 'none' }, () => '')],
    ['alg None, with a signature', () => token({}, { alg: 'None' })],
    ['alg RS256 with the secret as its key', () => token({}, { alg: 'RS256' })],
    ['alg RS256 with a key of one’s own', () => token({}, { alg: 'RS256' }, byRsa)],
    [
      'alg HS256 with a public key as its secret',
      () =>
        token({}, {}, (text) => hmac(text, Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }).toString()))),
    ],
    [
      'alg HS512 with the right secret',
      () => token({}, { alg: 'HS512' }, (text) => hmac(text, identitySecret, 'sha512')),
    ],
    ['alg HS256 with an empty secret', () => token({}, {}, (text) => hmac(text, new Uint8Array(0)))],
    ['no alg', () => token({}, { alg: undefined })],
    ['no kid', () => token({}, { kid: undefined })],
    ['a kid that was retired', () => token({}, { kid: 'k0' })],
    ['a kid that is unknown', () => token({}, { kid: 'k2' })],
    [
      'a kid that leads to a file',
      () => token({}, { kid: '../../../../dev/null' }, (text) => hmac(text, new Uint8Array(0))),
    ],
    ['a kid that every object has', () => token({}, { kid: 'constructor' })],
    ['a list of kids', () => token({}, { kid: ['k1'] })],
    ['a key that it brings along', () => token({}, { kid: 'own', jwk: publicKey.export({ format: 'jwk' }) }, byRsa)],
    ['an address to fetch its key from', () => token({}, { kid: 'own', jku: 'https://evil.example/jwks.json' }, byRsa)],
    ['an extension that is critical', () => token({}, { crit: ['b64'], b64: false })],
    ['expired', () => token({ iat: seconds - 900, exp: seconds - 120 })],
    ['no exp', () => without('exp')],
    ['an exp in words', () => token({ exp: `${seconds + 600}` })],
    ['an endless exp', () => token({ exp: 1e308 })],
    ['an iat in the future', () => token({ iat: seconds + 300, exp: seconds + 600 })],
    ['no iat', () => without('iat')],
    ['another audience', () => token({ aud: 'billing' })],
    ['no audience', () => without('aud')],
    ['no issuer', () => without('iss')],
    ['a subject that is an object', () => token({ sub: { id: 'u1' } })],
    ['a subject that is a list', () => token({ sub: ['u1'] })],
    ['a subject that is a number', () => token({ sub: 1 })],
    ['an empty subject', () => token({ sub: '' })],
    ['a shop that is an object', () => token({ shop: { $ne: null } })],
    ['a plan that is a list', () => token({ plan: ['premium'] })],
    ['a plan of the page’s own', () => token({ plan: 'platinum' })],
    ['a plan forged over another’s signature', () => forged({ plan: 'premium' })],
    ['a shop forged over another’s signature', () => forged({ shop: 's2' })],
    ['a signature cut short', () => token().slice(0, -4)],
    ['no signature', () => `${token().split('.').slice(0, 2).join('.')}.`],
    ['two parts', () => token().split('.').slice(0, 2).join('.')],
    ['five parts', () => `${token()}.a.b`],
    ['ten thousand letters', () => 'a'.repeat(10_000)],
    ['a staff token cut short', () => staffToken.slice(0, -1)],
  ])('%s', async (_case, made) => {
    expect(await bearing(`Bearer ${made()}`)).toEqual([401, 401, 401, 401])
  })

  it.each([
    ['Basic', `Basic ${btoa('anna:password')}`],
    ['Basic with a good token', () => `Basic ${token()}`],
    ['Digest', 'Digest username="anna"'],
    ['nothing but the scheme', 'Bearer'],
    ['a token without a scheme', () => token()],
    ['two tokens with a space between', () => `Bearer ${token()} ${token()}`],
    ['an empty Authorization', ''],
    ['a token in quotes', () => `Bearer "${token()}"`],
  ])('%s', async (_case, header) => {
    expect(await bearing(typeof header === 'string' ? header : header())).toEqual([401, 401, 401, 401])
  })

  it('an Authorization that was sent twice, though each is good', async () => {
    const headers = new Headers()
    headers.append('Authorization', `Bearer ${token()}`)
    headers.append('Authorization', `Bearer ${staffToken}`)
    expect(await statusesOf(headers)).toEqual([400, 400, 400, 400])
  })
})

it('a token in the address is never read', async () => {
  for (const name of ['token', 'access_token', 'authorization']) {
    const asked = await Promise.all(
      [`/v1/tickets?${name}=${token()}`, `/v1/staff/tickets?${name}=${staffToken}`].map(async (path) =>
        test.app.request(path),
      ),
    )
    expect(asked.map(({ status }) => status)).toEqual([401, 401])
  }
})

it('a token opens its own door alone', async () => {
  expect(await bearing(`Bearer ${staffToken}`)).toEqual([401, 401, 200, 200])
})

it('the plan is what was signed, whatever the page says (R3)', async () => {
  const draft = {
    subject: 'Не приходят письма о заказе',
    description: 'После оформления заказа покупатель не получает письмо.',
    steps: ['Оформил тестовый заказ'],
    screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
    department: 'technical',
    locale: 'ru',
  }
  const send = async (body: object, path = '/v1/tickets') => {
    const headers = {
      Authorization: `Bearer ${await test.tokenFor({ ...owner, plan: 'free' })}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': 'plan',
      'X-Plan': 'premium',
    }
    const response = await test.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, code: ((await response.json()) as { code?: string }).code }
  }
  expect(await send(draft)).toEqual({ status: 403, code: 'department_not_in_plan' })
  expect(await send({ ...draft, plan: 'premium' })).toEqual({ status: 422, code: 'unknown_field' })
  expect(await send(draft, '/v1/tickets?plan=premium')).toMatchObject({ status: 400 })
})
