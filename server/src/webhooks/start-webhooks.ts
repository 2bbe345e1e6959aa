// Webhooks at work on Node.
import type { Config } from '../config.ts'
import { createRepeating } from '../util/repeat.ts'
import { createDelivering } from './deliver.ts'
import type { DeliverDeps } from './deliver.ts'
import { createPostWebhook } from './post-webhook.ts'

/** How often to look for what is due, milliseconds. */
const everyMs = 2_000
/** A receiver that has not answered by then is cut, and told again after the next start: its silence must hold no stop. */
const cutAfterMs = 2_000

/** Begins to deliver; to be stopped before the database is closed. */
export function startWebhooks(
  deps: Omit<DeliverDeps, 'post'>,
  { webhooksPrivate: allowPrivate }: Pick<Config, 'webhooksPrivate'>,
): { stop(): Promise<void> } {
  const post = createPostWebhook({ allowPrivate })
  const onTrouble = (error: unknown) => deps.log.error({ reason: String(error) }, 'webhooks cannot be delivered')
  let isStopping = false
  const deliver = createDelivering({ ...deps, post, isStopping: () => isStopping })
  const delivering = createRepeating(deliver, { everyMs, onTrouble })
  delivering.start()
  return {
    async stop() {
      isStopping = true
      const cutting = setTimeout(() => void post.cut(), cutAfterMs)
      await delivering.stop()
      clearTimeout(cutting)
      await post.cut()
    },
  }
}
