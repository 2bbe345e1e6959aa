// What the routes may ask of the store of tickets. Implemented over the database port, once for every engine.
import type { VerifiedCaller } from '@bilet/shared/caller'
import type { Message, TicketEvent } from '@bilet/shared/ticket-events'
import type { TicketStatus } from '@bilet/shared/ticket'
import type { TicketFilter } from './staff-filters.ts'
import type { Claim, NewTicket, Owner, Ticket, TicketLine } from './ticket.ts'

/**
 * A page of a list. `nextCursor` is null on the last one. `damaged` names rows of it that could not be read, if any:
 * they are left out, the list goes on.
 */
export type Page<T> = { items: T[]; nextCursor: string | null; damaged?: string[] }

/** `queuePosition` is the place at acceptance, kept: a repeat gets the same answer (R18). */
export type Submitted =
  | { outcome: 'created' | 'replayed'; ticket: Ticket; queuePosition: number }
  | { outcome: 'key_reused' }

/**
 * One line of a ticket's history as stored: append-only, `seq` rises over all tickets. `version` is the ticket's that it
 * brought about: what was done in one go has one.
 */
export type StoredEvent = { seq: number; id: string; ticketId: string; version: number; event: TicketEvent }

/** A part of a ticket's history, in order of time. `earlier` leads to what was before it; null at the beginning. */
export type HistoryPage = { events: StoredEvent[]; earlier: string | null }

/** An event of the stream, with the ticket as it is now. */
export type StreamedEvent = StoredEvent & { ticket: Ticket }

/** Events for a ticket as it is when they are written, or why there are none. */
export type EventsFor<Refused> = (ticket: Ticket) => readonly TicketEvent[] | { refused: Refused }

export type Changed<Refused = never> =
  | { outcome: 'changed'; ticket: Ticket; events: StoredEvent[] }
  | { outcome: 'replayed'; ticket: Ticket; events: StoredEvent[] }
  | { outcome: 'stale'; ticket: Ticket }
  | { outcome: 'refused'; refused: Refused; ticket: Ticket }
  | { outcome: 'not_found' }
  | { outcome: 'key_reused' }

export type Added =
  | { outcome: 'added' | 'replayed'; event: StoredEvent; ticket: Ticket }
  | { outcome: 'key_reused' | 'not_found' }

export const ticketSorts = ['submittedAt', '-submittedAt', 'reactionDueAt', '-updatedAt', 'extendedUntil'] as const
export type TicketSort = (typeof ticketSorts)[number]

export type TicketCounts = {
  status: Record<TicketStatus, number>
  /** Open tickets only. */
  department: Record<string, number>
  /** Open tickets whose reaction is overdue. */
  breached: number
  /** Open tickets, counted by what there is to do. */
  due: number
  awaiting: { staff: number; owner: number }
  unassigned: number
  mine: number
  extended: number
  assignee: Record<string, number>
}

/** `now` decides what is overdue. */
export type ListPage = { cursor?: string; limit: number; sort: TicketSort; now: number }

export type TicketStore = {
  /** Atomic and durable: the ticket, its `submitted` event and its outbox row, or nothing (R17: never two for one key). */
  submit(ticket: NewTicket, claim: Claim): Promise<Submitted>
  /** What an earlier submission with this claim became, if any; writes nothing. */
  replay(claim: Claim): Promise<Submitted | null>
  /** How many open tickets of the department were accepted earlier, plus one (R18). */
  queuePosition(ticket: Ticket): Promise<number>
  find(id: string): Promise<Ticket | null>
  /**
   * The latest lines, or those before a cursor. `isPublic` leaves out what owners do not see. Throws `CursorError` for a
   * cursor that it did not make.
   */
  history(ticketId: string, page: { limit: number; before?: string; isPublic?: boolean }): Promise<HistoryPage>
  /** The event and whatever was done with it in one go, in order; nothing where there is no such event. */
  together(seq: number): Promise<StoredEvent[]>
  owned(owner: Owner, page: { cursor?: string; limit: number }): Promise<Page<TicketLine>>
  /** How many of the owner's tickets hold an answer or a decision that they have not read. */
  unreadOf(owner: Owner): Promise<number>
  /** The owner has read the ticket up to `at`, epoch milliseconds; never taken back. */
  markRead(ticketId: string, at: number): Promise<void>
  /** The owner's open tickets, newest first, at most 50, as far as a draft is compared with them (R17). */
  openOf(owner: Owner): Promise<TicketLine[]>
  /** Throws `CursorError` for a cursor that it did not make. */
  list(filter: TicketFilter, page: ListPage): Promise<Page<TicketLine>>
  /** The same with all that owners wrote. */
  listWhole(filter: TicketFilter, page: ListPage): Promise<Page<Ticket>>
  /**
   * Appends events and folds them into the row where `version` still holds, null takes whatever version is current; once
   * for its claim. No events: nothing is written.
   */
  change<Refused = never>(
    ticketId: string,
    version: number | null,
    events: readonly TicketEvent[] | EventsFor<Refused>,
    claim?: Claim | null,
  ): Promise<Changed<Refused>>
  /** Appends one message, once for its claim. */
  addMessage(ticketId: string, message: Message, claim: Claim | null): Promise<Added>
  /** Whether a message was taken under this key: what was accepted stays accepted. */
  hasMessage(claim: Claim): Promise<boolean>
  /** Tags that tickets bear, the most used first, at most 500. */
  tags(): Promise<{ tag: string; tickets: number }[]>
  /** `me` is the name that `mine` is counted for. */
  counts(now: number, me?: string): Promise<TicketCounts>
  /** Events after `seq`, oldest first: what the stream sends. */
  eventsAfter(seq: number, limit: number): Promise<StreamedEvent[]>
  lastSeq(): Promise<number>
  /** Whether a ticket or message of the picture's owner names it. */
  hasAttachment(owner: Owner, attachmentId: string): Promise<boolean>
  /** Gives an owner what they wrote before issuers were kept, if anything. */
  adopt(caller: VerifiedCaller): Promise<void>
  /** Addresses that a guest's tickets came from, as far as they are kept. */
  addressesOf(requesterId: string): Promise<string[]>
  /** Removes the person from tickets, events, outbox. Gives the ids of attachments that were theirs. */
  erase(requesterId: string): Promise<{ tickets: number; attachments: string[] }>
  /** The same with tickets that were closed and not changed since `before`, epoch milliseconds: the oldest fifty. */
  eraseClosed(before: number): Promise<{ tickets: number; attachments: string[] }>
}

/** A cursor that this store did not make, or made for another sort. */
export class CursorError extends Error {}
