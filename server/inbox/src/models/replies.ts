// What the staff API answers, by the names that the inbox has for it.
import type { CountsReply, Scope, StaffTicketSummary, TicketHead } from '@bilet/shared/staff-replies'
import type { DeskReply, MeReply, StoredReply } from '@bilet/shared/desk-replies'

export type Me = MeReply
export type { Scope }
export type DeskFacts = DeskReply
export type DecisionReason = DeskReply['reasons'][number]

/** A line of the queue. */
export type Row = StaffTicketSummary
export type Counts = CountsReply
export type Reply = StoredReply
export type Tag = { tag: string; tickets: number }
export type FoundArticle = { id: string; title: string; url: string; excerpt?: string }

/** What an event of the stream tells of its ticket. */
export type EventTicket = TicketHead

/** Other agents at the same ticket. */
export type Others = { others: { name: string; doing: 'looking' | 'typing' }[] }
