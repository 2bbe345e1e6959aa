// The port every storage engine can keep: reads, and atomic batches that contain none.

export type SqlValue = string | number | null

/** Compiled SQL with its parameters, as Kysely's query builder gives it. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

export type Database = {
  dialect: 'sqlite' | 'postgres'
  /** Rows of one read. */
  query<Row>(statement: Statement): Promise<Row[]>
  /**
   * Runs all statements or none, in order, and answers only when they are on disk. Gives the rows that each one's
   * `returning` names: those that it changed.
   * Contains no reads: that is what SQLite, PostgreSQL and D1 can all do.
   */
  batch<Row>(statements: readonly Statement[]): Promise<Row[][]>
  /** `batch` for changes of the schema, which take their time on a big desk; absent where nothing limits a batch's. */
  alter?(statements: readonly Statement[]): Promise<void>
  /** Takes what was deleted out of the engine's journal too, where it would stay for a while. */
  forget?(): Promise<void>
  close(): Promise<void>
}

/** Storage that cannot answer now; the HTTP edge turns `full` into 507 and `unavailable` into 503 with Retry-After. */
export class StorageError extends Error {
  readonly kind: 'unavailable' | 'full'
  constructor(kind: 'unavailable' | 'full', cause: unknown) {
    super(`storage ${kind}`, { cause })
    this.kind = kind
  }
}
