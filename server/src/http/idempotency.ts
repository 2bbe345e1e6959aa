// The Idempotency-Key header, read in one place.
import type { Context } from 'hono'
import { limits } from '@bilet/shared/limits'
import { Refusal } from './problem.ts'

/** The key of this request, null where it brings none. */
export const optionalKey = (c: Context): string | null =>
  c.req.header('idempotency-key') === undefined ? null : idempotencyKey(c)

/** The key of this request: 1–255 visible ASCII characters, else 400. */
export function idempotencyKey(c: Context): string {
  const key = c.req.header('idempotency-key')
  if (key === undefined || key === '') throw new Refusal('idempotency_key_required')
  if (key.length > limits.idempotencyKey || !/^[\x20-\x7e]+$/.test(key)) throw new Refusal('idempotency_key_invalid')
  return key
}
