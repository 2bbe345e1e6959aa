// What is done with an item of the outbox, by the settings: on Node and on the edge alike.
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { Speech } from '../speech.ts'
import type { GuestLinks } from '../tickets/guest-links.ts'
import type { TicketStore } from '../tickets/ticket-store.ts'
import type { SendLetter } from './letter.ts'
import { createMail } from './mail.ts'
import type { OutboxWorkerDeps } from './outbox-worker.ts'
import { createTicketLink } from './ticket-link.ts'
import { createUnaskedLetters } from './unasked-letters.ts'

export type MailDesk = {
  tickets: TicketStore
  guestLinks: GuestLinks
  policy: SupportPolicy
  speech: Speech
  clock: () => number
  log: Log
}

/** `panelUrl` and `guestUrl` are where letters lead. */
type Post = { send: SendLetter; panelUrl: string | undefined; guestUrl: string | undefined }

/** Tells owners by `send`. */
export const createDeliver = (
  database: Database,
  { tickets, guestLinks, policy, speech, clock, log }: MailDesk,
  { send, panelUrl, guestUrl }: Post,
): NonNullable<OutboxWorkerDeps['deliver']> =>
  createMail({
    tickets,
    policy,
    speech,
    log,
    send,
    mayGo: createUnaskedLetters(database, { clock }),
    linkTo: createTicketLink({ panelUrl, guestUrl, guestLinks }),
  })
