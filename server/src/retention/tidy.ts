// What is kept no longer than the policy says, swept on Node and on the edge alike.
import type { Retention } from '@bilet/shared/policy/policy'
import type { Learning } from '../articles/learning/learning.ts'
import type { Attachments } from '../attachments/attachments.ts'
import { sweepUnused } from '../attachments/sweep-unused.ts'
import type { Database } from '../database/database.ts'
import { forgetSpent } from '../limits/database-window.ts'
import type { Log } from '../log.ts'
import { forgetUnasked } from '../notify/unasked-letters.ts'
import { forgetOldest } from './forget-oldest.ts'
import { forgetAnswers } from '../staff/kept-answers.ts'
import type { Presence } from '../staff/presence.ts'
import type { TicketStore } from '../tickets/ticket-store.ts'

/** How often to look, milliseconds. */
export const tidyEveryMs = 10 * 60 * 1000

const dayMs = 86_400_000

type Desk = {
  clock: () => number
  attachments: Attachments
  tickets: TicketStore
  learning: Pick<Learning, 'forgetOld'>
  presence: Pick<Presence, 'sweep'>
  log: Log
}

/** Gives the sweep. It never rejects: what fails is told in the log and tried again the next time. */
export function createTidy(database: Database, desk: Desk, retention: Retention): () => Promise<void> {
  const { clock, attachments, tickets, learning, presence, log } = desk
  const daysAgo = (days: number) => clock() - days * dayMs
  const forgetDeeds = forgetOldest(database, { table: 'audit', endedAt: 'at' })
  const forgetMailed = forgetOldest(database, { table: 'outbox', endedAt: 'done_at' })
  const forgetDeliveries = forgetOldest(database, { table: 'webhook_deliveries', endedAt: 'done_at' })
  const sweeps: Record<string, () => Promise<unknown>> = {
    uploads: () => sweepUnused(desk),
    questions: () => learning.forgetOld(),
    tickets: forgetTickets,
    presence: () => presence.sweep(),
    audit: async () => retention.auditDays > 0 && forgetDeeds(daysAgo(retention.auditDays)),
    mailed: () => forgetMailed(daysAgo(retention.logsDays)),
    deliveries: () => forgetDeliveries(daysAgo(retention.logsDays)),
    counts: () => database.batch([forgetSpent(clock()), forgetUnasked(clock()), forgetAnswers(clock())]),
  }

  async function forgetTickets() {
    if (retention.ticketsDays === 0) return
    const erased = await tickets.eraseClosed(daysAgo(retention.ticketsDays))
    await Promise.all(erased.attachments.map((id) => attachments.remove(id)))
    if (erased.tickets > 0) log.info({ tickets: erased.tickets }, 'closed tickets are forgotten, as the policy says')
  }

  return async () => {
    for (const [what, sweep] of Object.entries(sweeps))
      await sweep().catch((error: unknown) => log.warn({ what, reason: String(error) }, 'not swept'))
  }
}
