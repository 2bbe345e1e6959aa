// In place of `database/sqlite/writer-module.ts` in tests: a thread begins six times as fast without a compiler in it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where `build-threads.ts` puts it. */
export const writerModule = pathToFileURL(join(import.meta.dirname, '../../../.cache/threads/writer-thread.mjs'))
