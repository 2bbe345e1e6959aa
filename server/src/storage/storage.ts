// Opens what BILET_STORAGE_URL names. Node only: the edge gives its own driver (R2, KV) to unstorage and to `guarded`.
import { createStorage as createUnstorage } from 'unstorage'
import type { Driver, Storage } from 'unstorage'
import memoryDriver from 'unstorage/drivers/memory'
import { SettingError } from '../setting-error.ts'
import { guarded } from './guarded-driver.ts'
import { parseStorageUrl } from './storage-url.ts'
import type { StorageLocation } from './storage-url.ts'

/**
 * Storage for attachments, articles and counters, by its URL (see `parseStorageUrl` for the forms).
 * Rejects with one line that names the setting for a malformed URL and for a folder that cannot be written to;
 * S3 and Redis are not asked until the first use.
 */
export async function createStorage(url: string, env = process.env): Promise<Storage> {
  const driver = await openDriver(parseStorageUrl(url, env))
  return createUnstorage({ driver: guarded(driver) })
}

// Drivers are loaded when asked for: an installation on a folder never loads a Redis client.
async function openDriver(location: StorageLocation): Promise<Driver> {
  if (location.kind === 'memory') return memoryDriver()
  if (location.kind === 'fs') return openFolder(location.folder)
  if (location.kind === 'redis') return openRedis(location.url, location.prefix)
  return (await import('./s3-driver.ts')).s3Driver(location)
}

async function openFolder(folder: string): Promise<Driver> {
  const { folderDriver } = await import('./folder-driver.ts')
  return folderDriver(folder).catch((error: unknown) => {
    throw new SettingError('BILET_STORAGE_URL', `cannot write to the folder ${folder} (${codeOf(error)})`)
  })
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

async function openRedis(url: string, base: string): Promise<Driver> {
  const { default: redisDriver } = await import('unstorage/drivers/redis')
  const driver = redisDriver({ url, base, maxRetriesPerRequest: 3, connectTimeout: 5_000, lazyConnect: true })
  // Each command reports its own failure; without a listener the client would also print every lost connection.
  driver.getInstance?.().on('error', () => {})
  return driver
}
