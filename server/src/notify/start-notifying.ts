// The outbox at work on Node.
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { GuestLinks } from '../tickets/guest-links.ts'
import type { TicketStore } from '../tickets/ticket-store.ts'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import { createMail } from './mail.ts'
import { createOutbox } from './outbox.ts'
import { createOutboxWorker } from './outbox-worker.ts'
import { createTicketLink } from './ticket-link.ts'
import type { OutboxWorker } from './outbox-worker.ts'
import { createUnaskedLetters } from './unasked-letters.ts'

type Desk = { tickets: TicketStore; guestLinks: GuestLinks; policy: SupportPolicy; clock: () => number; log: Log }

/** Begins to tell owners what the outbox holds; the worker is to be stopped before the database is closed. */
export async function startNotifying(
  database: Database,
  { tickets, guestLinks, policy, clock, log }: Desk,
  { smtpUrl, mailFrom, panelUrl, guestUrl }: Config,
): Promise<OutboxWorker> {
  const deliver = smtpUrl
    ? createMail({
        tickets,
        policy,
        log,
        mayGo: createUnaskedLetters(database, { clock }),
        linkTo: createTicketLink({ panelUrl, guestUrl, guestLinks }),
        send: (await import('./smtp.ts')).createSmtp({ url: smtpUrl, from: mailFrom }),
      })
    : undefined
  const worker = createOutboxWorker({ outbox: createOutbox(database, { clock }), log, ...(deliver && { deliver }) })
  worker.start()
  return worker
}
