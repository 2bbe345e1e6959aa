// Storage trouble under one name, so that the HTTP edge can tell "try again" from "full" whatever driver is underneath.
import type { Driver } from 'unstorage'
import { StorageError } from '../database/database.ts'

const isFull = (error: unknown) => /ENOSPC|EDQUOT|\bOOM\b|maxmemory/.test(String(error))

const guard =
  <A extends unknown[], R>(method: (...args: A) => R) =>
  async (...args: A): Promise<Awaited<R>> => {
    try {
      const value = await method(...args)
      // The fs driver gives back an error that is not "no such file" as if it were the value.
      if (value instanceof Error) throw value
      return value
    } catch (error) {
      throw new StorageError(isFull(error) ? 'full' : 'unavailable', error)
    }
  }

/** The same driver, failing with `StorageError` and never with a value that is an error. */
export function guarded(driver: Driver): Driver {
  return {
    ...driver,
    hasItem: guard(driver.hasItem),
    getItem: guard(driver.getItem),
    getKeys: guard(driver.getKeys),
    ...(driver.getItemRaw && { getItemRaw: guard(driver.getItemRaw) }),
    ...(driver.getItems && { getItems: guard(driver.getItems) }),
    ...(driver.setItem && { setItem: guard(driver.setItem) }),
    ...(driver.setItemRaw && { setItemRaw: guard(driver.setItemRaw) }),
    ...(driver.removeItem && { removeItem: guard(driver.removeItem) }),
    ...(driver.clear && { clear: guard(driver.clear) }),
  }
}
