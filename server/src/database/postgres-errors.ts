import { StorageError } from './database.ts'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** SQLSTATE classes of a statement's own fault: data, constraint, syntax, feature. */
const isStatementFault = (code: string) => /^(22|23|42|0A)[0-9A-Z]{3}$/.test(code)

/** A statement that came behind a failed one in its transaction: the first failure tells why. */
export const isAftermath = (error: unknown) => codeOf(error) === '25P02'

/** A fault of the server, the network or concurrency becomes a `StorageError`; a fault of the statement stays what it is. */
export function toStorageError(error: unknown): unknown {
  const code = codeOf(error)
  if (code === '53100') return new StorageError('full', error)
  return isStatementFault(code) ? error : new StorageError('unavailable', error)
}
