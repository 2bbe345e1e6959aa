import { describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'

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
      BILET_IDENTITY_KEYS: '{"k1":"AAECAwQFBgcICQoLDA0ODw=="}',
      BILET_STAFF_TOKENS: '[{"name":"anna","scopes":["read"],"token":"a-token-of-twenty-chars"}]',
      BILET_ALLOWED_ORIGINS: 'https://shop.example, https://admin.example:8443',
    })
    expect([...(config.identityKeys.get('k1') ?? [])]).toEqual(Array.from({ length: 16 }, (_, byte) => byte))
    expect(config.staffTokens).toHaveLength(1)
    expect(config.allowedOrigins).toEqual(['https://shop.example', 'https://admin.example:8443'])
  })

  it.each([
    ['BILET_DATABSE_URL', 'sqlite:x.db'],
    ['BILET_DATABASE_URL', 'mysql://x'],
    ['BILET_IDENTITY_KEYS', 'not json'],
    ['BILET_IDENTITY_KEYS', '{"k1":"short"}'],
    ['BILET_STAFF_TOKENS', '[{"name":"anna","scopes":["root"],"token":"a-token-of-twenty-chars"}]'],
    ['BILET_ALLOWED_ORIGINS', 'https://shop.example/path'],
    ['BILET_SMTP_URL', 'http://mail'],
    ['BILET_DEMO', 'yes'],
    ['BILET_LOG_LEVEL', 'loud'],
    ['PORT', '99999'],
    ['PORT', 'web'],
  ])('%s=%s is refused and named', (setting, value) => {
    expect(() => loadConfig({ [setting]: value })).toThrow(setting)
  })

  it('never tell a secret in a refusal', () => {
    expect(() => loadConfig({ BILET_IDENTITY_KEYS: '{"k":"hunter2"}' })).toThrow(/^(?!.*hunter2)/)
  })
})
