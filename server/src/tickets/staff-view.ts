// A ticket as staff see it: the owner's words unchanged, the whole history, the state of the reaction.
import { reactionState } from '@bilet/shared/policy/reaction'
import type { AttachmentReply } from '@bilet/shared/replies'
import type {
  OtherTicket,
  StaffEvent,
  StaffHistoryEntry,
  StaffTicket,
  StaffTicketSummary,
  TicketHead,
} from '@bilet/shared/staff-replies'
import { toTime, toTimeOrNull } from '../util/time.ts'
import { plain, plainActor, plainDraft, plainRequester } from './plain.ts'
import type { Ticket, TicketLine } from './ticket.ts'
import type { HistoryPage, StoredEvent, StreamedEvent } from './ticket-store.ts'

/** One line of the queue. `now` decides whether the reaction is overdue. */
export function toStaffSummary(ticket: TicketLine, now: number): StaffTicketSummary {
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
    subject: plain(draft.subject),
    excerpt: plain(excerptOf(draft.description)),
    locale: draft.locale,
    requester: plainRequester(requester),
    verified: requester.verified,
    submittedAt: toTime(ticket.submittedAt),
    updatedAt: toTime(ticket.updatedAt),
    reactionDueAt: toTime(ticket.reactionDueAt),
    reactedAt: toTimeOrNull(ticket.reactedAt),
    reaction: reactionState({ dueAt: ticket.reactionDueAt, reactedAt: ticket.reactedAt, now }),
    awaiting: ticket.awaiting,
    lastOwnerAt: toTime(ticket.lastOwnerAt),
    lastStaffAt: toTimeOrNull(ticket.lastStaffAt),
    extendedUntil: toTimeOrNull(ticket.extendedUntil),
    unreadByStaff: ticket.unreadByStaff,
  }
}

type Details = { history: HistoryPage; attachments: ReadonlyMap<string, AttachmentReply>; now: number }

/** Everything about a ticket. */
export function toStaffTicket(ticket: Ticket, { history, attachments, now }: Details): StaffTicket {
  const { department: _department, email: _email, ...draft } = ticket.draft
  return {
    ...toStaffSummary(ticket, now),
    ...plainDraft(draft),
    attachments: [...attachments.values()],
    findings: ticket.findings,
    history: history.events.map(toStaffEntry),
    historyCursor: history.earlier,
  }
}

/** One line of history, nothing left out. */
export function toStaffEntry({ seq, id, event }: StoredEvent): StaffHistoryEntry {
  const line = { seq, id, at: toTime(event.at), by: plainActor(event.by) }
  if (event.kind === 'submitted') return { ...event, ...line, reactionDueAt: toTime(event.reactionDueAt) }
  if (event.kind === 'message') return { ...event, ...line, text: plain(event.text) }
  if (event.kind !== 'decision') return { ...event, ...line }
  const { until, ...decision } = event.decision
  return { ...event, ...line, decision: { ...decision, ...(until !== undefined && { until: toTime(until) }) } }
}

const excerptLetters = 140

/** The first words of a text, on one line. */
function excerptOf(text: string): string {
  const line = text
    .slice(0, 4 * excerptLetters)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line.length > excerptLetters
    ? `${line.slice(0, excerptLetters).replace(/\s\S*$|[\uD800-\uDBFF]$/, '')}…`
    : line
}

/** What an event of the stream tells of its ticket. */
export const toHead = ({
  id,
  number,
  draft,
  status,
  requester,
  department,
  assignee,
  version,
}: Ticket): TicketHead => ({
  id,
  number,
  subject: plain(draft.subject),
  status,
  plan: requester.plan,
  department,
  assignee,
  version,
})

/** An event of the stream. */
export const toStaffEvent = (event: StreamedEvent): StaffEvent => ({
  ticketId: event.ticketId,
  ticket: toHead(event.ticket),
  ...toStaffEntry(event),
})

/** Another ticket of the same owner, in few words. */
export const toOther = ({ id, number, draft, status, department, submittedAt }: TicketLine): OtherTicket => ({
  id,
  number,
  subject: plain(draft.subject),
  status,
  department,
  submittedAt: toTime(submittedAt),
})
