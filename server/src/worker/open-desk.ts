// The desk as one isolate holds it: the search index stays in its memory from one request to the next.
import { createStorage } from 'unstorage'
import { createApp } from '../app.ts'
import { createHttpScan } from '../attachments/http-scan.ts'
import { filesOf } from '../builds/asset-files.ts'
import { earlierFiles } from '../builds/earlier-files.ts'
import { tendBuilds, tendEveryMs } from '../builds/tend-builds.ts'
import { createDeps } from '../create-deps.ts'
import { createD1 } from '../database/d1.ts'
import { migrateFirst } from '../database/migrate-first.ts'
import { inboxRoutes } from '../inbox/inbox-routes.ts'
import { createDatabaseWindow } from '../limits/database-window.ts'
import { createMemoryWindow } from '../limits/memory-window.ts'
import { createDeliver } from '../notify/create-deliver.ts'
import { createMailService } from '../notify/mail-service.ts'
import { createOutbox } from '../notify/outbox.ts'
import { createOutboxWorker } from '../notify/outbox-worker.ts'
import { guarded } from '../storage/guarded-driver.ts'
import { r2Driver } from '../storage/r2-driver.ts'
import { tendSilence } from '../tickets/silence.ts'
import { createDelivering } from '../webhooks/deliver.ts'
import { inboxAssets } from './inbox-assets.ts'
import { createKeepingDocs } from './keep-docs.ts'
import { postFromEdge } from './post-webhook.ts'
import { createWorkerLog } from './worker-log.ts'
import { readSettings, readWords } from './worker-settings.ts'
import type { Bindings } from './worker-settings.ts'

const learnEveryMs = 60_000

/** What is done by the clock: each once it is due again, by whichever request or schedule comes then. */
function dueEvery(ms: number) {
  let doneAt = Number.NEGATIVE_INFINITY
  return () => {
    if (Date.now() - doneAt < ms) return false
    doneAt = Date.now()
    return true
  }
}

export async function openDesk(env: Bindings) {
  const { config, policy } = readSettings(env)
  const ownWords = await readWords(env, config.wordsPath)
  const log = createWorkerLog(config.logLevel)
  const database = migrateFirst(createD1(env.DB))
  const { mail, panelUrl, guestUrl, scanUrl, docsSource } = config
  const deps = createDeps({
    clock: Date.now,
    database,
    storage: createStorage({ driver: guarded(r2Driver(env.BLOBS)) }),
    config,
    policy,
    ownWords,
    log,
    sendsMail: mail !== undefined,
    addressOf: (c) => c.req.header('cf-connecting-ip') ?? '',
    isEnding: () => false,
    hasBackground: false,
    openSharedLimits: config.limitsStore === 'memory' ? createMemoryWindow : createDatabaseWindow(database),
    scan: scanUrl === undefined ? undefined : createHttpScan(scanUrl),
  })

  const deliver =
    mail?.by === 'service'
      ? createDeliver(database, deps, { send: createMailService(mail), panelUrl, guestUrl })
      : undefined
  const outbox = createOutboxWorker({
    outbox: createOutbox(database, { clock: Date.now }),
    log,
    ...(deliver && { deliver }),
  })
  const callWebhooks = createDelivering({ ...deps, post: postFromEdge })
  const [isLearningDue, isTendingDue] = [dueEvery(learnEveryMs), dueEvery(tendEveryMs)]

  async function tend() {
    if (isTendingDue()) await tendBuilds(deps.builds, await filesOf(env.ASSETS), log)
  }

  const app = createApp(deps)
  // Asked for what Workers Assets, which hold this build alone, do not have.
  app.route('/', earlierFiles(deps.builds))
  if (config.inbox) app.route('/', inboxRoutes(inboxAssets(env.ASSETS)))
  return {
    app,
    log,
    /** Timers end with the request that set them: what they would do later is done now. */
    afterwards: ({ status }: Response) =>
      Promise.all([
        isLearningDue() ? deps.learning.refresh() : deps.learning.flush(),
        // What was made may be news to its owner: the schedule need not be waited for.
        deliver && status === 201 ? outbox.drain() : undefined,
        tend(),
      ]),
    /** What is done by the schedule. Each fails by itself. */
    async tidy() {
      const work: Record<string, () => Promise<unknown>> = {
        outbox: () => outbox.drain(),
        webhooks: callWebhooks,
        silence: () => tendSilence(deps),
        retention: deps.tidy,
        builds: tend,
        // Last: it takes the longest.
        ...(docsSource !== undefined && { documentation: createKeepingDocs(docsSource, deps) }),
      }
      for (const [what, run] of Object.entries(work))
        await run().catch((error: unknown) => log.error({ what, reason: String(error) }, 'not done by the schedule'))
    },
  }
}
