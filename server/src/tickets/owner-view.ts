// A ticket as its owner sees it: public history only, decisions in their own words.
import type { Language } from '@bilet/shared/locale'
import { inLanguage } from '@bilet/shared/policy/in-language'
import type { SupportPolicy } from '@bilet/shared/policy/policy'
import type { AttachmentReply, HistoryEntry, SubmittedReply, TicketReply, TicketSummary } from '@bilet/shared/replies'
import type { Decision, Message } from '@bilet/shared/ticket-events'
import type { Receipt } from '../notify/receipts.ts'
import type { Speech } from '../speech.ts'
import { toTime, toTimeOrNull } from '../util/time.ts'
import type { Ticket, TicketLine } from './ticket.ts'
import type { HistoryPage, StoredEvent } from './ticket-store.ts'

/** The receipt of a submission; the same for a repeat (R17). */
export const toSubmitted = (ticket: Ticket, queuePosition: number, receipt: Receipt): SubmittedReply => ({
  id: ticket.id,
  number: ticket.number,
  status: 'new',
  department: ticket.draft.department,
  submittedAt: toTime(ticket.submittedAt),
  reactionDueAt: toTime(ticket.reactionDueAt),
  queuePosition,
  ...(receipt.to !== undefined && { receiptTo: receipt.to }),
  ...(receipt.isHeld && { receiptHeld: true }),
})

/** One line of the owner's list. */
export const toSummary = (ticket: TicketLine): TicketSummary => ({
  id: ticket.id,
  number: ticket.number,
  subject: ticket.draft.subject,
  status: ticket.status,
  department: ticket.department,
  submittedAt: toTime(ticket.submittedAt),
  updatedAt: toTime(ticket.updatedAt),
  reactionDueAt: toTime(ticket.reactionDueAt),
  reactedAt: toTimeOrNull(ticket.reactedAt),
  unread: (ticket.lastStaffAt ?? 0) > ticket.ownerReadAt,
})

type Shown = {
  attachments: ReadonlyMap<string, AttachmentReply>
  policy: SupportPolicy
  speech: Speech
  language: Language
}

type Details = Shown & { history: HistoryPage; queuePosition: number | null }

/** The ticket with the latest of its public history. */
export function toTicketReply(ticket: Ticket, details: Details): TicketReply {
  const { department: _department, email: _email, ...draft } = ticket.draft
  return {
    ...toSummary(ticket),
    ...draft,
    readAt: toTime(ticket.ownerReadAt),
    attachments: known(details.attachments, ticket.draft.screenshot.attachments),
    queuePosition: details.queuePosition,
    history: details.history.events.flatMap((stored) => toEntry(stored, details)),
    historyCursor: details.history.earlier,
  }
}

const known = (attachments: ReadonlyMap<string, AttachmentReply>, ids: readonly string[]) =>
  ids.flatMap((id) => attachments.get(id) ?? [])

/** A line of history as the owner sees it: none for what is internal. */
export function toEntry({ id, event }: StoredEvent, shown: Shown): HistoryEntry[] {
  const line = { id, at: toTime(event.at) }
  if (event.kind === 'submitted') return [{ kind: 'submitted', ...line }]
  if (event.kind === 'changed') return event.status ? [{ kind: 'status', ...line, status: event.status }] : []
  if (event.kind === 'decision')
    return [{ kind: 'decision', ...line, name: event.by.name ?? null, ...toDecision(event.decision, shown) }]
  return event.visibility === 'internal' ? [] : [{ kind: 'message', ...line, ...toMessage(event, shown) }]
}

/** A decision with its reason in the owner's words and what they can do next (R19). */
function toDecision({ kind, reason, text, until, duplicateOf }: Decision, { policy, speech, language }: Shown) {
  const told = policy.decisionReasons.find((one) => one.id === reason)
  return {
    decision: kind,
    ...(reason && { reason }),
    ...(told && { reasonText: inLanguage(told.words, language), help: inLanguage(told.help, language) }),
    ...(duplicateOf && { reasonText: speech.letters(language).repeats(duplicateOf.number) }),
    ...(text && { text }),
    ...(until !== undefined && { until: toTime(until) }),
    ...(duplicateOf && { duplicateOf }),
  }
}

const toMessage = ({ by, text, attachments, articleId, article, splitInto }: Message, shown: Shown) => ({
  from: by.kind,
  name: by.name ?? null,
  text,
  attachments: known(shown.attachments, attachments),
  ...(articleId && { articleId }),
  ...(article && { article }),
  ...(splitInto && { splitInto }),
})
