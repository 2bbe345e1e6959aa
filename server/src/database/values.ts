import type { SqlValue, Statement } from './database.ts'

export type CheckedStatement = { readonly sql: string; readonly parameters: SqlValue[] }

/**
 * A statement with its values checked: text, finite numbers, null. Throws TypeError for anything else, which the
 * engines' drivers answer each in its own way, one of them by ending the process.
 */
export function checked({ sql, parameters }: Statement): CheckedStatement {
  return { sql, parameters: parameters.map(toValue) }
}

function toValue(value: unknown): SqlValue {
  if (typeof value === 'string' || value === null || (typeof value === 'number' && Number.isFinite(value))) return value
  throw new TypeError(`not a value for SQL: ${typeof value}`)
}
