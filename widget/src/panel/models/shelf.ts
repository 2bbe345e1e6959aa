// The device's storage, which may be closed, full, or hold anything.

import { toJson } from './to-json.ts'

export type Shelf = {
  read(key: string): unknown
  /** Null takes the entry away. False when the device does not keep it. */
  write(key: string, value: unknown): boolean
}

/** Entries are named `bilet:…`, so that they can be told from the page's own and wiped together. */
export function createShelf(storage: () => Storage): Shelf {
  return {
    read(key) {
      try {
        const value: unknown = JSON.parse(storage().getItem(`bilet:${key}`) ?? 'null')
        return value
      } catch {
        return null
      }
    },
    write(key, value) {
      try {
        if (value === null) storage().removeItem(`bilet:${key}`)
        else storage().setItem(`bilet:${key}`, toJson(value))
        return true
      } catch {
        return false
      }
    },
  }
}
