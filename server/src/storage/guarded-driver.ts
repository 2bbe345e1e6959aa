// Storage trouble under one name, so that the HTTP edge can tell "try again" from "full" whatever driver is underneath.
import type { Driver } from 'unstorage'
import { StorageError } from '../database/database.ts'
import { within } from '../util/within.ts'

const isFull = (error: unknown) => /ENOSPC|EDQUOT|\bOOM\b|maxmemory/.test(String(error))

/** A storage that has not answered by then is taken to be down, milliseconds. Listing walks through many answers. */
const answerMs = 10_000
const listMs = 60_000

/** The same driver, failing with `StorageError`, never with a value that is an error, and never by silence. */
export function guarded(driver: Driver, timing: { answerMs?: number } = {}): Driver {
  const guard =
    <A extends unknown[], R>(method: (...args: A) => R, ms = timing.answerMs ?? answerMs) =>
    async (...args: A): Promise<Awaited<R>> => {
      try {
        const value = await within(ms, async () => method(...args))
        // The fs driver gives back an error that is not "no such file" as if it were the value.
        if (value instanceof Error) throw value
        return value
      } catch (error) {
        throw new StorageError(isFull(error) ? 'full' : 'unavailable', error)
      }
    }
  return {
    ...driver,
    hasItem: guard(driver.hasItem),
    getItem: guard(driver.getItem),
    getKeys: guard(driver.getKeys, listMs),
    ...(driver.getItemRaw && { getItemRaw: guard(driver.getItemRaw) }),
    ...(driver.getItems && { getItems: guard(driver.getItems) }),
    ...(driver.setItem && { setItem: guard(driver.setItem) }),
    ...(driver.setItemRaw && { setItemRaw: guard(driver.setItemRaw) }),
    ...(driver.removeItem && { removeItem: guard(driver.removeItem) }),
    ...(driver.clear && { clear: guard(driver.clear, listMs) }),
  }
}
