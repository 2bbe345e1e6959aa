import { toPath } from '@bilet/shared/issues'
import type { Issue } from '@bilet/shared/problem'

/** Keys that change an object's behaviour instead of its data. */
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

/** Names in a parsed body that no field may have. Its depth and the number of its values must have been bounded before. */
export function reservedKeys(body: unknown): Issue[] {
  const path: string[] = []
  const found: Issue[] = []
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      path.push(key)
      if (!Array.isArray(value) && reserved.has(key)) found.push({ path: toPath(path), code: 'unknown_field' })
      else look(inner)
      path.pop()
    }
  }
  look(body)
  return found
}
