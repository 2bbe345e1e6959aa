// The desk on Cloudflare Workers: the same app over D1 and R2. Its files are served by Workers Assets, before this runs.
import { openDesk } from './open-desk.ts'
import { createWorkerLog } from './worker-log.ts'
import type { Bindings } from './worker-settings.ts'

/** What the platform gives for the time after an answer. */
type Execution = { waitUntil(work: Promise<unknown>): void; passThroughOnException(): void; props: unknown }

let opened: ReturnType<typeof openDesk> | undefined

/** The isolate's desk; undefined, and a line in the log that says why, where a setting is wrong or cannot be read now. */
async function deskOf(env: Bindings) {
  try {
    return await (opened ??= openDesk(env))
  } catch (error) {
    opened = undefined
    createWorkerLog('error').error({ error }, 'not set up')
    return undefined
  }
}

export default {
  async fetch(request: Request, env: Bindings, execution: Execution): Promise<Response> {
    const opening = deskOf(env)
    // Others may wait for the same opening: a client that goes away must not stop it.
    execution.waitUntil(opening)
    const desk = await opening
    if (!desk) return new Response(null, { status: 500 })
    const answer = Promise.resolve(desk.app.fetch(request, env, execution))
    // A client that goes away must not stop what is half done: others may be waiting for it.
    execution.waitUntil(
      answer.then(desk.afterwards).catch((error: unknown) => desk.log.warn({ error }, 'not done afterwards')),
    )
    return answer
  },

  /** The cron trigger: mail, webhooks, silence, retention. Without mail what the outbox holds is settled, so that it does not grow. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    await (await deskOf(env))?.tidy()
  },
}
