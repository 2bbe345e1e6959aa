// What Node brings to the app: its storage by the settings, the client's address, its memory.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { createStorage } from '../storage/storage.ts'
import { createHttpScan } from '../attachments/http-scan.ts'
import { createScan } from '../attachments/scan.ts'
import type { Scan } from '../attachments/scan.ts'
import type { Config } from '../config.ts'
import { createDeps } from '../create-deps.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import type { Deps } from '../deps.ts'
import { clientAddress, trusting } from '../http/address.ts'
import { followDocs } from './docs-source.ts'
import { openSharedLimits } from './shared-limits.ts'
import { createNodeLog } from './node-log.ts'
import { createIndexing } from './indexing.ts'
import { createReading } from './reading.ts'
import { isInDictionary } from '../search/dictionary/dictionary.ts'
import { createLexiconMatcher } from '../search/lexicon/matcher.ts'
import { productNotions } from '../search/lexicon/product.ts'
import { lookForSilenceEveryMs, tendSilence } from '../tickets/silence.ts'
import { createRepeating } from '../util/repeat.ts'
import { startWebhooks } from '../webhooks/start-webhooks.ts'
import { startNotifying } from '../notify/start-notifying.ts'
import { tidyEveryMs } from '../retention/tidy.ts'
import { loadPolicy } from './policy-file.ts'
import { loadOwnWords } from './words-file.ts'

export type Runtime = {
  deps: Deps
  /** Ends what never ends by itself: streams tell their clients to come back. */
  end: () => void
  /** Brings everything to disk and closes it; after the last request. */
  close: () => Promise<void>
}

/** Everything open and ready. Rejects with one clear line for a setting or store that cannot be used. */
export async function openRuntime(config: Config): Promise<Runtime> {
  const policy = await loadPolicy(config.policyPath)
  const ownWords = await loadOwnWords(config.wordsPath)
  const storage = await createStorage(config.storageUrl)
  const database = await openDatabase(config.databaseUrl)
  await migrate(database)
  const shared = openSharedLimits(config.limitsStore, database)
  const log = createNodeLog(config.logLevel)
  const reading = createReading((error) => log.error({ reason: String(error) }, 'what was sent could not be read'))
  let isEnding = false
  const deps = createDeps({
    clock: Date.now,
    database,
    storage,
    config,
    policy,
    ownWords,
    log,
    sendsMail: config.mail !== undefined,
    addressOf: addressBehind(trusting(config.trustedProxies)),
    isEnding: () => isEnding,
    openSharedLimits: shared.open,
    scan: scanBy(config),
    ...reading.readers,
    indexing: createIndexing(config.storageUrl, (error) =>
      log.error({ reason: String(error) }, 'the search index is built beside requests'),
    ),
    residentMemory: () => process.memoryUsage.rss(),
  })
  // Half a second of this thread: nobody is there yet to wait for it.
  createLexiconMatcher(productNotions)
  isInDictionary('')
  // By a thread of its own, and for long where all is built anew: `/readyz` waits for it, nothing else has to.
  const searchable = deps.suggestions
    .refresh()
    .catch((error) => log.error({ reason: String(error) }, 'the search index could not be read'))
  const notifying = await startNotifying(database, deps, config)
  const docs = config.docsSource === undefined ? undefined : followDocs(config.docsSource, deps)
  const webhooks = startWebhooks(deps, config)
  const silence = createRepeating(() => tendSilence(deps), {
    everyMs: lookForSilenceEveryMs,
    onTrouble: (error) => deps.log.error({ reason: String(error) }, 'silent tickets could not be tended'),
  })
  if (policy.silence) silence.start()
  const sweeping = setInterval(() => void deps.tidy(), tidyEveryMs).unref()
  const close = async () => {
    clearInterval(sweeping)
    docs?.stop()
    await docs?.settled()
    await searchable
    await notifying.stop()
    await webhooks.stop()
    await silence.stop()
    await deps.learning.flush()
    await reading.stop()
    shared.close()
    await database.close()
    await storage.dispose()
  }
  return { deps, end: () => (isEnding = true), close }
}

function scanBy({ scanCommand, scanUrl }: Config): Scan | undefined {
  if (scanUrl !== undefined) return createHttpScan(scanUrl)
  return scanCommand === undefined ? undefined : createScan(scanCommand)
}

const addressBehind = (isTrusted: (address: string) => boolean) => (c: Context) =>
  clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), isTrusted)
