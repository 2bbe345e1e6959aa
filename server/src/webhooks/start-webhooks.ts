// Webhooks at work on Node.
import type { Config } from '../config.ts'
import { createRepeating } from '../util/repeat.ts'
import { createDelivering } from './deliver.ts'
import type { DeliverDeps } from './deliver.ts'
import { createPostWebhook } from './post-webhook.ts'

/** How often to look for what is due, milliseconds. */
const everyMs = 2_000

/** Begins to deliver; to be stopped before the database is closed. */
export function startWebhooks(
  deps: Omit<DeliverDeps, 'post'>,
  { webhooksPrivate: allowPrivate }: Pick<Config, 'webhooksPrivate'>,
): { stop(): Promise<void> } {
  const post = createPostWebhook({ allowPrivate })
  const onTrouble = (error: unknown) => deps.log.error({ reason: String(error) }, 'webhooks cannot be delivered')
  const delivering = createRepeating(createDelivering({ ...deps, post }), { everyMs, onTrouble })
  delivering.start()
  return {
    async stop() {
      await delivering.stop()
      await post.close()
    },
  }
}
