import { StorageError } from '../database.ts'

/** SQLite's name of the fault, also of the one behind an error that wraps it; empty for any other error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error ? String(error.code) : codeOf(error.cause)
}

/** Another process holds the write lock: worth another try. */
export const isBusy = (error: unknown) => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))

const isDisk = (error: unknown) => /^SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|NOMEM|PROTOCOL)/.test(codeOf(error))

/** Whether it befell the storage, and with it everything that was under way. */
export const isStorageFault = (error: unknown) => toStorageError(error) instanceof StorageError

/** A fault of the storage becomes a `StorageError`; a fault of the statement stays what it is. */
export function toStorageError(error: unknown): unknown {
  if (codeOf(error).startsWith('SQLITE_FULL')) return new StorageError('full', error)
  return isBusy(error) || isDisk(error) ? new StorageError('unavailable', error) : error
}
