// A ticket as its owner sees it: public history only, decisions in their own words.
import type { Locale } from '@bilet/shared/locale'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { AttachmentReply, HistoryEntry, SubmittedReply, TicketReply, TicketSummary } from '@bilet/shared/replies'
import type { Ticket } from './ticket.ts'
import type { StoredEvent } from './ticket-store.ts'

export const toTime = (at: number) => new Date(at).toISOString()

export const toTimeOrNull = (at: number | null) => (at === null ? null : toTime(at))

/** The receipt of a submission; the same for a repeat (R17). */
export const toSubmitted = (ticket: Ticket, queuePosition: number, sendsMail: boolean): SubmittedReply => ({
  id: ticket.id,
  number: ticket.number,
  status: 'new',
  department: ticket.draft.department,
  submittedAt: toTime(ticket.submittedAt),
  reactionDueAt: toTime(ticket.reactionDueAt),
  queuePosition,
  ...(sendsMail && ticket.requester.email && { receiptTo: ticket.requester.email }),
})

/** One line of the owner's list. */
export const toSummary = (ticket: Ticket): TicketSummary => ({
  id: ticket.id,
  number: ticket.number,
  subject: ticket.draft.subject,
  status: ticket.status,
  department: ticket.department,
  submittedAt: toTime(ticket.submittedAt),
  updatedAt: toTime(ticket.updatedAt),
  reactionDueAt: toTime(ticket.reactionDueAt),
  reactedAt: toTimeOrNull(ticket.reactedAt),
})

type Shown = { attachments: ReadonlyMap<string, AttachmentReply>; policy: SupportPolicy; locale: Locale }

type Details = Shown & { history: StoredEvent[]; queuePosition: number | null }

/** The whole ticket with its public history. */
export function toTicketReply(ticket: Ticket, details: Details): TicketReply {
  const { department: _department, email: _email, ...draft } = ticket.draft
  return {
    ...toSummary(ticket),
    ...draft,
    attachments: known(details.attachments, ticket.draft.screenshot.attachments),
    queuePosition: details.queuePosition,
    history: details.history.flatMap((stored) => toEntry(stored, details)),
  }
}

const known = (attachments: ReadonlyMap<string, AttachmentReply>, ids: readonly string[]) =>
  ids.flatMap((id) => attachments.get(id) ?? [])

/** A line of history as the owner sees it: none for what is internal. */
export function toEntry({ id, event }: StoredEvent, { attachments, policy, locale }: Shown): HistoryEntry[] {
  const at = toTime(event.at)
  switch (event.kind) {
    case 'submitted':
      return [{ kind: 'submitted', id, at }]
    case 'changed':
      return event.status ? [{ kind: 'status', id, at, status: event.status }] : []
    case 'decision': {
      const { kind, reason, text, until } = event.decision
      const told = policy.decisionReasons.find((known) => known.id === reason)
      return [
        {
          kind: 'decision',
          id,
          at,
          name: event.by.name ?? null,
          decision: kind,
          ...(reason && { reason }),
          ...(told && { reasonText: told.words[locale], help: told.help[locale] }),
          ...(text && { text }),
          ...(until !== undefined && { until: toTime(until) }),
        },
      ]
    }
    case 'message':
      if (event.visibility === 'internal') return []
      return [
        {
          kind: 'message',
          id,
          at,
          from: event.by.kind,
          name: event.by.name ?? null,
          text: event.text,
          attachments: known(attachments, event.attachments),
          ...(event.articleId && { articleId: event.articleId }),
        },
      ]
  }
}
