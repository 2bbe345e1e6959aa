// What every staff route about a ticket has in common: who writes under which key, and the answer with its ETag.
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { etagOf } from '../http/etag.ts'
import { optionalKey } from '../http/idempotency.ts'
import { latestLines } from '../http/paging.ts'
import { Refusal } from '../http/problem.ts'
import { attachmentReplies, picturesOf } from '../tickets/attachments-of.ts'
import { fingerprint } from '../tickets/fingerprint.ts'
import type { Done, Writing } from '../tickets/staff-work.ts'
import { toOther, toStaffEntry, toStaffTicket } from '../tickets/staff-view.ts'
import type { Claim, Ticket } from '../tickets/ticket.ts'
import { staffActor } from './staff-actor.ts'

const mostOthers = 10

/** A ticket with everything that there is to see of it, and the latest of its history, or what was before a cursor. */
export const createStaffTicketReply =
  ({ tickets, attachments, learning, clock }: Pick<Deps, 'tickets' | 'attachments' | 'learning' | 'clock'>) =>
  async (c: Context<AppEnv>, ticket: Ticket, before?: string) => {
    const history = await tickets.history(ticket.id, { limit: latestLines, ...(before && { before }) })
    const pictures = await attachmentReplies(attachments, picturesOf(ticket, history.events))
    const { id: requesterId, shop } = ticket.requester
    const own = await tickets.owned({ requesterId, shop }, { limit: mostOthers + 1 })
    const others = own.items.filter(({ id }) => id !== ticket.id).slice(0, mostOthers)
    c.header('ETag', etagOf(ticket.version))
    return {
      ...toStaffTicket(ticket, { history, attachments: pictures, now: clock() }),
      suggestions: await learning.before(ticket),
      otherTickets: others.map(toOther),
    }
  }

/** The claim of this request's `Idempotency-Key` on one act of one person on one ticket; null without a key. */
export function claimOf(c: Context<AppEnv>, act: string, ticketId: string, body: unknown): Claim | null {
  const key = optionalKey(c)
  if (key === null) return null
  return { scope: JSON.stringify(['staff', act, ticketId, c.get('staff').id]), key, fingerprint: fingerprint(body) }
}

/** Who writes, to which version, under which claim. */
export const writingOf = (c: Context<AppEnv>, version: number | null, claim: Claim | null): Writing => ({
  by: staffActor(c),
  version,
  claim,
})

/** What was done, and `Idempotent-Replay` where it had been before; else the refusal that says why not. */
export function doneOrRefused(c: Context<AppEnv>, done: Done): Extract<Done, { events: unknown }> {
  if (!('events' in done)) throw refusalOf(done)
  if (done.outcome === 'replayed') c.header('Idempotent-Replay', 'true')
  c.header('ETag', etagOf(done.ticket.version))
  return done
}

function refusalOf(done: Exclude<Done, { events: unknown }>): Refusal {
  if (done.outcome === 'refused') return new Refusal('invalid_body', { issues: done.issues })
  if (done.outcome === 'key_reused') return new Refusal('idempotency_key_reused')
  if (done.outcome === 'not_found') return new Refusal('not_found')
  const { version, status } = done.ticket
  const headers = { ETag: etagOf(version) }
  if (done.outcome === 'stale')
    return new Refusal('version_stale', { headers, more: { version, changes: done.changes.map(toStaffEntry) } })
  return new Refusal(done.outcome, { headers, more: { version, ticketStatus: status } })
}
