// Settings come from the environment and are whole or refused: nothing is guessed from a bad value.
import * as z from 'zod/mini'

const prefix = 'BILET_'

/** A setting that cannot be used. The message names it and says what is expected; it never holds a secret. */
export class SettingError extends Error {
  constructor(setting: string, expected: string) {
    super(`${setting}: ${expected}`)
  }
}

const Keys = z.record(z.string().check(z.minLength(1)), z.string().check(z.regex(/^[A-Za-z0-9+/_-]{22,}={0,2}$/)))

const StaffTokens = z.array(
  z.strictObject({
    name: z.string().check(z.minLength(1)),
    scopes: z.array(z.enum(['read', 'write', 'admin'])).check(z.minLength(1)),
    token: z.string().check(z.minLength(20)),
  }),
)
export type BootstrapToken = z.infer<typeof StaffTokens>[number]

const bySetting = {
  BILET_DATABASE_URL: databaseUrl,
  BILET_STORAGE_URL: (value: string | undefined) => value ?? 'fs:data/blobs',
  BILET_IDENTITY_KEYS: identityKeys,
  BILET_IDENTITY_ISSUER: (value: string | undefined) => value,
  BILET_STAFF_TOKENS: staffTokens,
  BILET_ALLOWED_ORIGINS: allowedOrigins,
  BILET_POLICY: (value: string | undefined) => value,
  BILET_SMTP_URL: smtpUrl,
  BILET_MAIL_FROM: (value: string | undefined) => value,
  BILET_TRUSTED_PROXIES: (value: string | undefined) => list(value),
  BILET_DEMO: demo,
  BILET_LOG_LEVEL: logLevel,
}

export type Config = {
  port: number
  host: string
  databaseUrl: string
  storageUrl: string
  /** Secrets that identity tokens are signed with, by key id. */
  identityKeys: Map<string, Uint8Array<ArrayBuffer>>
  identityIssuer: string | undefined
  staffTokens: BootstrapToken[]
  allowedOrigins: string[]
  policyPath: string | undefined
  smtpUrl: string | undefined
  mailFrom: string | undefined
  trustedProxies: string[]
  demo: boolean
  logLevel: string
}

type Environment = Record<string, string | undefined>

/** Reads every setting; throws `SettingError` for the first that is unknown or malformed. */
export function loadConfig(env: Environment): Config {
  const unknown = Object.keys(env).find((name) => name.startsWith(prefix) && !(name in bySetting))
  if (unknown) throw new SettingError(unknown, `no such setting; there are ${Object.keys(bySetting).join(', ')}`)
  const read = <K extends keyof typeof bySetting>(name: K) =>
    bySetting[name](env[name]?.trim() || undefined) as ReturnType<(typeof bySetting)[K]>
  return {
    port: port(env['PORT']),
    host: env['HOST'] || '127.0.0.1',
    databaseUrl: read('BILET_DATABASE_URL'),
    storageUrl: read('BILET_STORAGE_URL'),
    identityKeys: read('BILET_IDENTITY_KEYS'),
    identityIssuer: read('BILET_IDENTITY_ISSUER'),
    staffTokens: read('BILET_STAFF_TOKENS'),
    allowedOrigins: read('BILET_ALLOWED_ORIGINS'),
    policyPath: read('BILET_POLICY'),
    smtpUrl: read('BILET_SMTP_URL'),
    mailFrom: read('BILET_MAIL_FROM'),
    trustedProxies: read('BILET_TRUSTED_PROXIES'),
    demo: read('BILET_DEMO'),
    logLevel: read('BILET_LOG_LEVEL'),
  }
}

const list = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

function port(value: string | undefined): number {
  const number = Number(value || 8787)
  if (!Number.isInteger(number) || number < 0 || number > 65_534)
    throw new SettingError('PORT', 'a number from 0 to 65534')
  return number
}

function databaseUrl(value = 'sqlite:data/bilet.db'): string {
  if (!/^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(value))
    throw new SettingError('BILET_DATABASE_URL', 'sqlite:<path> or postgres://…')
  return value
}

function parseJson<T>(
  setting: string,
  schema: z.ZodMiniType<T>,
  value: string | undefined,
  expected: string,
): T | undefined {
  if (value === undefined) return undefined
  try {
    const parsed = schema.safeParse(JSON.parse(value))
    if (parsed.success) return parsed.data
  } catch {
    // Not JSON: told like any other wrong value.
  }
  throw new SettingError(setting, expected)
}

function identityKeys(value: string | undefined): Config['identityKeys'] {
  const expected = '{"kid":"base64 secret of at least 16 bytes"}'
  const keys = parseJson('BILET_IDENTITY_KEYS', Keys, value, expected) ?? {}
  return new Map(Object.entries(keys).map(([kid, secret]) => [kid, new Uint8Array(Buffer.from(secret, 'base64'))]))
}

function staffTokens(value: string | undefined): BootstrapToken[] {
  const expected = '[{"name":"anna","scopes":["read","write"],"token":"at least 20 characters"}]'
  return parseJson('BILET_STAFF_TOKENS', StaffTokens, value, expected) ?? []
}

function allowedOrigins(value: string | undefined): string[] {
  const origins = list(value ?? '*')
  const wrong = origins.find((origin) => origin !== '*' && (!URL.canParse(origin) || new URL(origin).origin !== origin))
  if (wrong !== undefined || origins.length === 0)
    throw new SettingError('BILET_ALLOWED_ORIGINS', 'origins such as https://shop.example, separated by commas, or *')
  return origins
}

function smtpUrl(value: string | undefined): string | undefined {
  if (value !== undefined && !/^smtps?:\/\/.+/.test(value))
    throw new SettingError('BILET_SMTP_URL', 'smtp://… or smtps://…')
  return value
}

function demo(value: string | undefined): boolean {
  if (value !== undefined && value !== '0' && value !== '1') throw new SettingError('BILET_DEMO', '1 or 0')
  return value === '1'
}

function logLevel(value = 'info'): string {
  if (!['debug', 'info', 'warn', 'error', 'silent'].includes(value))
    throw new SettingError('BILET_LOG_LEVEL', 'debug, info, warn, error or silent')
  return value
}
