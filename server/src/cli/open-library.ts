import { createLibrary } from '../articles/library.ts'
import type { ArticleLibrary } from '../articles/library.ts'
import { createStorage } from '../storage/storage.ts'
import { loadConfig } from '../config.ts'
import type { Io } from './command.ts'

/** The articles of the desk that the environment's settings name. The storage is closed when `work` is done. */
export async function withLibrary<T>({ env }: Io, work: (library: ArticleLibrary) => Promise<T>): Promise<T> {
  const storage = await createStorage(loadConfig(env).storageUrl)
  try {
    return await work(createLibrary(storage, { clock: Date.now }))
  } finally {
    await storage.dispose()
  }
}
