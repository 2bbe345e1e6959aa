import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testClient } from 'hono/testing'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentity } from '../../src/http/identity.ts'
import { createDemoHost } from './demo-host.ts'

const widgetOrigin = 'http://127.0.0.1:8787'
const secret = new TextEncoder().encode('a secret of more than thirty-two bytes')
const now = Date.UTC(2026, 9, 1, 9)
const clock = () => now

const plans = ['free', 'standard', 'premium']

let assetsFolder: string
let host: ReturnType<typeof createDemoHost>

beforeAll(async () => {
  assetsFolder = await mkdtemp(join(tmpdir(), 'demo-panel-'))
  await writeFile(join(assetsFolder, 'admin.js'), 'export {}')
  await writeFile(join(assetsFolder, 'admin.css'), 'body { margin: 0 }')
  await writeFile(join(assetsFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  host = createDemoHost({
    widgetOrigin,
    identityKey: { kid: 'demo', secret },
    plans,
    clock,
    staffToken: 'staff-token',
    assetsFolder,
  })
})

afterAll(() => rm(assetsFolder, { recursive: true }))

const cookieOf = (persona: string) => ({ Cookie: `demo_persona=${persona}` })

const get = (path: string) => host.request(path)

const policyOf = (response: Response) => response.headers.get('Content-Security-Policy') ?? ''

async function tokenOf(persona?: string): Promise<string | null> {
  const response = await testClient(host).demo.token.$get({}, persona ? { headers: cookieOf(persona) } : {})
  return (await response.json()).token
}

const claimsOf = async (persona?: string) => decodeJwt((await tokenOf(persona)) ?? '')

describe('the page', () => {
  it('runs no code but its own tags and what the widget origin serves', async () => {
    const policy = policyOf(await get('/'))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}' http:\/\/127\.0\.0\.1:8787;/)
    expect(policy).toContain(`connect-src 'self' ${widgetOrigin}`)
    expect(policy).not.toContain('unsafe')
  })

  it('lets no string become code or markup', async () => {
    const policy = policyOf(await get('/'))
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toContain("trusted-types 'none'")
    expect(policy).toContain("base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  })

  it('has a new nonce each time, the same in the header and on both scripts', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await get('/')
        const [, inHeader] = /'nonce-([^']+)'/.exec(policyOf(response)) ?? []
        const onTags = [...(await response.text()).matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce)
        expect(onTags).toEqual([inHeader, inHeader])
        return inHeader
      }),
    )
    expect(new Set(nonces).size).toBe(2)
  })

  it('carries the widget as one tag that knows where tokens come from', async () => {
    const page = await (await get('/')).text()
    expect(page.match(/bilet\.js/g)).toHaveLength(1)
    expect(page).toContain(`src="${widgetOrigin}/bilet.js"`)
    expect(page).toContain('data-token-url="/demo/token"')
  })

  it.each(['/', '/orders', '/orders/20431', '/settings/domain', '/no/such/page'])(
    'opens at %s, so that a link into the panel can be shared and reloaded',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toContain('text/html')
      expect(await response.text()).toContain('id="admin"')
    },
  )

  it.each([
    ['admin.js', 'text/javascript'],
    ['admin.css', 'text/css'],
    ['favicon.svg', 'image/svg+xml'],
  ])('serves %s as %s', async (file, type) => {
    const response = await get(`/assets/${file}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toContain(type)
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('has no page where a file is missing', async () => {
    expect((await get('/assets/none.js')).status).toBe(404)
    expect((await get('/assets/..%2f..%2fetc%2fpasswd')).status).toBe(404)
  })
})

it.each(['http://evil.example/', 'http://bilet.internal:8788/', 'http://10.0.0.7:8788/'])(
  'nobody is handed anything under %s',
  async (origin) => {
    for (const path of ['', 'demo/session', 'demo/token', 'assets/admin.js'])
      expect((await host.request(origin + path)).status).toBe(403)
  },
)

describe('signing in', () => {
  it.each(['free', 'standard', 'premium'] as const)('the %s owner has a token of that plan', async (plan) => {
    const iat = Math.floor(now / 1000)
    expect(await claimsOf(plan)).toMatchObject({ iss: 'demo-prem-site', aud: 'bilet', plan, iat, exp: iat + 600 })
    expect(decodeProtectedHeader((await tokenOf(plan)) ?? '')).toMatchObject({ alg: 'HS256', kid: 'demo' })
  })

  it('the API believes the token', async () => {
    const identify = createIdentity({ plans, keys: new Map([['demo', secret]]), clock })
    expect(await identify((await tokenOf('premium')) ?? '')).toMatchObject({
      ok: true,
      caller: {
        kind: 'owner',
        userId: 'owner-3318',
        shop: 'samovar',
        plan: 'premium',
        email: 'marina@samovar.example',
        name: 'Марина Юдина',
      },
    })
  })

  it('gives each plan another owner of another shop', async () => {
    const claims = await Promise.all(['free', 'standard', 'premium'].map(claimsOf))
    expect(new Set(claims.map(({ sub }) => sub)).size).toBe(3)
    expect(new Set(claims.map(({ shop }) => shop)).size).toBe(3)
  })

  it('a guest has no token', async () => {
    expect(await tokenOf('guest')).toBeNull()
  })

  it.each([undefined, 'toString', 'admin'])('a visit with the cookie %s is the Standard owner', async (cookie) => {
    expect(await claimsOf(cookie)).toMatchObject({ plan: 'standard' })
  })

  it('the switch keeps the choice where scripts cannot read it', async () => {
    const response = await host.request('/demo/session/premium', { method: 'PUT' })
    expect(response.headers.get('Set-Cookie')).toBe('demo_persona=premium; Path=/; HttpOnly; SameSite=Lax')
    expect(await response.json()).toMatchObject({ persona: 'premium', owner: { plan: 'premium' } })
  })

  it('the switch knows no other personas', async () => {
    const response = await host.request('/demo/session/constructor', { method: 'PUT' })
    expect(response.status).toBe(404)
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })

  it('the page learns who is signed in and where the staff API is', async () => {
    const response = await host.request('/demo/session', { headers: cookieOf('guest') })
    expect(await response.json()).toEqual({
      persona: 'guest',
      owner: null,
      developer: { apiUrl: widgetOrigin, staffToken: 'staff-token' },
    })
  })
})
