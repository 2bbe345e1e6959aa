// A body's fingerprint for idempotency: equal bodies have equal ones, however their keys are ordered.
import { sha256Hex } from '../util/sha256.ts'

/** SHA-256 of the value's JSON with keys sorted (as in RFC 8785), as hex. Takes what JSON can hold, nothing else. */
export const fingerprint = (value: unknown): string => sha256Hex(canonical(value))

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  let fields = ''
  for (const key of Object.keys(value).toSorted()) {
    const item: unknown = Reflect.get(value, key)
    if (item !== undefined) fields += `${fields && ','}${JSON.stringify(key)}:${canonical(item)}`
  }
  return `{${fields}}`
}
