// The documentation that a setting names is kept as its source has it: read when the process starts, and again each hour.
import type { ArticleLibrary } from '../articles/library.ts'
import type { Log } from '../log.ts'

const everyMs = 60 * 60 * 1000

type Desk = { articles: ArticleLibrary; log: Log }

/**
 * Imports `source` (a folder or the address of a site) now and each hour until `stop`, which waits for no import. What
 * goes wrong is told in the log, and the articles stay as they are. A site is asked for what changed only.
 */
export function followDocs(source: string, { articles, log }: Desk, every: number = everyMs) {
  const ending = new AbortController()
  let running = Promise.resolve()
  const read = async () => {
    try {
      // Read here, for most desks name no source and need none of it.
      const { importDocs } = await import('../articles/import/import-docs.ts')
      const { removed, ...counts } = await importDocs(articles, source, { prune: true, signal: ending.signal })
      log.info({ ...counts, removed: removed.length }, 'the documentation was read')
    } catch (error) {
      if (!ending.signal.aborted) log.warn({ reason: String(error) }, 'the documentation could not be read')
    }
  }
  const next = () => {
    running = running.then(read)
  }
  next()
  const timer = setInterval(next, every).unref()
  return {
    /** The imports that were begun. */
    settled: async () => running,
    stop() {
      clearInterval(timer)
      ending.abort()
    },
  }
}
