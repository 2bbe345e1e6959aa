// The app over real SQLite and real storage in a folder of its own; only the clock is the test's.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { createStorage as createUnstorage } from 'unstorage'
import type { Storage } from 'unstorage'
import { premSite } from '@bilet/shared/policy/prem-site'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { VerifiedCaller } from '@bilet/shared/caller'
import { createConformance } from './conforming.ts'
import { migratedSqlite } from './migrated-sqlite.ts'
import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/create-deps.ts'
import type { Database } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createSqlite } from '../../src/database/sqlite/sqlite.ts'
import { createCleanPicture } from '../../src/attachments/image/clean-picture.ts'
import { unpackOnNode } from '../../src/attachments/image/unpack-node.ts'
import type { Scan } from '../../src/attachments/scan.ts'
import type { Indexing } from '../../src/articles/indexing.ts'
import type { ArticleLibrary } from '../../src/articles/library.ts'
import type { Readers } from '../../src/node/reading.ts'
import type { LimitSettings } from '../../src/limits/limits.ts'
import { rules } from '../../src/limits/rules.ts'
import type { Scope } from '../../src/staff/staff-tokens.ts'
import type { OwnWords } from '../../src/own-words.ts'
import { silentLog } from '../../src/log.ts'
import type { Log } from '../../src/log.ts'

export const staffToken = 'bilet_test_staff_token_of_the_suite'
/** The key that identity tokens are signed with, under the id `k1`. */
export const identitySecret = randomBytes(32)

/** Noon in Moscow on a Wednesday: support is open (R1). */
export const noon = Date.parse('2026-03-04T09:00:00Z')

export const owner: VerifiedCaller = {
  kind: 'owner',
  issuer: 'test',
  userId: 'u1',
  shop: 's1',
  plan: 'standard',
  email: 'anna@shop.example',
  name: 'Анна',
}

const noLimits: LimitSettings = Object.fromEntries(Object.keys(rules).map((name) => [name, 0]))

export type TestApp = Awaited<ReturnType<typeof createTestApp>>

/** An app, its deps, a clock to turn, and tokens. Close it to remove its folder. */
export async function createTestApp(
  options: {
    policy?: SupportPolicy
    ownWords?: OwnWords
    allowedOrigins?: string[]
    sendsMail?: boolean
    logLevel?: string
    scan?: Scan
    /** In this thread unless told. */
    readers?: Readers
    indexing?: (library: ArticleLibrary) => Indexing
    /** Whether answers are held against the document: true unless told. */
    isChecked?: boolean
    publicOrigin?: string
    /** Limits that are counted; the rest is off. */
    limits?: LimitSettings
    address?: () => string
    log?: Log
    database?: Database
    storage?: Storage
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'bilet-app-'))
  let now = noon
  const database = options.database ?? createSqlite(await migratedSqlite(join(folder, 'bilet.db')))
  await migrate(database)
  const deps = createDeps({
    clock: () => now,
    database,
    storage: options.storage ?? createUnstorage(),
    config: {
      identityKeys: new Map([['k1', identitySecret]]),
      identityIssuer: undefined,
      staffTokens: [{ name: 'Анна', scopes: ['admin'], token: staffToken }],
      allowedOrigins: options.allowedOrigins ?? ['*'],
      demo: false,
      publicOrigin: options.publicOrigin,
      limits: { ...noLimits, ...options.limits },
      logLevel: options.logLevel ?? 'silent',
    },
    policy: options.policy ?? premSite,
    ...(options.ownWords && { ownWords: options.ownWords }),
    log: options.log ?? silentLog,
    sendsMail: options.sendsMail ?? false,
    addressOf: options.address ?? (() => '203.0.113.9'),
    isEnding: () => false,
    scan: options.scan,
    ...(options.indexing && { indexing: options.indexing }),
    ...(options.readers ?? { cleanPicture: createCleanPicture(unpackOnNode) }),
  })
  return {
    app: options.isChecked === false ? createApp(deps) : conforming(createApp(deps), deps.policy),
    deps,
    database,
    /** Turns the clock to this moment, epoch milliseconds. */
    at: (moment: number) => (now = moment),
    /** A staff token of its own name. */
    async agentToken(name: string, scopes: Scope[]): Promise<string> {
      const made = await deps.staffTokens.create(name, scopes)
      if (!made) throw new Error(`${name} has a token`)
      return made.token
    },
    tokenFor: (caller: VerifiedCaller = owner) => sign(caller, now),
    async close() {
      await deps.learning.flush()
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The document is of the policy alone, and dear to compile. */
const conformances = new WeakMap<SupportPolicy, ReturnType<typeof createConformance>>()

/** The app, which fails a test that gets an answer other than the API document tells. */
function conforming(app: ReturnType<typeof createApp>, policy: SupportPolicy): ReturnType<typeof createApp> {
  const check = conformances.get(policy) ?? createConformance(app)
  conformances.set(policy, check)
  const request = app.request
  app.request = async (input, init, ...more) => {
    const response = await request(input, init, ...more)
    const method = (input instanceof Request ? input.method : (init?.method ?? 'GET')).toLowerCase()
    const { pathname: path } = new URL(input instanceof Request ? input.url : String(input), 'http://localhost')
    await check({ method, path, response: response.clone() })
    return response
  }
  return app
}

const sign = ({ issuer, userId, shop, plan, email, name }: VerifiedCaller, now: number) =>
  new SignJWT({
    shop,
    plan,
    email,
    name,
    iss: issuer,
    aud: 'bilet',
    sub: userId,
    iat: now / 1000,
    exp: now / 1000 + 600,
  })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(identitySecret)
