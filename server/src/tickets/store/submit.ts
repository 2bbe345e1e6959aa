// One submission is one batch: the ticket, its first event, its outbox row and its words, or nothing (R17).
import { firstState } from '@bilet/shared/policy/decisions'
import type { TicketState } from '@bilet/shared/policy/decisions'
import type { Submitted as SubmittedEvent } from '@bilet/shared/ticket-events'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { toStateColumns, toTicket } from './ticket-rows.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { Claim, NewTicket, Ticket } from '../ticket.ts'
import type { Submitted, TicketStore } from '../ticket-store.ts'
import { deedOf } from './deeds.ts'
import { ticketWords } from './ticket-words.ts'
import { ticketWrites } from './ticket-writes.ts'

/** What the database gives a new ticket. */
type Place = Pick<TicketRow, 'number' | 'queue_position'>

/** The part of the store that takes tickets in. */
export function createSubmissions(database: Database): Pick<TicketStore, 'submit' | 'replay'> {
  const writes = ticketWrites(database.dialect)
  const winnerOf = prepared<Pick<Claim, 'scope' | 'key'>>(database.dialect, ({ scope, key }, sql) =>
    sql.selectFrom('tickets').selectAll().where('claim_scope', '=', scope).where('claim_key', '=', key),
  )

  async function replay({ scope, key, fingerprint }: Claim): Promise<Submitted | null> {
    const [winner] = await database.query<TicketRow>(winnerOf({ scope, key }))
    if (!winner) return null
    if (winner.fingerprint !== fingerprint) return { outcome: 'key_reused' }
    return { outcome: 'replayed', ticket: toTicket(winner), queuePosition: winner.queue_position }
  }

  return {
    replay,
    async submit(ticket, claim) {
      const event = submittedEvent(ticket)
      const { openedBy: _by, splitFrom: _from, ...facts } = ticket
      const { decision: _none, ...state } = firstState(event)
      const write = { ticketId: ticket.id, version: 1, next: 1 }
      const deed = deedOf(event, ticket.id, state, state)
      const [inserted = []] = await database.batch<Place>([
        writes.insert(toRow(ticket, state, claim)),
        writes.append(write, event, null),
        ...(deed ? [writes.record(write, deed)] : []),
        writes.index(write, ticketWords(ticket, []), { ...ticket, ...state }),
      ])
      const [place] = inserted
      const submitted = place ? created({ ...facts, ...state }, place) : await replay(claim)
      if (!submitted) throw new Error('a submission left no winner of its claim')
      return submitted
    },
  }
}

function created(ticket: Omit<Ticket, 'number' | 'version' | 'updatedAt' | 'ownerReadAt'>, place: Place): Submitted {
  const stored = { ...ticket, number: place.number, version: 1, updatedAt: ticket.submittedAt, ownerReadAt: 0 }
  return { outcome: 'created', ticket: stored, queuePosition: place.queue_position }
}

function submittedEvent(ticket: NewTicket): SubmittedEvent {
  const { submittedAt, department, reactionDueAt, requester, openedBy, splitFrom } = ticket
  const { id, name } = requester
  const owner = { kind: 'owner' as const, id, ...(name !== null && { name }) }
  const by = openedBy ?? owner
  return { kind: 'submitted', at: submittedAt, by, department, reactionDueAt, ...(splitFrom && { splitFrom }) }
}

function toRow(ticket: NewTicket, state: Omit<TicketState, 'decision'>, claim: Claim) {
  const { requester, suggestedDepartment } = ticket
  return {
    id: ticket.id,
    version: 1,
    ...toStateColumns(state),
    plan: requester.plan,
    verified: requester.verified ? 1 : 0,
    shop: requester.shop,
    requester_id: requester.id,
    issuer: requester.issuer,
    subject: requester.subject,
    submitted_at: ticket.submittedAt,
    reaction_due_at: state.reactionDueAt,
    updated_at: ticket.submittedAt,
    email: requester.email,
    name: requester.name,
    suggested_department: suggestedDepartment && JSON.stringify(suggestedDepartment),
    claim_scope: claim.scope,
    claim_key: claim.key,
    fingerprint: claim.fingerprint,
    findings: JSON.stringify(ticket.findings),
    draft: JSON.stringify(ticket.draft),
  }
}
