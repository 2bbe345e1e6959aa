// Pictures that were uploaded and never sent, forgotten after the time that the policy gives them: a day.
import type { Log } from '../log.ts'
import type { TicketStore } from '../tickets/ticket-store.ts'
import type { Attachments } from './attachments.ts'

type Desk = { attachments: Attachments; tickets: Pick<TicketStore, 'hasAttachment'>; log: Log }

/** Looks once. Never rejects: what fails is tried again the next time, and told in the log. */
export async function sweepUnused({ attachments, tickets, log }: Desk): Promise<void> {
  try {
    const removed = await attachments.sweep(({ attachment, owner, heldBy = owner }) =>
      tickets.hasAttachment(heldBy, attachment.id),
    )
    if (removed > 0) log.info({ removed }, 'pictures that were never sent are forgotten')
  } catch (error) {
    log.warn({ reason: String(error) }, 'pictures that were never sent could not be forgotten')
  }
}
