// Everything after submission: events appended to history and folded into the row, in one batch, or nothing.
import { applyEvent } from '@bilet/shared/policy/decisions'
import type { TicketState } from '@bilet/shared/policy/decisions'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import { StorageError } from '../../database/database.ts'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { toStateColumns } from './ticket-rows.ts'
import type { EventRow } from './ticket-rows.ts'
import type { Claim, Ticket } from '../ticket.ts'
import type { StoredEvent, TicketStore } from '../ticket-store.ts'
import { deedOf } from './deeds.ts'
import type { Deed } from '../../staff/audit.ts'
import { createSaidWords } from './said-words.ts'
import { saidWords, ticketWords } from './ticket-words.ts'
import { ticketWrites } from './ticket-writes.ts'

/** A writer that takes whatever version is current tries again this often when others were faster. */
const mostTries = 50

type Reads = Pick<TicketStore, 'find' | 'history' | 'together'>
type Appended = { ticket: Ticket; events: StoredEvent[] }

/** The part of the store that adds to tickets. */
export function createAppends(
  database: Database,
  reads: Reads,
): Pick<TicketStore, 'change' | 'addMessage' | 'hasMessage'> {
  const { find, together } = reads
  const writes = ticketWrites(database.dialect)
  const said = createSaidWords(database, reads)
  const byClaim = eventByClaim(database.dialect)

  /** The ticket after the events, or null when another writer was faster or the claim is taken. */
  async function append(ticket: Ticket, events: readonly TicketEvent[], claim: Claim | null): Promise<Appended | null> {
    const changed = after(ticket, events)
    const write = { ticketId: ticket.id, version: ticket.version, next: changed.version }
    const words = saidWords(await said.of(ticket), events)
    const written = await database.batch<{ seq: number }>([
      ...events.map((event, index) => (index === 0 ? writes.append(write, event, claim) : writes.follow(write, event))),
      ...deedsOf(ticket, events).map((deed) => writes.record(write, deed)),
      writes.index(write, ticketWords(ticket, words), changed),
      said.keep(write, words),
      writes.update(write, toRowState(changed)),
    ])
    if (!written[0]?.[0]) return null
    const stored = events.map((event, index) => toStored(event, changed, written[index]?.[0]?.seq ?? 0))
    return { ticket: changed, events: stored }
  }

  async function underClaim(claim: Claim) {
    const [row] = await database.query<EventRow & { fingerprint: string }>(byClaim(claim))
    return row
  }

  /** What the claim was used for before, if it was. */
  async function claimed(
    claim: Claim,
    ticket: Ticket,
  ): Promise<(Appended & { outcome: 'replayed' }) | { outcome: 'key_reused' } | null> {
    const row = await underClaim(claim)
    if (!row) return null
    if (row.fingerprint !== claim.fingerprint) return { outcome: 'key_reused' }
    return { outcome: 'replayed', events: await together(row.seq), ticket }
  }

  const change: TicketStore['change'] = async (ticketId, version, toEvents, claim = null) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const ticket = await find(ticketId)
      if (!ticket) return { outcome: 'not_found' }
      const repeated = claim && (await claimed(claim, ticket))
      if (repeated) return repeated
      if (version !== null && ticket.version !== version) return { outcome: 'stale', ticket }
      const events = typeof toEvents === 'function' ? toEvents(ticket) : toEvents
      if ('refused' in events) return { outcome: 'refused', refused: events.refused, ticket }
      if (events.length === 0) return { outcome: 'changed', ticket, events: [] }
      const changed = await append(ticket, events, claim)
      if (changed) return { outcome: 'changed', ...changed }
    }
    throw new StorageError('unavailable', new Error('the ticket keeps changing'))
  }

  return {
    change,
    async addMessage(ticketId, message, claim) {
      const changed = await change(ticketId, null, [message], claim)
      if (!('events' in changed)) return { outcome: changed.outcome === 'key_reused' ? 'key_reused' : 'not_found' }
      const [event] = changed.events
      if (!event) throw new Error('a message left no event')
      return { outcome: changed.outcome === 'replayed' ? 'replayed' : 'added', event, ticket: changed.ticket }
    },
    hasMessage: async (claim) => (await underClaim(claim)) !== undefined,
  }
}

const eventByClaim = (dialect: Database['dialect']) =>
  prepared<Pick<Claim, 'scope' | 'key'>>(dialect, ({ scope, key }, sql) =>
    sql
      .selectFrom('ticket_events')
      .innerJoin('tickets', 'tickets.number', 'ticket_events.ticket_number')
      .select(['seq', 'tickets.id as ticket_id', 'ticket_events.version', 'event', 'ticket_events.fingerprint'])
      .where('ticket_events.claim_scope', '=', scope)
      .where('ticket_events.claim_key', '=', key),
  )

const toStored = (event: TicketEvent, { id, version }: Ticket, seq: number): StoredEvent => ({
  seq,
  id: String(seq),
  ticketId: id,
  version,
  event,
})

/** What was done by whom, event by event. */
function deedsOf(ticket: Ticket, events: readonly TicketEvent[]): Deed[] {
  let state: TicketState = { ...ticket, decision: null }
  return events.flatMap((event) => {
    const from = state
    state = applyEvent(state, event)
    return deedOf(event, ticket.id, from, state) ?? []
  })
}

/** The ticket with the events folded in. Its `updatedAt` never goes back. */
function after(ticket: Ticket, events: readonly TicketEvent[]): Ticket {
  const state = events.reduce<TicketState>(applyEvent, { ...ticket, decision: null })
  const { decision: _decision, ...kept } = state
  const updatedAt = Math.max(ticket.updatedAt, ...events.map(({ at }) => at))
  return { ...ticket, ...kept, updatedAt, version: ticket.version + 1 }
}

const toRowState = (ticket: Ticket) => ({ ...toStateColumns(ticket), updated_at: ticket.updatedAt })
