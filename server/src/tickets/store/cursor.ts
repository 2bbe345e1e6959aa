// Keyset cursors: where a page ended, in the terms of its order. Opaque outside.
import { CursorError } from '../ticket-store.ts'

/** `keys` are the whole numbers that the order is by. */
export function toCursor(order: string, keys: readonly number[]): string {
  return btoa([order, ...keys].join(' ')).replaceAll('=', '')
}

/** The keys of a cursor made by `toCursor` for this order, `count` of them; throws `CursorError` for anything else. */
export function fromCursor(order: string, count: number, cursor: string): number[] {
  const keys = decode(cursor).split(' ').slice(1).map(Number)
  const isOurs = keys.length === count && keys.every(Number.isSafeInteger) && toCursor(order, keys) === cursor
  if (!isOurs) throw new CursorError(`not a cursor of the order ${order}`)
  return keys
}

function decode(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}
