// Versions as entity tags (RFC 9110 §8.8.3): `"7"`.
import type { Context } from 'hono'
import { Refusal } from './problem.ts'

export const etagOf = (version: number) => `"${version}"`

/** The version that `If-Match` names; null where it is absent. */
export const optionalIfMatch = (c: Context): number | null =>
  c.req.header('if-match') === undefined ? null : ifMatch(c)

/** The version that `If-Match` names: absent 428, not one of ours 412. `*` is no version and is refused as stale. */
export function ifMatch(c: Context): number {
  const header = c.req.header('if-match')
  if (header === undefined) throw new Refusal('version_required')
  const version = /^"(\d{1,15})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw new Refusal('version_stale')
  return Number(version)
}
