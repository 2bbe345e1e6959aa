// How often whom may do what: each route says so, refuses what is over, and never lets one caller spend another's.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { Database } from '../../src/database/database.ts'
import { createDatabaseWindow, forgetSpent } from '../../src/limits/database-window.ts'
import { createLimits } from '../../src/limits/limits.ts'
import { isLimitName, rules } from '../../src/limits/rules.ts'
import type { LimitName } from '../../src/limits/rules.ts'
import { engines } from '../support/engines.ts'
import type { RunningEngine } from '../support/engines.ts'
import { createTestApp, owner, staffToken } from '../support/test-app.ts'
import type { TestApp } from '../support/test-app.ts'

let test: TestApp
afterEach(() => test.close())

type Who = VerifiedCaller | 'guest' | 'link' | 'staff' | 'stranger'
type Asking = { method?: string; path: string; who: Who; body?: object }

let ticket = 'x'
const tokenOf = async (who: Who) => {
  if (who === 'guest') return undefined
  if (who === 'staff') return staffToken
  if (who === 'link') return test.deps.guestLinks.give(ticket)
  return who === 'stranger' ? 'not-a-token-that-anybody-gave' : test.tokenFor(who)
}

let keys = 0
async function ask({ method = 'GET', path, who, body }: Asking): Promise<Response> {
  const token = await tokenOf(who)
  const response = await test.app.request(path, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': `k${++keys}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  await response.clone().text()
  return response
}

const statusesOf = async (asking: Asking, times: number) => {
  const statuses: number[] = []
  for (let time = 0; time < times; time++) statuses.push((await ask(asking)).status)
  return statuses
}

const suggestion = { method: 'POST', path: '/v1/suggestions', body: { subject: 'домен' } }
const checked = { method: 'POST', path: '/v1/tickets/check', body: { subject: 'домен' } }
const sent = { method: 'POST', path: '/v1/tickets', body: {} }
const written = { method: 'POST', path: '/v1/tickets/x/messages', body: { text: 'да' } }
const uploaded = { method: 'POST', path: '/v1/attachments', body: {} }
const told = { method: 'POST', path: '/v1/articles/x/feedback', body: { queryId: 'q', outcome: 'solved' } }

const doors: [LimitName, Asking][] = [
  ['guestSuggestions', { ...suggestion, who: 'guest' }],
  ['guestChecks', { ...checked, who: 'guest' }],
  ['guestTickets', { ...sent, who: 'guest' }],
  ['guestMessages', { ...written, who: 'link' }],
  ['guestUploads', { ...uploaded, who: 'guest' }],
  ['guestReads', { path: '/v1/support', who: 'guest' }],
  ['guestWrites', { ...told, who: 'guest' }],
  ['ownerSuggestions', { ...suggestion, who: owner }],
  ['ownerChecks', { ...checked, who: owner }],
  ['ownerTickets', { ...sent, who: owner }],
  ['ownerMessages', { ...written, who: owner }],
  ['ownerUploads', { ...uploaded, who: owner }],
  ['ownerReads', { path: '/v1/tickets', who: owner }],
  ['ownerWrites', { ...told, who: owner }],
  ['staffReads', { path: '/v1/staff/tickets', who: 'staff' }],
  ['staffWrites', { method: 'POST', path: '/v1/staff/tickets/bulk', body: {}, who: 'staff' }],
  ['failedTokens', { path: '/v1/staff/tickets', who: 'stranger' }],
  ['failedTokens', { path: '/v1/support', who: 'stranger' }],
  ['operations', { path: '/healthz', who: 'guest' }],
]

/** Quotas in bytes are met by what is uploaded: with pictures, where those are tested. */
const elsewhere: Partial<Record<LimitName, string>> = {
  guestUploadBytes: '../guest-pictures.test.ts',
  ownerUploadBytes: 'uploads.test.ts',
}

it('each limit is met here, or by the test that is named for it', async () => {
  test = await createTestApp()
  const here = new Set(doors.map(([name]) => name))
  const names = Object.keys(rules).filter(isLimitName)
  expect(names.filter((name) => !here.has(name) && elsewhere[name] === undefined)).toEqual([])
  for (const [name, file] of Object.entries(elsewhere))
    expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toContain(`{ ${name}: `)
})

const policy = { ...premSite, guest: { ...premSite.guest, pictures: true } }

describe.each(doors)('the limit %s', (name, asking) => {
  it('is counted by address where nobody is known, and by person, token or ticket where somebody is', async () => {
    let address = '203.0.113.1'
    test = await createTestApp({ policy, limits: { [name]: 1 }, address: () => address })
    const [first, over] = await statusesOf(asking, 2)
    expect([first === 429, over]).toEqual([false, 429])
    address = '203.0.113.2'
    const [elsewhereToo] = await statusesOf(asking, 1)
    expect(elsewhereToo === 429).toBe(asking.who !== 'guest' && asking.who !== 'stranger')
  })

  it('is told, and met with 429 and the seconds to wait', async () => {
    test = await createTestApp({ policy, limits: { [name]: 3 } })
    const usual = await statusesOf(asking, 3)
    expect(usual).not.toContain(429)
    const over = await ask(asking)
    expect(over.status).toBe(429)
    expect(await over.json()).toMatchObject({ code: 'rate_limited' })
    expect(Number(over.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1)
    expect(Number(over.headers.get('Retry-After'))).toBeLessThanOrEqual(60)
    expect(over.headers.get('RateLimit-Policy')).toBe(`"${name}";q=3;w=60`)
    expect(over.headers.get('RateLimit')).toMatch(new RegExp(`^"${name}";r=0;t=\\d+$`))
  })
})

it('every limit can be switched off', async () => {
  test = await createTestApp({ limits: { ownerReads: 1, guestReads: 0 } })
  expect(await statusesOf({ path: '/v1/tickets', who: owner }, 2)).toEqual([200, 429])
  expect(new Set(await statusesOf({ path: '/v1/support', who: 'guest' }, 50))).toEqual(new Set([200]))
  expect((await ask({ path: '/v1/support', who: 'guest' })).headers.get('RateLimit')).toBeNull()
})

it('four hundred suggestions of one guest within a minute meet 429, and an honest hundred do not', async () => {
  test = await createTestApp({ limits: { guestSuggestions: rules.guestSuggestions.points } })
  const statuses = await statusesOf({ ...suggestion, who: 'guest' }, 400)
  expect(statuses.indexOf(429)).toBeGreaterThan(100)
  // Also across the seam of two windows: twice the limit is less than four hundred.
  expect(2 * rules.guestSuggestions.points).toBeLessThan(400)
})

describe('a limit is spent by its caller alone', () => {
  it('owners are told apart, also behind one address', async () => {
    test = await createTestApp({ limits: { ownerReads: 1 } })
    const [first, second] = [owner, { ...owner, shop: 's2' }]
    expect(await statusesOf({ path: '/v1/tickets', who: first }, 2)).toEqual([200, 429])
    expect(await statusesOf({ path: '/v1/tickets', who: second }, 1)).toEqual([200])
  })

  it('one route by another', async () => {
    test = await createTestApp({ limits: { ownerReads: 1 } })
    expect(await statusesOf({ path: '/v1/tickets', who: owner }, 2)).toEqual([200, 429])
    expect(await statusesOf({ path: '/v1/support', who: owner }, 1)).toEqual([200])
  })

  it('a guest with a /64 of addresses is one guest, their neighbour another', async () => {
    let address = '2001:db8:7:1::1'
    test = await createTestApp({ limits: { guestReads: 1 }, address: () => address })
    const asking: Asking = { path: '/v1/support', who: 'guest' }
    expect(await statusesOf(asking, 1)).toEqual([200])
    address = '2001:db8:7:1:ffff::2'
    expect(await statusesOf(asking, 1)).toEqual([429])
    address = '2001:db8:7:2::1'
    expect(await statusesOf(asking, 1)).toEqual([200])
  })

  it.each([
    ['guestTickets', sent],
    ['guestChecks', checked],
    ['guestSuggestions', suggestion],
    ['guestReads', { path: '/v1/support' }],
  ])('a guest who holds the links of many tickets is one guest: %s', async (name, asking) => {
    test = await createTestApp({ limits: { [name]: 1 } })
    const statuses: number[] = []
    for (ticket of ['one', 'two', 'three']) statuses.push(...(await statusesOf({ ...asking, who: 'link' }, 1)))
    expect(statuses.map((status) => status === 429)).toEqual([false, true, true])
    expect(await statusesOf({ ...asking, who: 'guest' }, 1)).toEqual([429])
  })

  it('wrong tokens do not keep the right one out', async () => {
    test = await createTestApp({ limits: { failedTokens: 1 } })
    expect(await statusesOf({ path: '/v1/staff/tickets', who: 'stranger' }, 2)).toEqual([401, 429])
    expect(await statusesOf({ path: '/v1/staff/tickets', who: 'staff' }, 1)).toEqual([200])
    expect(await statusesOf({ path: '/v1/tickets', who: owner }, 1)).toEqual([200])
  })
})

describe.each(engines)('limits that are counted in $name', (engine) => {
  it('hold over all processes, and leave nothing behind', { timeout: 120_000 }, async () => {
    const running: RunningEngine = await engine.start()
    test = await createTestApp()
    const opened: Database[] = []
    try {
      const place = await running.newDesk()
      const processes = await Promise.all([0, 1, 2].map(() => running.connect(place)))
      opened.push(...processes)
      const limits = processes.map((database) =>
        createLimits({ settings: { guestTickets: 30 }, openShared: createDatabaseWindow(database) }),
      )
      const spent = await Promise.all(
        Array.from({ length: 20 }).flatMap(() => limits.map((one) => one.spend('guestTickets', '203.0.113.9'))),
      )
      expect(spent.filter((one) => one?.isOver === false)).toHaveLength(30)
      const [database] = processes
      const rows = () => database!.query<{ key: string }>({ sql: 'select key from rate_limits', parameters: [] })
      expect(JSON.stringify(await rows())).not.toContain('203.0.113.9')
      await database!.batch([forgetSpent(Date.now() + 61_000)])
      expect(await rows()).toEqual([])
    } finally {
      await Promise.all(opened.map((database) => database.close()))
      await running.stop()
    }
  })
})

it('a store that is away does not let everything in', async () => {
  test = await createTestApp()
  const troubles: unknown[] = []
  const limits = createLimits({
    settings: { guestTickets: 2 },
    openShared: () => () => Promise.reject(new Error('away')),
    onTrouble: (error) => troubles.push(error),
  })
  const spent = [0, 1, 2].map(() => limits.spend('guestTickets', 'a'))
  expect((await Promise.all(spent)).map((one) => one?.isOver)).toEqual([false, false, true])
  expect(troubles).toHaveLength(3)
})
