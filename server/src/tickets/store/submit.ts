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
      const state = firstState(event)
      const write = { ticketId: ticket.id, version: 1, next: 1 }
      const deed = deedOf(event, ticket.id, state, state)
      const [inserted = []] = await database.batch<Place>([
        writes.insert(toRow(ticket, claim), toStateColumns(state)),
        writes.append(write, event, null),
        ...(deed ? [writes.record(write, deed)] : []),
        writes.index(write, ticketWords(ticket, []), facetsOf(ticket, state)),
      ])
      const [place] = inserted
      const submitted = place ? created(ticket, state, place) : await replay(claim)
      if (!submitted) throw new Error('a submission left no winner of its claim')
      return submitted
    },
  }
}

const facetsOf = ({ requester }: NewTicket, { status, department, assignee }: TicketState) => ({
  requester,
  status,
  department,
  assignee,
})

// Field by field: an object of so many that is put together of others by `...` is collected late.
function created(ticket: NewTicket, state: TicketState, place: Place): Submitted {
  const stored: Ticket = {
    id: ticket.id,
    number: place.number,
    version: 1,
    status: state.status,
    department: state.department,
    suggestedDepartment: ticket.suggestedDepartment,
    assignee: state.assignee,
    tags: state.tags,
    requester: ticket.requester,
    draft: ticket.draft,
    findings: ticket.findings,
    submittedAt: ticket.submittedAt,
    reactionDueAt: state.reactionDueAt,
    reactedAt: state.reactedAt,
    updatedAt: ticket.submittedAt,
    ownerReadAt: 0,
    awaiting: state.awaiting,
    lastOwnerAt: state.lastOwnerAt,
    lastStaffAt: state.lastStaffAt,
    unreadByStaff: state.unreadByStaff,
    extendedUntil: state.extendedUntil,
  }
  return { outcome: 'created', ticket: stored, queuePosition: place.queue_position }
}

function submittedEvent(ticket: NewTicket): SubmittedEvent {
  const { submittedAt, department, reactionDueAt, requester, openedBy, splitFrom } = ticket
  const { id, name } = requester
  const owner = { kind: 'owner' as const, id, ...(name !== null && { name }) }
  const by = openedBy ?? owner
  return { kind: 'submitted', at: submittedAt, by, department, reactionDueAt, ...(splitFrom && { splitFrom }) }
}

function toRow(ticket: NewTicket, claim: Claim) {
  const { requester, suggestedDepartment } = ticket
  return {
    id: ticket.id,
    version: 1,
    plan: requester.plan,
    verified: requester.verified ? 1 : 0,
    shop: requester.shop,
    requester_id: requester.id,
    issuer: requester.issuer,
    subject: requester.subject,
    submitted_at: ticket.submittedAt,
    reaction_due_at: ticket.reactionDueAt,
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
