// The documentation of a site, kept as the site has it: read by the schedule, a part at each, anew each hour.
import { importFindings, runOf } from '../articles/import/import-findings.ts'
import { readSite } from '../articles/import/site/site.ts'
import type { Network } from '../articles/import/site/polite-client.ts'
import type { ArticleLibrary } from '../articles/library.ts'
import type { Log } from '../log.ts'

const set = 'docs'
const everyMs = 60 * 60 * 1000

/** An invocation may ask ten thousand times and take fifteen minutes; the next schedule is five away. */
const most = { requests: 50, ms: 120_000 }

/** From the edge no private network can be reached. */
const network: Network = {
  send: (url, init) => fetch(url, { ...init, redirect: 'manual' }),
  close: async () => {},
}

type Desk = { articles: ArticleLibrary; clock: () => number; log: Log }

/** Goes on with the import of the site, or begins one an hour after the last has ended. */
export const createKeepingDocs =
  (address: string, { articles, clock, log }: Desk): (() => Promise<void>) =>
  async () => {
    const endedAt = await articles.runs.endedAt(runOf(set, address))
    if (endedAt !== undefined && clock() - endedAt < everyMs) return
    const { removed, ...counts } = await importFindings(
      articles,
      { name: address, open: (earlier) => readSite(address, { ...earlier, network, most }) },
      { set, prune: true, clock },
    )
    log.info({ ...counts, removed: removed.length }, 'the documentation was read')
  }
