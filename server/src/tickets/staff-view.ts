// A ticket as staff see it: the owner's words unchanged, the whole history, the state of the reaction.
import { reactionState } from '@bilet/shared/policy/reaction'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { StaffHistoryEntry, StaffTicket, StaffTicketSummary } from '@bilet/shared/staff-replies'
import { toTime, toTimeOrNull } from '../util/time.ts'
import type { Ticket } from './ticket.ts'
import type { StoredEvent } from './ticket-store.ts'

/** One line of the queue. `now` decides whether the reaction is overdue. */
export function toStaffSummary(ticket: Ticket, now: number): StaffTicketSummary {
  const { id, number, version, status, department, suggestedDepartment, assignee, tags, requester, draft } = ticket
  return {
    id,
    number,
    version,
    status,
    department,
    suggestedDepartment,
    assignee,
    tags,
    subject: draft.subject,
    locale: draft.locale,
    requester,
    verified: requester.verified,
    submittedAt: toTime(ticket.submittedAt),
    updatedAt: toTime(ticket.updatedAt),
    reactionDueAt: toTime(ticket.reactionDueAt),
    reactedAt: toTimeOrNull(ticket.reactedAt),
    reaction: reactionState({ dueAt: ticket.reactionDueAt, reactedAt: ticket.reactedAt, now }),
  }
}

type Details = { history: StoredEvent[]; attachments: ReadonlyMap<string, AttachmentReply>; now: number }

/** Everything about a ticket. */
export function toStaffTicket(ticket: Ticket, { history, attachments, now }: Details): StaffTicket {
  const { department: _department, email: _email, ...draft } = ticket.draft
  return {
    ...toStaffSummary(ticket, now),
    ...draft,
    attachments: [...attachments.values()],
    findings: ticket.findings,
    history: history.map(toStaffEntry),
  }
}

/** One line of history, nothing left out. */
export function toStaffEntry({ seq, id, event }: StoredEvent): StaffHistoryEntry {
  const { at, ...facts } = event
  return { seq, id, at: toTime(at), ...facts }
}
