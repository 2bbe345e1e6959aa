// The desk on Cloudflare Workers: the same app over D1 and R2. Its files are served by Workers Assets, before this runs.
import { createStorage } from 'unstorage'
import { createApp } from '../app.ts'
import { guarded } from '../storage/guarded-driver.ts'
import { r2Driver } from '../storage/r2-driver.ts'
import { createDeps } from '../create-deps.ts'
import { createD1 } from '../database/d1.ts'
import { migrateFirst } from '../database/migrate-first.ts'
import { createDatabaseWindow } from '../limits/database-window.ts'
import { createMemoryWindow } from '../limits/memory-window.ts'
import { createOutbox } from '../notify/outbox.ts'
import { createOutboxWorker } from '../notify/outbox-worker.ts'
import { filesOf } from '../builds/asset-files.ts'
import { earlierFiles } from '../builds/earlier-files.ts'
import { tendBuilds, tendEveryMs } from '../builds/tend-builds.ts'
import { inboxRoutes } from '../inbox/inbox-routes.ts'
import { inboxAssets } from './inbox-assets.ts'
import { tendSilence } from '../tickets/silence.ts'
import { createDelivering } from '../webhooks/deliver.ts'
import { postFromEdge } from './post-webhook.ts'
import { createWorkerLog } from './worker-log.ts'
import { readSettings } from './worker-settings.ts'
import type { Bindings } from './worker-settings.ts'

/** What the platform gives for the time after an answer. */
type Execution = { waitUntil(work: Promise<unknown>): void; passThroughOnException(): void; props: unknown }

const learnEveryMs = 60_000

/** One for each isolate: the search index stays in its memory from one request to the next. */
function openDesk(env: Bindings) {
  const { config, policy } = readSettings(env)
  const log = createWorkerLog(config.logLevel)
  const database = migrateFirst(createD1(env.DB))
  const deps = createDeps({
    clock: Date.now,
    database,
    storage: createStorage({ driver: guarded(r2Driver(env.BLOBS)) }),
    config,
    policy,
    log,
    sendsMail: false,
    addressOf: (c) => c.req.header('cf-connecting-ip') ?? '',
    isEnding: () => false,
    hasBackground: false,
    openSharedLimits: config.limitsStore === 'memory' ? createMemoryWindow : createDatabaseWindow(database),
  })
  const { learning } = deps
  let learntAt = Number.NEGATIVE_INFINITY

  /** Timers end with the request that set them: what they would do later is done now. */
  async function afterwards() {
    const isDue = Date.now() - learntAt >= learnEveryMs
    if (isDue) learntAt = Date.now()
    await (isDue ? learning.refresh() : learning.flush())
  }

  const outbox = createOutbox(database, { clock: Date.now })
  const worker = createOutboxWorker({ outbox, log })
  const deliver = createDelivering({ ...deps, post: postFromEdge })
  let tendedAt = Number.NEGATIVE_INFINITY
  const tend = async () => {
    if (Date.now() - tendedAt < tendEveryMs) return
    tendedAt = Date.now()
    await tendBuilds(deps.builds, await filesOf(env.ASSETS), log)
  }
  const tidy = async () => {
    await worker.drain()
    await deliver()
    await tendSilence(deps)
    await deps.tidy()
    await tend()
  }
  const app = createApp(deps)
  // Asked for what Workers Assets, which hold this build alone, do not have.
  app.route('/', earlierFiles(deps.builds))
  if (config.inbox) app.route('/', inboxRoutes(inboxAssets(env.ASSETS)))
  return { app, log, afterwards: () => Promise.all([afterwards(), tend()]), tidy }
}

let opened: ReturnType<typeof openDesk> | undefined

/** The isolate's desk; undefined, and a line in the log that says why, where a setting is wrong. */
function deskOf(env: Bindings) {
  try {
    return (opened ??= openDesk(env))
  } catch (error) {
    createWorkerLog('error').error({ error }, 'not set up')
    return undefined
  }
}

export default {
  async fetch(request: Request, env: Bindings, execution: Execution): Promise<Response> {
    const desk = deskOf(env)
    if (!desk) return new Response(null, { status: 500 })
    const answer = Promise.resolve(desk.app.fetch(request, env, execution))
    // A client that goes away must not stop what is half done: others may be waiting for it.
    execution.waitUntil(
      answer.then(desk.afterwards).catch((error: unknown) => desk.log.warn({ error }, 'not done afterwards')),
    )
    return answer
  },

  /** Nothing is mailed from here: what the outbox holds is settled, so that it does not grow. Old pictures are swept. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    await deskOf(env)?.tidy()
  },
}
