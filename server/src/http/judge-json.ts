// A parsed body before any schema: how much there is of it, and names that no field may have. Costs what the bound
// allows, whatever was sent: a schema would judge each of a quarter of a million elements before their number.
import { toPath } from '@bilet/shared/issues'
import type { Issue } from '@bilet/shared/problem'

/** Keys that change an object's behaviour instead of its data. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What is wrong with a body of at most `max` values: one issue, `too_many`, for the first list or object that does not
 * fit any more; else its reserved keys. The depth must have been bounded before.
 */
export function judgeJson(body: unknown, max: number): Issue[] {
  let left = max
  const path: string[] = []
  const found: Issue[] = []

  /** False when there is too much. */
  function fits(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return true
    const items = Array.isArray(value) ? value : Object.values(value)
    const keys = Array.isArray(value) ? undefined : Object.keys(value)
    left -= items.length
    if (left < 0) return false
    return items.every((item, index) => {
      const key = keys?.[index] ?? String(index)
      path.push(key)
      if (keys && reserved.has(key)) found.push({ path: toPath(path), code: 'unknown_field' })
      else if (!fits(item)) return false
      path.pop()
      return true
    })
  }

  return fits(body) ? found : [{ path: toPath(path), code: 'too_many', params: { max } }]
}
