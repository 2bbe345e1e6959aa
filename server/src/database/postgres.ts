// PostgreSQL for several processes. Writers take turns, so that here as in SQLite the order of numbers is the order of
// commits: an event stream never skips, a place in the queue is exact. What a turn costs is shared: batches that wait
// for it go into one transaction, sent without waiting for each answer.
import { Pool, types } from 'pg'
import type { PoolClient } from 'pg'
import type { Database, Statement } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import type { Job } from './group-commit.ts'
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

/** Connects on first use: a server that is down now may be up by then. */
export function createPostgres(url: string, { connections = 10, timeoutMs = 10_000 }: PostgresOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: 2 * timeoutMs,
    statement_timeout: timeoutMs,
    // A process that stops in the middle of its turn must not keep the others from theirs.
    idle_in_transaction_session_timeout: timeoutMs,
    options: '-c synchronous_commit=on',
    types: { getTypeParser: numbersAsNumbers },
  })
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))

  const groups = createGroupCommit((jobs) => commit(pool, jobs))
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
    async close() {
      await groups.end()
      await pool.end()
    },
  }
}

const ignore = () => {}

/** Counts, numbers and times stay below 2^53. */
const numbersAsNumbers: typeof types.getTypeParser = (oid, format) =>
  oid === types.builtins.INT8 || oid === types.builtins.NUMERIC ? Number : types.getTypeParser(oid, format)

/** All in one transaction; where that fails for the fault of one, each in its own. */
async function commit(pool: Pool, jobs: Job[]) {
  try {
    const answers = await transaction(pool, jobs)
    jobs.forEach((job, index) => job.resolve(answers[index] ?? []))
  } catch (error) {
    const [only, ...others] = jobs
    const fault = toStorageError(error)
    if (others.length === 0 || fault !== error) for (const job of jobs) job.reject(fault)
    else for (const job of [only, ...others]) if (job) await commit(pool, [job])
  }
}

/** One turn: the writers' lock, every job's statements, the commit. Throws what failed first; then nothing is in. */
async function transaction(pool: Pool, jobs: readonly Job[]): Promise<number[][]> {
  const client = await pool.connect()
  let broken = true
  try {
    const begun = client.query(`BEGIN; SELECT pg_advisory_xact_lock(${writersLock})`)
    const sent = jobs.map(({ statements }) => statements.map((statement) => send(client, statement)))
    const committed = client.query('COMMIT')
    const settled = await Promise.allSettled([begun, ...sent.flat(), committed])
    broken = false
    throwFirst(settled)
    return await Promise.all(sent.map((answers) => Promise.all(answers)))
  } catch (error) {
    broken ||= toStorageError(error) !== error
    throw error
  } finally {
    client.release(broken)
  }
}

const send = async (client: PoolClient, { sql, parameters }: CheckedStatement) => {
  const { rowCount } = await client.query(sql, parameters)
  return rowCount ?? 0
}

function throwFirst(settled: readonly PromiseSettledResult<unknown>[]) {
  const errors: unknown[] = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const first = errors.find((error) => !isAftermath(error)) ?? errors[0]
  if (first !== undefined) throw first
}
