// Settings come from the environment and are whole or refused: nothing is guessed from a bad value.
import * as z from 'zod/mini'
import { parseIdentityKeys } from './identity-keys.ts'
import { isAddressRange } from './http/address.ts'
import { isLoopback } from './util/loopback.ts'
import type { LimitSettings } from './limits/limits.ts'
import { isLimitName, rules } from './limits/rules.ts'
import type { LimitName } from './limits/rules.ts'
import { mailSettings } from './notify/mail-settings.ts'
import type { MailSettings } from './notify/mail-settings.ts'
import { SettingError } from './setting-error.ts'

const prefix = 'BILET_'

const StaffTokens = z.array(
  z.strictObject({
    name: z.string().check(z.minLength(1)),
    scopes: z.array(z.enum(['read', 'write', 'admin'])).check(z.minLength(1)),
    token: z.string().check(z.minLength(20)),
  }),
)
export type BootstrapToken = z.infer<typeof StaffTokens>[number]

/** Every setting whose name begins with `BILET_`. */
export const names = [
  'BILET_DATABASE_URL',
  'BILET_STORAGE_URL',
  'BILET_IDENTITY_KEYS',
  'BILET_IDENTITY_ISSUER',
  'BILET_STAFF_TOKENS',
  'BILET_ALLOWED_ORIGINS',
  'BILET_POLICY',
  'BILET_WORDS',
  'BILET_SMTP_URL',
  'BILET_MAIL_URL',
  'BILET_MAIL_KEY',
  'BILET_MAIL_FROM',
  'BILET_TRUSTED_PROXIES',
  'BILET_SCAN_COMMAND',
  'BILET_SCAN_URL',
  'BILET_LIMITS',
  'BILET_LIMITS_STORE',
  'BILET_PUBLIC_URL',
  'BILET_DOCS_SOURCE',
  'BILET_WEBHOOKS_PRIVATE',
  'BILET_PANEL_URL',
  'BILET_GUEST_URL',
  'BILET_DEMO',
  'BILET_INBOX',
  'BILET_LOG_LEVEL',
] as const

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
  /** A file with words of the desk's own in place of the widget's. */
  wordsPath: string | undefined
  /** How letters travel; undefined where none do. */
  mail: MailSettings | undefined
  /** Addresses and ranges. */
  trustedProxies: string[]
  /** A command that looks at what is uploaded (`attachments/scan.ts`). */
  scanCommand: string | undefined
  /** Who is asked over HTTP to look at what is uploaded (`attachments/http-scan.ts`). */
  scanUrl: string | undefined
  /** How often whom may do what, where it is not as in `limits/rules.ts`; 0 switches a limit off. */
  limits: LimitSettings
  /** Where is counted what is counted over all processes: `memory`, `database` or a Redis. Unset: as the platform has it. */
  limitsStore: string | undefined
  /** Origin that the desk is reached at where a proxy stands before it, such as https://help.example. */
  publicOrigin: string | undefined
  /** A folder or a site whose documentation is kept up with. */
  docsSource: string | undefined
  /** Whether webhooks may be on this machine and in private networks. */
  webhooksPrivate: boolean
  /** The page of the shop's admin that has the widget: letters lead there. */
  panelUrl: string | undefined
  /** A page with the widget that anybody may open: letters to guests lead there. */
  guestUrl: string | undefined
  demo: boolean
  /** Whether the inbox is served at `/staff`. */
  inbox: boolean
  logLevel: string
}

type Environment = Record<string, string | undefined>

