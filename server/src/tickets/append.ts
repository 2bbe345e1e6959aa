// Everything after submission: events appended to history and folded into the row, in one batch, or nothing.
import { applyEvent } from '@bilet/shared/policy/decisions'
import type { TicketState } from '@bilet/shared/policy/decisions'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import { StorageError } from '../database/database.ts'
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'
import { fullTextOf } from './full-text.ts'
import { toEvent } from './ticket-rows.ts'
import type { EventRow } from './ticket-rows.ts'
import type { Claim, Ticket } from './ticket.ts'
import type { Added, StoredEvent, TicketStore } from './ticket-store.ts'
import { ticketWords } from './ticket-words.ts'
import type { NewEvent } from './ticket-writes.ts'
import { ticketWrites } from './ticket-writes.ts'

/** A writer that takes whatever version is current tries again this often when others were faster. */
const mostTries = 50

type Reads = Pick<TicketStore, 'find' | 'history'>

/** The part of the store that adds to tickets. */
export function createAppends(
  database: Database,
  { newId, find, history }: Reads & { newId: () => string },
): Pick<TicketStore, 'change' | 'addMessage'> {
  const writes = ticketWrites(database.dialect)
  const fullText = fullTextOf(database.dialect)
  const eventOf = prepared<Pick<Claim, 'scope' | 'key'>>(database.dialect, ({ scope, key }, sql) =>
    sql
      .selectFrom('ticket_events')
      .select(['seq', 'id', 'ticket_id', 'event', 'fingerprint'])
      .where('claim_scope', '=', scope)
      .where('claim_key', '=', key),
  )

  const eventById = prepared<{ id: string }>(database.dialect, ({ id }, sql) =>
    sql.selectFrom('ticket_events').select(['seq', 'id', 'ticket_id', 'event']).where('id', '=', id),
  )

  /** The ticket after the events, or null when another writer was faster. */
  async function append(ticket: Ticket, events: readonly NewEvent[], claim: Claim | null): Promise<Ticket | null> {
    const next = after(ticket, events)
    const lastId = events.at(-1)?.id ?? ''
    const before = await history(ticket.id)
    const words = ticketWords(
      ticket.draft,
      [...before, ...events].map(({ event }) => event),
    )
    const [, appended] = await database.batch([
      writes.update(ticket.id, ticket.version, toRowState(next), lastId, claim),
      ...events.map((event) => writes.append(event, lastId)),
      fullText.put({ ticketId: ticket.id, eventId: lastId, words, facets: next }),
      ...events.map((event) => writes.announce(newId(), event)),
    ])
    return appended ? next : null
  }

  const toNew = (ticketId: string, event: TicketEvent, claim: Claim | null): NewEvent => ({
    id: newId(),
    ticketId,
    event,
    claim,
  })

  async function claimed(claim: Claim, ticket: Ticket): Promise<Added | null> {
    const [row] = await database.query<EventRow & { fingerprint: string }>(eventOf(claim))
    if (!row) return null
    if (row.fingerprint !== claim.fingerprint) return { outcome: 'key_reused' }
    return { outcome: 'replayed', event: toEvent(row), ticket }
  }

  async function stored(id: string): Promise<StoredEvent> {
    const [row] = await database.query<EventRow>(eventById({ id }))
    if (!row) throw new Error('an event that was stored is gone')
    return toEvent(row)
  }

  return {
    async change(ticketId, version, events) {
      for (let tries = 0; tries < mostTries; tries++) {
        const ticket = await find(ticketId)
        if (!ticket) return { outcome: 'not_found' }
        if (version !== null && ticket.version !== version) return { outcome: 'stale' }
        const changed = await append(
          ticket,
          events.map((event) => toNew(ticketId, event, null)),
          null,
        )
        if (changed) return { outcome: 'changed', ticket: changed }
      }
      return { outcome: 'stale' }
    },
    async addMessage(ticketId, message, claim) {
      for (let tries = 0; tries < mostTries; tries++) {
        const ticket = await find(ticketId)
        if (!ticket) return { outcome: 'not_found' }
        const repeated = claim && (await claimed(claim, ticket))
        if (repeated) return repeated
        const event = toNew(ticketId, message, claim)
        const changed = await append(ticket, [event], claim)
        if (changed) return { outcome: 'added', event: await stored(event.id), ticket: changed }
      }
      throw new StorageError('unavailable', new Error('the ticket keeps changing'))
    },
  }
}

/** The ticket with the events folded in. Its `updatedAt` never goes back. */
function after(ticket: Ticket, events: readonly NewEvent[]): Ticket {
  const state = events.reduce<TicketState>((folded, { event }) => applyEvent(folded, event), {
    ...ticket,
    decision: null,
  })
  const { status, department, assignee, tags, reactedAt } = state
  const updatedAt = Math.max(ticket.updatedAt, ...events.map(({ event }) => event.at))
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
