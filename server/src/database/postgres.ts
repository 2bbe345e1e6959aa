// PostgreSQL for several processes. Writers take turns, so that here as in SQLite the order of numbers is the order of
// commits: an event stream never skips, a place in the queue is exact. What a turn costs is shared: batches that wait
// for it go into one transaction, sent without waiting for each answer.
import { Pool, types } from 'pg'
import type { PoolClient } from 'pg'
import { StorageError } from './database.ts'
import type { Database, Statement } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Batch, Outcome, Written } from './group-commit.ts'
import { isAftermath, toStorageError } from './postgres-errors.ts'
import { checked } from './values.ts'
import type { CheckedStatement } from './values.ts'

export type PostgresOptions = {
  /** Connections of this process. */
  connections?: number
  /** How long a read or a turn may take, milliseconds. */
  timeoutMs?: number
}

/** The one lock that writers of this product take; any number no other user of the database takes. */
export const writersLock = 0x62_69_6c_65

/**
 * `pgbouncer=true` in the URL: a pooler that gives each transaction another connection. Nothing of a connection outlives
 * a transaction then: no named statements, no settings of the session.
 */
function readUrl(url: string): { connectionString: string; isPooled: boolean } {
  if (!/[?&]pgbouncer=true\b/.test(url) || !URL.canParse(url)) return { connectionString: url, isPooled: false }
  const parsed = new URL(url)
  parsed.searchParams.delete('pgbouncer')
  return { connectionString: parsed.href, isPooled: true }
}

/** Connects on first use: a server that is down now may be up by then. */
export function createPostgres(url: string, { connections = 10, timeoutMs = 10_000 }: PostgresOptions = {}): Database {
  const { connectionString, isPooled } = readUrl(url)
  const pool = new Pool({
    connectionString,
    max: connections,
    pipeline: true,
    keepAlive: true,
    // A new connection takes ten milliseconds, and knows no table yet.
    idleTimeoutMillis: 300_000,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: (isPooled ? 1 : 2) * timeoutMs,
    types: { getTypeParser: numbersAsNumbers },
    ...(!isPooled && settingsOfSession(timeoutMs)),
  })
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', ignore)
  pool.on('connect', isPooled ? hearClient : prepareClient)

  const begin = beginningOf(isPooled ? settingsOfTurn(timeoutMs) : '')
  const groups = createGroupCommit((batches) => commit({ pool, begin, isNaming: !isPooled }, batches))
  return {
    dialect: 'postgres',
    async query(read: Statement) {
      const { sql, parameters } = checked(read)
      try {
        const { rows } = await pool.query(sql, parameters)
        return rows
      } catch (error) {
        throw toStorageError(error)
      }
    },
    batch: groups.batch,
    async alter(statements) {
      const patient = new Pool({ connectionString, max: 1, pipeline: true })
      patient.on('error', ignore)
      patient.on('connect', hearClient)
      const turns = { pool: patient, begin: beginningOf(settingsOfTurn(0)), isNaming: false }
      try {
        const [outcome] = await commit(turns, [statements.map(checked)])
        if (outcome && 'error' in outcome) throw outcome.error
      } finally {
        await patient.end()
      }
    },
    async close() {
      await groups.end()
      await pool.end()
    },
  }
}

const beginningOf = (settings: string) => `BEGIN; ${settings}SELECT pg_advisory_xact_lock(${writersLock})`

const ignore = () => {}

const settingsOfSession = (timeoutMs: number) => ({
  statement_timeout: timeoutMs,
  // A process that stops in the middle of its turn must not keep the others from theirs.
  idle_in_transaction_session_timeout: timeoutMs,
  // Compiling a statement takes longer than any of ours runs.
  options: '-c synchronous_commit=on -c jit=off',
})

const settingsOfTurn = (timeoutMs: number) =>
  [
    `SET LOCAL statement_timeout = ${timeoutMs}; `,
    `SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs}; `,
    'SET LOCAL synchronous_commit = on; ',
  ].join('')

const hearClient = (client: PoolClient) => void client.on('error', ignore)

function prepareClient(client: PoolClient) {
  hearClient(client)
  // Rows that a search needs are fetched many at once where they are not in memory; a system that cannot refuses it.
  client.query('SET effective_io_concurrency = 32').catch(ignore)
}

/** Counts, numbers and times stay below 2^53. */
const numbersAsNumbers: typeof types.getTypeParser = (oid, format) =>
  oid === types.builtins.INT8 || oid === types.builtins.NUMERIC ? Number : types.getTypeParser(oid, format)

/** What a turn is taken with. */
type Turns = { pool: Pool; begin: string; isNaming: boolean }

/** All in one turn. Where a statement fails the turn, each batch gets a turn by itself, so that it fails alone. */
async function commit(turns: Turns, batches: readonly Batch[]): Promise<Outcome[]> {
  try {
    return (await turn(turns, batches)).map((written) => ({ written }))
  } catch (error) {
    if (error instanceof StorageError) throw error
    return batches.length === 1 ? [{ error }] : eachAlone(turns, batches)
  }
}

async function eachAlone(turns: Turns, batches: readonly Batch[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const batch of batches) outcomes.push(...(await commit(turns, [batch]).catch((error: unknown) => [{ error }])))
  return outcomes
}

/** One turn: the writers' lock, every batch's statements, the commit. What failed first is thrown; then nothing is in. */
async function turn(turns: Turns, batches: readonly Batch[]): Promise<Written[]> {
  try {
    const client = await turns.pool.connect()
    return await onClient(client, turns, batches)
  } catch (error) {
    throw toStorageError(error)
  }
}

async function onClient(client: PoolClient, { begin, isNaming }: Turns, batches: readonly Batch[]): Promise<Written[]> {
  let broken = true
  try {
    const begun = client.query(begin)
    const sent = batches.map((batch) => batch.map((statement) => send(client, statement, isNaming)))
    const committed = client.query('COMMIT')
    const settled = await Promise.allSettled([begun, ...sent.flat(), committed])
    const failure = firstFailure(settled)
    broken = failure !== undefined && toStorageError(failure) !== failure
    if (failure !== undefined) throw failure
    return await Promise.all(sent.map((answers) => Promise.all(answers)))
  } finally {
    client.release(broken)
  }
}

async function send(client: PoolClient, { sql, parameters }: CheckedStatement, isNaming: boolean): Promise<unknown[]> {
  const { rows } = await client.query({ text: sql, values: parameters, ...(isNaming && named(sql, parameters)) })
  return rows
}

const names = new Map<string, string>()

/** Writes are few and come again and again: each connection parses one once. What takes no values is DDL, seen once. */
function named(sql: string, { length }: readonly unknown[]): { name?: string } {
  if (length === 0) return {}
  const name = names.get(sql) ?? `bilet_${names.size}`
  names.set(sql, name)
  return { name }
}

function firstFailure(settled: readonly PromiseSettledResult<unknown>[]): unknown {
  const errors: unknown[] = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  return errors.find((error) => !isAftermath(error)) ?? errors[0]
}