/** Reads every setting; throws `SettingError` for the first that is unknown or malformed. */
export function loadConfig(env: Environment): Config {
  const unknown = Object.keys(env).find((name) => name.startsWith(prefix) && !names.some((known) => known === name))
  if (unknown) throw new SettingError(unknown, `no such setting; there are ${names.join(', ')}`)
  const value = (name: (typeof names)[number]) => env[name]?.trim() || undefined
  return {
    port: port(env['PORT']),
    host: env['HOST'] || '127.0.0.1',
    databaseUrl: databaseUrl(value('BILET_DATABASE_URL')),
    storageUrl: value('BILET_STORAGE_URL') ?? 'fs:data/blobs',
    identityKeys: parseIdentityKeys(value('BILET_IDENTITY_KEYS')),
    identityIssuer: value('BILET_IDENTITY_ISSUER'),
    staffTokens: staffTokens(value('BILET_STAFF_TOKENS')),
    allowedOrigins: allowedOrigins(value('BILET_ALLOWED_ORIGINS')),
    policyPath: value('BILET_POLICY'),
    wordsPath: value('BILET_WORDS'),
    mail: mailSettings({
      smtpUrl: value('BILET_SMTP_URL'),
      mailUrl: value('BILET_MAIL_URL'),
      mailKey: value('BILET_MAIL_KEY'),
      mailFrom: value('BILET_MAIL_FROM'),
    }),
    trustedProxies: trustedProxies(value('BILET_TRUSTED_PROXIES')),
    scanCommand: value('BILET_SCAN_COMMAND'),
    scanUrl: scanUrl(value('BILET_SCAN_URL'), value('BILET_SCAN_COMMAND')),
    limits: limits(value('BILET_LIMITS')),
    limitsStore: limitsStore(value('BILET_LIMITS_STORE')),
    publicOrigin: publicOrigin(value('BILET_PUBLIC_URL')),
    docsSource: value('BILET_DOCS_SOURCE'),
    webhooksPrivate: isOn('BILET_WEBHOOKS_PRIVATE', value('BILET_WEBHOOKS_PRIVATE'), false),
    panelUrl: pageUrl('BILET_PANEL_URL', value('BILET_PANEL_URL')),
    guestUrl: pageUrl('BILET_GUEST_URL', value('BILET_GUEST_URL')),
    demo: demo(value('BILET_DEMO'), env),
    inbox: isOn('BILET_INBOX', value('BILET_INBOX'), true),
    logLevel: logLevel(value('BILET_LOG_LEVEL')),
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

const staffTokensForm =
  'name:scopes:token, as in anna:read+write:…, the token at least 20 characters; several separated by commas'

/** Pairs that nobody has to quote, or JSON: `[{"name":"anna","scopes":["read","write"],"token":"…"}]`. */
function staffTokens(value: string | undefined): BootstrapToken[] {
  const json = value === undefined || value.startsWith('[') ? value : JSON.stringify(list(value).map(toToken))
  return parseJson('BILET_STAFF_TOKENS', StaffTokens, json, staffTokensForm) ?? []
}

function toToken(triple: string) {
  const [name, scopes = '', token] = triple.split(':')
  return { name, scopes: scopes.split('+'), token }
}

/** `null` is the origin of a page in a sandboxed frame. */
const isOrigin = (text: string) =>
  text === '*' || text === 'null' || (URL.canParse(text) && new URL(text).origin === text)

function allowedOrigins(value: string | undefined): string[] {
  const origins = list(value ?? '*')
  if (!origins.every(isOrigin) || origins.length === 0)
    throw new SettingError('BILET_ALLOWED_ORIGINS', 'origins such as https://shop.example, separated by commas, or *')
  return origins
}

function trustedProxies(value: string | undefined): string[] {
  const proxies = list(value)
  if (!proxies.every(isAddressRange))
    throw new SettingError('BILET_TRUSTED_PROXIES', 'addresses or ranges such as 10.0.0.0/8, separated by commas')
  return proxies
}

const Limits = z.record(z.string().check(z.refine(isLimitName)), z.int().check(z.gte(0)))

const limitsForm = 'name:number pairs separated by commas, as in guestTickets:10,ownerSuggestions:0, or 0'

/** Pairs that nobody has to quote, or JSON. `0` switches every limit off: for benches, and networks closed by other means. */
function limits(value: string | undefined): LimitSettings {
  const all = Object.keys(rules).filter(isLimitName)
  if (value === '0') return Object.fromEntries(all.map((name) => [name, 0]))
  const json = value === undefined || value.startsWith('{') ? value : JSON.stringify(toLimits(value))
  const expected = `${limitsForm}; names are ${all.join(', ')}`
  return parseJson<Partial<Record<LimitName, number>>>('BILET_LIMITS', Limits, json, expected) ?? {}
}

function toLimits(value: string) {
  const pairs = list(value).map((pair) => /^([^:]*):(\d+)$/.exec(pair)?.slice(1) ?? [pair, null])
  return Object.fromEntries(pairs.map(([name, points]) => [name, points === null ? null : Number(points)]))
}

function limitsStore(value: string | undefined): string | undefined {
  if (value !== undefined && !/^(memory|database|rediss?:\/\/.+)$/.test(value))
    throw new SettingError('BILET_LIMITS_STORE', 'memory, database or redis://…')
  return value
}

function pageUrl(setting: string, value: string | undefined): string | undefined {
  if (value !== undefined && (!/^https?:\/\/[^\s]+$/.test(value) || !URL.canParse(value)))
    throw new SettingError(setting, 'the address of a page that has the widget, https://…')
  return value
}

function scanUrl(value: string | undefined, command: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^https?:\/\//.test(value) || !URL.canParse(value))
    throw new SettingError('BILET_SCAN_URL', 'the address that a scanner takes files at, http://… or https://…')
  if (command !== undefined) throw new SettingError('BILET_SCAN_URL', 'one scanner: this or BILET_SCAN_COMMAND')
  return value
}

function isOn(setting: string, value: string | undefined, byDefault: boolean): boolean {
  if (value !== undefined && value !== '0' && value !== '1') throw new SettingError(setting, '1 or 0')
  return value === undefined ? byDefault : value === '1'
}

function publicOrigin(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^https?:\/\//.test(value) || !URL.canParse(value) || new URL(value).pathname !== '/')
    throw new SettingError('BILET_PUBLIC_URL', 'the origin that the desk is reached at, such as https://help.example')
  return new URL(value).origin
}

/** The demo gives everybody an admin's token: it runs on this machine, for this machine. */
function demo(value: string | undefined, env: Environment): boolean {
  if (!isOn('BILET_DEMO', value, false)) return false
  if (env['NODE_ENV'] === 'production') throw new SettingError('BILET_DEMO', 'not with NODE_ENV=production')
  if (!isLoopback(env['HOST'] || '127.0.0.1'))
    throw new SettingError('BILET_DEMO', 'only where HOST is of this machine, such as 127.0.0.1')
  return true
}

function logLevel(value = 'info'): string {
  if (!['debug', 'info', 'warn', 'error', 'silent'].includes(value))
    throw new SettingError('BILET_LOG_LEVEL', 'debug, info, warn, error or silent')
  return value
}
