import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'

const bytes = Array.from({ length: 32 }, (_, byte) => byte)
const secret = Buffer.from(bytes).toString('base64')

describe('settings', () => {
  it('run everything on the embedded default when nothing is set', () => {
    expect(loadConfig({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:data/bilet.db',
      storageUrl: 'fs:data/blobs',
      allowedOrigins: ['*'],
      demo: false,
    })
  })

  it('read keys, tokens and lists', () => {
    const config = loadConfig({
      BILET_IDENTITY_KEYS: JSON.stringify({ k1: secret }),
      BILET_STAFF_TOKENS: '[{"name":"anna","scopes":["read"],"token":"a-token-of-twenty-chars"}]',
      BILET_ALLOWED_ORIGINS: 'https://shop.example, https://admin.example:8443',
    })
    expect([...(config.identityKeys.get('k1') ?? [])]).toEqual(bytes)
    expect(config.staffTokens).toHaveLength(1)
    expect(config.allowedOrigins).toEqual(['https://shop.example', 'https://admin.example:8443'])
  })

  it('read keys and tokens in a form that no shell, unit file or container quotes', () => {
    const config = loadConfig({
      BILET_IDENTITY_KEYS: `2026:${secret},2027:${Buffer.alloc(48, 7).toString('base64url')}`,
      BILET_STAFF_TOKENS: 'anna:read+write:a-token-of-twenty-chars,oleg:admin:another-token-of-twenty',
    })
    expect([...config.identityKeys.keys()]).toEqual(['2026', '2027'])
    expect([...(config.identityKeys.get('2026') ?? [])]).toEqual(bytes)
    expect(config.staffTokens).toMatchObject([{ name: 'anna', scopes: ['read', 'write'] }, { scopes: ['admin'] }])
  })

  it('read limits in such a form too', () => {
    const limits = { guestTickets: 10, ownerSuggestions: 0 }
    expect(loadConfig({ BILET_LIMITS: 'guestTickets:10,ownerSuggestions:0' }).limits).toEqual(limits)
    expect(loadConfig({ BILET_LIMITS: 'guestTickets:10, ownerSuggestions:0,' }).limits).toEqual(limits)
    expect(loadConfig({ BILET_LIMITS: JSON.stringify(limits) }).limits).toEqual(limits)
  })

  it('take the origin of a sandboxed frame for one', () => {
    expect(loadConfig({ BILET_ALLOWED_ORIGINS: 'https://shop.example,null' }).allowedOrigins).toContain('null')
  })

  it.each<[string, string, RegExp]>([
    ['too short', `k1:${Buffer.alloc(31, 7).toString('base64')}`, /secret of "k1" has 31 bytes, at least 32/],
    ['no base64', `k1:${'ж'.repeat(50)}`, /secret of "k1" is not base64/],
    ['hex, which would pass for base64 of other bytes', `k1:${Buffer.alloc(32, 171).toString('hex')}`, /in hex/],
    ['robbed of its quotes by a shell', `{k1:${secret}}`, /quotes away/],
    ['nameless', secret, /kid:secret/],
  ])('a secret that is %s is refused with the command that makes one', (_case, value, says) => {
    expect(() => loadConfig({ BILET_IDENTITY_KEYS: value })).toThrow(says)
    expect(() => loadConfig({ BILET_IDENTITY_KEYS: value })).toThrow(/npm run bilet -- key create$/)
  })

  it.each([
    ['BILET_DATABSE_URL', 'sqlite:x.db'],
    ['BILET_DATABASE_URL', 'mysql://x'],
    ['BILET_IDENTITY_KEYS', 'not json'],
    ['BILET_IDENTITY_KEYS', '{"k1":"short"}'],
    ['BILET_IDENTITY_KEYS', '{"k1":"AAECAwQFBgcICQoLDA0ODw=="}'],
    ['BILET_TRUSTED_PROXIES', 'garbage'],
    ['BILET_TRUSTED_PROXIES', '10.0.0.1, loopback'],
    ['BILET_LIMITS', '{"guestTicket":1}'],
    ['BILET_LIMITS', '{"guestTickets":-1}'],
    ['BILET_LIMITS', 'guestTicket:1'],
    ['BILET_LIMITS', 'guestTickets'],
    ['BILET_LIMITS', 'guestTickets:-1'],
    ['BILET_LIMITS', 'guestTickets:10:3'],
    ['BILET_LIMITS', '10'],
    ['BILET_LIMITS_STORE', 'postgres'],
    ['BILET_STAFF_TOKENS', '[{"name":"anna","scopes":["root"],"token":"a-token-of-twenty-chars"}]'],
    ['BILET_ALLOWED_ORIGINS', 'https://shop.example/path'],
    ['BILET_SMTP_URL', 'http://mail'],
    ['BILET_DEMO', 'yes'],
    ['BILET_PUBLIC_URL', 'help.example'],
    ['BILET_PUBLIC_URL', 'https://help.example/path'],
    ['BILET_LOG_LEVEL', 'loud'],
    ['PORT', '99999'],
    ['PORT', 'web'],
  ])('%s=%s is refused and named', (setting, value) => {
    expect(() => loadConfig({ [setting]: value })).toThrow(setting)
  })

  it.each([
    [{ NODE_ENV: 'production' }],
    [{ HOST: '0.0.0.0' }],
    [{ HOST: '192.168.1.7' }],
    [{ HOST: '::' }],
    [{ HOST: 'desk.internal' }],
  ])('the demo does not start where others could reach it: %j', (env) => {
    expect(() => loadConfig({ BILET_DEMO: '1', ...env })).toThrow(/^BILET_DEMO/)
    expect(loadConfig({ BILET_DEMO: '0', ...env }).demo).toBe(false)
  })

  it.each(['127.0.0.1', 'localhost', '::1'])('the demo starts on this machine: %s', (host) => {
    expect(loadConfig({ BILET_DEMO: '1', HOST: host }).demo).toBe(true)
  })

  it('never tell a secret in a refusal', () => {
    expect(() => loadConfig({ BILET_IDENTITY_KEYS: '{"k":"hunter2"}' })).toThrow(/^(?!.*hunter2)/)
  })
})
