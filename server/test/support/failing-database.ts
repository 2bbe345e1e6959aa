import type { Database } from '../../src/database/database.ts'
import { StorageError } from '../../src/database/database.ts'

/** When the storage gives out: before the call does anything, or after it did everything, its answer lost. */
export type Failure = 'before' | 'after'

/** The database, but for its `n`th call, which fails. `failed` tells whether it came to that. */
export function failingAt(database: Database, n: number, when: Failure): Database & { failed: () => boolean } {
  let calls = 0
  const guarded = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1
    if (calls !== n) return call()
    if (when === 'after') await call()
    throw new StorageError('unavailable', new Error(`call ${n} was made to fail`))
  }
  return {
    dialect: database.dialect,
    query: <Row>(statement: Parameters<Database['query']>[0]) => guarded(() => database.query<Row>(statement)),
    batch: <Row>(statements: Parameters<Database['batch']>[0]) => guarded(() => database.batch<Row>(statements)),
    close: () => database.close(),
    failed: () => calls >= n,
  }
}
