import { expect, test } from 'vitest'
import { createSession } from '../src/panel/models/session.ts'
import type { SessionDeps, Token } from '../src/panel/models/session.ts'

const minute = 60_000

const token = (sub: string, iat = 0) =>
  ['{}', JSON.stringify({ iss: 'хост', sub, shop: 'чай', iat, exp: iat + 900 })]
    .map((part) => btoa(String.fromCharCode(...new TextEncoder().encode(part))))
    .join('.')

function openSession(deps: Partial<SessionDeps>, given: Token[] = []) {
  let time = 0
  let fetches = 0
  const session = createSession({
    token: undefined,
    tokenUrl: null,
    now: () => time,
    fetchToken: async () => {
      fetches++
      return given.shift()
    },
    ...deps,
  })
  return { session, fetches: () => fetches, pass: (ms: number) => void (time += ms) }
}

test('a page that names no owner has a guest', async () => {
  const { session } = openSession({})
  expect(session.scope.value).toBe('guest')
  expect(await session.token()).toEqual({ ok: true, value: null })
})

test('the owner is known by issuer, shop and user, whatever their letters', () => {
  const { session } = openSession({ token: token('вера') })
  expect(session.scope.value?.split(':').map(decodeURIComponent)).toEqual(['user', 'хост', 'чай', 'вера'])
})

test('a token from the page is asked for once, whoever wants it', async () => {
  const { session, fetches } = openSession({ tokenUrl: '/token' }, [token('vera')])
  expect(session.scope.value).toBeNull()
  await Promise.all([session.token(), session.token(), session.renew()])
  expect(fetches()).toBe(1)
  expect(session.isSignedIn.value).toBe(true)
})

test('a token is renewed before it expires', async () => {
  const [first, second] = [token('vera'), token('vera', 840)]
  const { session, fetches, pass } = openSession({ tokenUrl: '/token', token: first }, [second])
  pass(13 * minute)
  expect(await session.token()).toEqual({ ok: true, value: first })
  pass(2 * minute)
  expect(await session.token()).toEqual({ ok: true, value: second })
  expect(fetches()).toBe(1)
})

test('an owner whose sign-in cannot be renewed keeps their place', async () => {
  const { session } = openSession({ tokenUrl: '/token', token: token('vera') }, [null])
  const before = session.scope.value
  expect(await session.renew()).toBe(false)
  expect(session.isLost.value).toBe(true)
  expect(session.scope.value).toBe(before)
})

test('without an answer from the page nobody passes for a guest', async () => {
  const { session } = openSession({ tokenUrl: '/token' }, [undefined])
  expect(await session.token()).toMatchObject({ ok: false, failure: { code: 'sign_in_unavailable' } })
})

test('an owner who has signed out is not signed in again by the page', async () => {
  const { session, fetches } = openSession({ tokenUrl: '/token', token: token('vera') }, [token('vera')])
  session.identify(null)
  expect(await session.token()).toEqual({ ok: true, value: null })
  expect(fetches()).toBe(0)
})

test.each(['', 'x', 'a.b.c', 'e30.bm90IGpzb24.x'])('a token that is none leaves the device to guests: %s', (text) => {
  expect(openSession({ token: text }).session.scope.value).toBe('guest')
})

test('a guest’s letter is their word until the desk refuses it; an owner who signs in needs none', async () => {
  const letter: NonNullable<SessionDeps['letter']> = { link: { token: 'guest.a.b.c' } }
  const { session } = openSession({ letter })
  expect(session.scope.value).toBe('guest')
  expect(await session.token()).toEqual({ ok: true, value: 'guest.a.b.c' })
  expect(await session.renew()).toBe(true)
  expect(await session.token()).toEqual({ ok: true, value: null })
  expect(await session.renew()).toBe(false)
  letter.link = { token: 'guest.a.b.d' }
  session.identify({ token: token('vera') })
  expect(await session.token()).toEqual({ ok: true, value: token('vera') })
})

test('what was asked for one owner is not done by the token of another who has signed in meanwhile', async () => {
  const { session, pass } = openSession({ token: token('vera'), tokenUrl: '/token' }, [token('igor'), token('oleg')])
  pass(900_000)
  expect((await session.token()).ok).toBe(false)
  expect(session.scope.value).toContain('igor')
  expect(await session.renew()).toBe(false)
  expect((await session.token()).ok).toBe(true)
})
