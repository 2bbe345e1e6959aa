// Tokens of the staff: shown once, stored as SHA-256, revoked everywhere within five seconds.
import { sql as raw } from 'kysely'
import type { Selectable } from 'kysely'
import type { Database } from '../database/database.ts'
import type { StaffTokensTable } from '../database/schema.ts'
import { integer, text } from '../database/insert-where.ts'
import { prepared } from '../database/sql.ts'

export type Scope = 'read' | 'write' | 'admin'

/** A token as it is known after it was shown. */
export type StaffToken = {
  id: string
  name: string
  scopes: Scope[]
  /** Null for one that the settings bring. */
  createdAt: number | null
  lastUsedAt: number | null
  /** Null for one that lasts until it is revoked. */
  expiresAt: number | null
}

export type NewToken = { id: string; name: string; scopes: Scope[]; token: string; expiresAt: number | null }

export type StaffTokens = {
  /**
   * Makes a token of 256 random bits, good until `expiresAt` (epoch milliseconds). The only time that `token` is given.
   * Null where somebody has that name: it is what tickets are assigned to.
   */
  create(name: string, scopes: readonly Scope[], options?: { expiresAt?: number | undefined }): Promise<NewToken | null>
  /** Those that the settings bring, then the others, oldest first. */
  list(): Promise<StaffToken[]>
  /** False when there is no such token. */
  revoke(id: string): Promise<boolean>
  /** Whose token it is, also where it has expired; null for none of ours. A revoked one may pass for five seconds more in another process. */
  verify(token: string): Promise<StaffToken | null>
}

export type StaffTokenOptions = {
  /** In memory only, gone with the process: what the demo's admin makes must not open a desk in earnest. */
  isForgetful?: boolean
  /** Epoch milliseconds. */
  clock: () => number
  newId: () => string
  /** Tokens that the settings bring: never stored, gone with the setting. */
  bootstrap?: readonly { name: string; scopes: readonly Scope[]; token: string }[]
}

/** Less than the five seconds that are promised: looking takes time as well. */
const rememberedMs = 4_000
const rememberedMost = 1_000
/** `lastUsedAt` is as fine as this: a write for each request would cost more than the request. */
const usedEveryMs = 60_000

type Row = Selectable<StaffTokensTable>

/** The database must have been migrated. */
export function createStaffTokens(
  database: Database,
  { clock, newId, isForgetful = false, bootstrap = [] }: StaffTokenOptions,
): StaffTokens {
  const statements = statementsFor(database.dialect)
  const inMemory = Promise.all(
    bootstrap.map(async ({ name, scopes, token }) => [await hashOf(token), settingsToken(name, scopes)] as const),
  ).then((tokens) => new Map(tokens))
  const remembered = new Map<string, { token: StaffToken | null; until: number }>()

  const remember = (hash: string, token: StaffToken | null) => {
    if (remembered.size >= rememberedMost) remembered.clear()
    remembered.set(hash, { token, until: clock() + rememberedMs })
  }

  async function look(hash: string): Promise<StaffToken | null> {
    const [row] = await database.query<Row>(statements.byHash({ hash }))
    const token = row ? toToken(row) : null
    remember(hash, token)
    if (token && clock() - (token.lastUsedAt ?? 0) >= usedEveryMs)
      await database.batch([statements.use({ id: token.id, at: clock() })])
    return token
  }

  return {
    async create(name, scopes, { expiresAt = null } = {}) {
      if ([...(await inMemory).values()].some((one) => one.name === name)) return null
      const token = newToken()
      const made = { id: newId(), name, scopes: [...new Set(scopes)], expiresAt: expiresAt ?? null }
      const [hash, at] = [await hashOf(token), clock()]
      if (isForgetful) {
        const kept = await inMemory
        kept.set(hash, { ...made, createdAt: at, lastUsedAt: null })
        return { ...made, token }
      }
      const [inserted = []] = await database.batch([
        statements.insert({ ...made, scopes: made.scopes.join(' '), hash, at }),
      ])
      return inserted.length > 0 ? { ...made, token } : null
    },
    async list() {
      const rows = await database.query<Row>(statements.all({}))
      return [...(await inMemory).values(), ...rows.map(toToken)]
    },
    async revoke(id) {
      const kept = await inMemory
      for (const [hash, made] of kept) if (isForgetful && made.id === id) return kept.delete(hash)
      const [removed = []] = await database.batch([statements.remove({ id })])
      for (const [hash, { token }] of remembered) if (token?.id === id) remembered.delete(hash)
      return removed.length > 0
    },
    async verify(token) {
      const hash = await hashOf(token)
      const known = remembered.get(hash)
      if (known && clock() < known.until) return known.token
      return (await inMemory).get(hash) ?? look(hash)
    },
  }
}

const settingsToken = (name: string, scopes: readonly Scope[]): StaffToken => ({
  id: `settings:${name}`,
  name,
  scopes: [...scopes],
  createdAt: null,
  lastUsedAt: null,
  expiresAt: null,
})

const toToken = ({
  id,
  name,
  scopes,
  created_at: createdAt,
  last_used_at: lastUsedAt,
  expires_at,
}: Row): StaffToken => ({
  id,
  name,
  scopes: scopesOf(scopes),
  createdAt,
  lastUsedAt,
  expiresAt: expires_at,
})

const knownScopes: readonly Scope[] = ['read', 'write', 'admin']

const scopesOf = (stored: string) => knownScopes.filter((scope) => stored.split(' ').includes(scope))

const newToken = () =>
  `bilet_${btoa(String.fromCodePoint(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}`

/** SHA-256 as hex. Enough for a secret of 256 random bits: nothing to guess, so nothing to slow down. */
async function hashOf(token: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const statementsFor = (dialect: Database['dialect']) => ({
  // A name is free again when its token has expired.
  insert: prepared<{ id: string; name: string; scopes: string; hash: string; at: number; expiresAt: number | null }>(
    dialect,
    ({ id, name, scopes, hash, at, expiresAt }) => raw`
      insert into staff_tokens (id, name, scopes, hash, created_at, expires_at)
      select ${text(id)}, ${text(name)}, ${text(scopes)}, ${text(hash)}, ${integer(at)}, ${integer(expiresAt)}
      where not exists (
        select 1 from staff_tokens
        where staff_tokens.name = ${name} and (expires_at is null or expires_at > ${integer(at)})
      )
      returning id`,
  ),
  all: prepared<object>(dialect, (_, sql) => sql.selectFrom('staff_tokens').selectAll().orderBy('created_at')),
  byHash: prepared<{ hash: string }>(dialect, ({ hash }, sql) =>
    sql.selectFrom('staff_tokens').selectAll().where('hash', '=', hash),
  ),
  use: prepared<{ id: string; at: number }>(dialect, ({ id, at }, sql) =>
    sql.updateTable('staff_tokens').set({ last_used_at: at }).where('id', '=', id),
  ),
  remove: prepared<{ id: string }>(dialect, ({ id }, sql) =>
    sql.deleteFrom('staff_tokens').where('id', '=', id).returning('id'),
  ),
})
