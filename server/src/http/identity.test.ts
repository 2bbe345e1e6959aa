import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createIdentity } from './identity.ts'

const secret = new TextEncoder().encode('a secret of this test, long enough')
const now = Date.parse('2026-03-01T12:00:00Z')
const seconds = now / 1000
const plans = ['free', 'standard', 'premium']
const verify = createIdentity({ plans, keys: new Map([['k1', secret]]), clock: () => now })

const claims = {
  sub: 'u1',
  shop: 's1',
  plan: 'premium',
  iss: 'prem-site',
  aud: 'bilet',
  iat: seconds,
  exp: seconds + 600,
}

const sign = (changes: Record<string, unknown> = {}, header = { alg: 'HS256', kid: 'k1' }, key = secret) =>
  new SignJWT({ ...claims, ...changes }).setProtectedHeader(header).sign(key)

describe('an identity token', () => {
  it('tells who the owner is and which plan they pay for (R3)', async () => {
    const token = await sign({ email: 'anna@shop.example', name: 'Анна' })
    expect(await verify(token)).toMatchObject({
      ok: true,
      caller: {
        kind: 'owner',
        issuer: 'prem-site',
        userId: 'u1',
        shop: 's1',
        plan: 'premium',
        email: 'anna@shop.example',
        name: 'Анна',
      },
    })
  })

  it.each<[string, Record<string, unknown>]>([
    ['aud may be a list', { aud: ['other', 'bilet'] }],
    ['a clock 30 seconds ahead', { iat: seconds + 30, exp: seconds + 600, nbf: seconds + 30 }],
    ['expired 30 seconds ago, within the skew', { iat: seconds - 600, exp: seconds - 30 }],
  ])('is believed: %s', async (_case, changes) => {
    expect(await verify(await sign(changes))).toMatchObject({ ok: true })
  })

  it.each<[string, Record<string, unknown>]>([
    ['for another audience', { aud: 'other' }],
    ['that lives longer than 15 minutes', { exp: seconds + 901 }],
    ['from the future', { iat: seconds + 120, exp: seconds + 600 }],
    ['not valid yet', { nbf: seconds + 300 }],
    ['without an issuer', { iss: undefined }],
    ['with an empty issuer', { iss: '' }],
    ['of an unknown plan', { plan: 'gold' }],
    ['without a shop', { shop: undefined }],
    ['whose user would pass for a guest', { sub: 'guest:anna@shop.example' }],
    ['without an expiry', { exp: undefined }],
  ])('is refused: %s', async (_case, changes) => {
    expect(await verify(await sign(changes))).toMatchObject({ ok: false, code: 'token_invalid' })
  })

  it('that was believed before expires like any other', async () => {
    let time = now
    const verifyAt = createIdentity({ plans, keys: new Map([['k1', secret]]), clock: () => time })
    const token = await sign()
    expect(await verifyAt(token)).toMatchObject({ ok: true })
    time = (claims.exp + 59) * 1000
    expect(await verifyAt(token)).toMatchObject({ ok: true })
    time = (claims.exp + 60) * 1000
    expect(await verifyAt(token)).toMatchObject({ ok: false, code: 'token_expired' })
  })

  it('says so when it is only too old, so that the page can fetch another', async () => {
    expect(await verify(await sign({ iat: seconds - 900, exp: seconds - 61 }))).toMatchObject({
      ok: false,
      code: 'token_expired',
    })
  })

  it('is refused under an unknown key, another secret, another algorithm or none', async () => {
    const unsigned = `${btoa('{"alg":"none","kid":"k1"}')}.${btoa(JSON.stringify(claims))}.`
    const tokens = [
      await sign({}, { alg: 'HS256', kid: 'k2' }),
      await sign({}, { alg: 'HS256', kid: 'k1' }, new TextEncoder().encode('another secret, as long as the first')),
      await sign({}, { alg: 'HS512', kid: 'k1' }),
      unsigned,
      'not.a.token',
    ]
    for (const token of tokens) expect(await verify(token)).toMatchObject({ ok: false, code: 'token_invalid' })
  })

  it('must come from the issuer that is named, where one is', async () => {
    const strict = createIdentity({ plans, keys: new Map([['k1', secret]]), issuer: 'prem-site', clock: () => now })
    expect(await strict(await sign())).toMatchObject({ ok: true })
    expect(await strict(await sign({ iss: 'elsewhere' }))).toMatchObject({ ok: false })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['an address of words', { email: 'позвоните мне' }, 'email is no such thing (13 letters): left out'],
    ['an empty address', { email: '' }, 'email is empty: left out'],
    ['null for an address', { email: null }, 'email is null: left out'],
    ['a number for an address', { email: 7 }, 'email is a number: left out'],
    ['a list of addresses', { email: 'a@x.example,b@x.example' }, 'email is no such thing (23 letters): left out'],
    ['a name of 201 letters', { name: 'я'.repeat(201) }, 'name is no such thing (201 letters): left out'],
    ['null for a name', { name: null }, 'name is null: left out'],
  ])('with %s still says who the owner is', async (_case, changes, note) => {
    const verdict = await verify(await sign(changes))
    expect(verdict).toMatchObject({ ok: true, caller: { userId: 'u1' }, notes: [note] })
    expect(verdict.ok && Object.keys(verdict.caller)).not.toContain(Object.keys(changes)[0])
  })

  it.each(['анна@почта.рф', 'info@xn--80arbjktj.xn--p1ai', 'пошта@крамниця.укр', 'o.neil+shop@mail.example'])(
    'may give the address %s',
    async (email) => {
      expect(await verify(await sign({ email }))).toMatchObject({ ok: true, caller: { email }, notes: [] })
    },
  )

  it.each<[string, () => Promise<string>, string]>([
    ['its age', () => sign({ iat: seconds - 700, exp: seconds - 100 }), 'expired 100 s ago'],
    ['its audience', () => sign({ aud: 'x' }), 'aud is "x"'],
    ['its plan', () => sign({ plan: 'Premium' }), 'plan is "Premium", not one of free, standard, premium'],
    ['a claim that is missing', () => sign({ shop: undefined }), 'shop is missing'],
    ['no expiry', () => sign({ exp: undefined }), 'exp is missing'],
    ['a long life', () => sign({ exp: seconds + 3_600 }), 'it lives 3600 s, more than 900'],
    ['a fast clock', () => sign({ iat: seconds + 90, exp: seconds + 600 }), "iat is 90 s ahead of the desk's clock"],
    ['its key', () => sign({}, { alg: 'HS256', kid: 'k9' }), 'kid is not one of k1'],
    ['its algorithm', () => sign({}, { alg: 'HS512', kid: 'k1' }), 'alg is not HS256'],
    [
      'its secret',
      () => sign({}, { alg: 'HS256', kid: 'k1' }, new TextEncoder().encode('another secret, as long as the first')),
      'the signature was not made with the key that kid names',
    ],
    ['what is no token', () => Promise.resolve('not.a.token'), 'not a signed JWT'],
  ])('tells its integrator of %s', async (_case, token, reason) => {
    expect(await verify(await token())).toMatchObject({ ok: false, reason })
  })

  it('is taken under either of two keys that live at once', async () => {
    const next = new TextEncoder().encode('the secret that comes after this one')
    const both = createIdentity({
      plans,
      keys: new Map([
        ['k1', secret],
        ['k2', next],
      ]),
      clock: () => now,
    })
    expect(await both(await sign())).toMatchObject({ ok: true })
    expect(await both(await sign({}, { alg: 'HS256', kid: 'k2' }, next))).toMatchObject({ ok: true })
    expect(await both(await sign({}, { alg: 'HS256', kid: 'k2' }))).toMatchObject({ ok: false })
  })
})
