// Everything after submission: events appended to history and folded into the row, in one batch, or nothing.
import { applyEvent } from '@bilet/shared/policy/decisions'
import type { TicketState } from '@bilet/shared/policy/decisions'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import { StorageError } from '../../database/database.ts'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { toEvent } from './ticket-rows.ts'
import type { EventRow } from './ticket-rows.ts'
import type { Claim, Ticket } from '../ticket.ts'
import type { Added, StoredEvent, TicketStore } from '../ticket-store.ts'
import { ticketWords } from './ticket-words.ts'
import { ticketWrites } from './ticket-writes.ts'

/** A writer that takes whatever version is current tries again this often when others were faster. */
const mostTries = 50

type Reads = Pick<TicketStore, 'find' | 'history'>
type Appended = { ticket: Ticket; firstSeq: number }

/** The part of the store that adds to tickets. */
export function createAppends(
  database: Database,
  { find, history }: Reads,
): Pick<TicketStore, 'change' | 'addMessage' | 'hasMessage'> {
  const writes = ticketWrites(database.dialect)
  const byClaim = eventByClaim(database.dialect)

  /** The ticket after the events, or null when another writer was faster or the claim is taken. */
  async function append(ticket: Ticket, events: readonly TicketEvent[], claim: Claim | null): Promise<Appended | null> {
    const changed = after(ticket, events)
    const write = { ticketId: ticket.id, version: ticket.version, next: changed.version }
    const before = (await history(ticket.id)).map(({ event }) => event)
    const [[first] = []] = await database.batch<{ seq: number }>([
      ...events.map((event) => writes.append(write, event, claim)),
      writes.index(write, ticketWords(ticket.draft, [...before, ...events]), changed),
      writes.update(write, toRowState(changed)),
    ])
    return first ? { ticket: changed, firstSeq: first.seq } : null
  }

  async function underClaim(claim: Claim) {
    const [row] = await database.query<EventRow & { fingerprint: string }>(byClaim(claim))
    return row
  }

  async function claimed(claim: Claim, ticket: Ticket): Promise<Added | null> {
    const row = await underClaim(claim)
    if (!row) return null
    if (row.fingerprint !== claim.fingerprint) return { outcome: 'key_reused' }
    return { outcome: 'replayed', event: toEvent(row), ticket }
  }

  return {
    async change(ticketId, version, events) {
      for (let tries = 0; tries < mostTries; tries++) {
        const ticket = await find(ticketId)
        if (!ticket) return { outcome: 'not_found' }
        if (version !== null && ticket.version !== version) return { outcome: 'stale' }
        const changed = await append(ticket, events, null)
        if (changed) return { outcome: 'changed', ticket: changed.ticket }
      }
      return { outcome: 'stale' }
    },
    async addMessage(ticketId, message, claim) {
      for (let tries = 0; tries < mostTries; tries++) {
        const ticket = await find(ticketId)
        if (!ticket) return { outcome: 'not_found' }
        const repeated = claim && (await claimed(claim, ticket))
        if (repeated) return repeated
        const changed = await append(ticket, [message], claim)
        if (changed) return { outcome: 'added', event: stored(message, changed), ticket: changed.ticket }
      }
      throw new StorageError('unavailable', new Error('the ticket keeps changing'))
    },
    hasMessage: async (claim) => (await underClaim(claim)) !== undefined,
  }
}

const eventByClaim = (dialect: Database['dialect']) =>
  prepared<Pick<Claim, 'scope' | 'key'>>(dialect, ({ scope, key }, sql) =>
    sql
      .selectFrom('ticket_events')
      .innerJoin('tickets', 'tickets.number', 'ticket_events.ticket_number')
      .select(['seq', 'tickets.id as ticket_id', 'event', 'ticket_events.fingerprint'])
      .where('ticket_events.claim_scope', '=', scope)
      .where('ticket_events.claim_key', '=', key),
  )

/** The event that was stored first. */
const stored = (event: TicketEvent, { ticket, firstSeq: seq }: Appended): StoredEvent => ({
  seq,
  id: String(seq),
  ticketId: ticket.id,
  event,
})

/** The ticket with the events folded in. Its `updatedAt` never goes back. */
function after(ticket: Ticket, events: readonly TicketEvent[]): Ticket {
  const state = events.reduce<TicketState>(applyEvent, { ...ticket, decision: null })
  const { status, department, assignee, tags, reactedAt } = state
  const updatedAt = Math.max(ticket.updatedAt, ...events.map(({ at }) => at))
  return { ...ticket, status, department, assignee, tags, reactedAt, updatedAt, version: ticket.version + 1 }
}

const toRowState = ({ status, department, assignee, tags, reactedAt, updatedAt }: Ticket) => ({
  status,
  department,
  assignee,
  tags: JSON.stringify(tags),
  reacted_at: reactedAt,
  updated_at: updatedAt,
})
