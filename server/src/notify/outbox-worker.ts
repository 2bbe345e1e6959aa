// Takes what is due from the outbox and has it told. Several processes may run one each: an item is given to one of them.
//
// The guarantee is at least once. An item is settled after it was told; a process that dies in between, or a database
// that cannot settle it, has it told again a minute later. A letter repeats its Message-ID then, by which mailboxes and
// people can tell.
import type { Log } from '../log.ts'
import type { Outbox, OutboxItem } from './outbox.ts'

/** Attempts at one item, the last ones six hours apart: about three days in all. */
export const maxAttempts = 22

export type OutboxWorkerDeps = {
  outbox: Pick<Outbox, 'claim' | 'done' | 'failed' | 'settle'>
  /** Rejects where another attempt may help. Without it items are settled untold: mail set up later must not send old news. */
  deliver?: (item: OutboxItem) => Promise<void>
  log: Log
}

export type OutboxWorker = {
  /** Tells everything that is due now. Rejects if the outbox itself cannot be asked. */
  drain(): Promise<void>
  /** Drains again and again until stopped; called once. */
  start(): void
  /** Resolves when what is being told has been told. */
  stop(): Promise<void>
}

/** `everyMs` is the pause between two looks into the outbox, `atOnce` how many items are told side by side. */
export function createOutboxWorker(
  { outbox, deliver, log }: OutboxWorkerDeps,
  { everyMs = 2_000, atOnce = 5 } = {},
): OutboxWorker {
  const isDelivered = async (item: OutboxItem, tell: NonNullable<typeof deliver>) => {
    const { ticketId, kind, attempts } = item
    try {
      await tell(item)
      return true
    } catch (error) {
      const isLast = attempts >= maxAttempts
      log[isLast ? 'error' : 'warn'](
        { ticketId, kind, attempts, ...codesOf(error) },
        isLast ? 'given up' : 'not told yet',
      )
      return isLast
    }
  }

  let isStopping = false
  const tellAll = async (tell: NonNullable<typeof deliver>): Promise<void> => {
    const items = isStopping ? [] : await outbox.claim(atOnce)
    if (items.length === 0) return
    await Promise.all(
      items.map(async (item) => ((await isDelivered(item, tell)) ? outbox.done(item) : outbox.failed(item))),
    )
    await tellAll(tell)
  }
  const drain = () => (deliver ? tellAll(deliver) : outbox.settle())

  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = Promise.resolve()
  const look = async () => {
    await drain().catch((error: unknown) => log.error(codesOf(error), 'the outbox does not answer'))
    if (!isStopping) timer = setTimeout(begin, everyMs)
  }
  const begin = () => void (looking = look())

  return {
    drain,
    start: begin,
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** What may be logged of a failure: codes. Messages of mail servers hold addresses. */
function codesOf(error: unknown): { code?: unknown; responseCode?: unknown } {
  if (!(error instanceof Error)) return {}
  return {
    code: 'code' in error ? error.code : error.name,
    ...('responseCode' in error && { responseCode: error.responseCode }),
  }
}
