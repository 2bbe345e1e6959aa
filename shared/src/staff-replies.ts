// What the API answers to staff.
import * as z from 'zod/mini'
import { Plan } from './caller.ts'
import { Locale } from './locale.ts'
import { AttachmentReply, draftParts, FindingReply, ReactionState } from './replies.ts'
import type { TicketEvent } from './ticket-events.ts'
import { TicketStatus } from './ticket.ts'

const Time = z.iso.datetime()

export const Requester = z.strictObject({
  /** Opaque: issuer, shop and subject as one. */
  id: z.string(),
  issuer: z.nullable(z.string()),
  /** The owner's id at the host. */
  subject: z.nullable(z.string()),
  shop: z.nullable(z.string()),
  plan: z.union([Plan, z.literal('guest')]),
  verified: z.boolean(),
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
})

/** One line of the queue. */
export const StaffTicketSummary = z.strictObject({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  status: TicketStatus,
  department: z.string(),
  suggestedDepartment: z.nullable(z.strictObject({ id: z.string(), confidence: z.number() })),
  assignee: z.nullable(z.string()),
  tags: z.array(z.string()),
  subject: z.string(),
  locale: Locale,
  requester: Requester,
  verified: z.boolean(),
  submittedAt: Time,
  updatedAt: Time,
  reactionDueAt: Time,
  reactedAt: z.nullable(Time),
  reaction: ReactionState,
})
export type StaffTicketSummary = z.infer<typeof StaffTicketSummary>

/** One line of a ticket's history: an event as it happened. */
export const StaffHistoryEntry = z.looseObject({
  seq: z.number(),
  id: z.string(),
  at: Time,
  kind: z.enum(['submitted', 'message', 'changed', 'decision']),
})
type EntryOf<E> = E extends TicketEvent ? Omit<E, 'at'> & { seq: number; id: string; at: string } : never
export type StaffHistoryEntry = EntryOf<TicketEvent>

export const StaffTicket = z.strictObject({
  ...StaffTicketSummary.shape,
  ...draftParts,
  attachments: z.array(AttachmentReply),
  findings: z.array(FindingReply),
  /** Articles that the owner was shown and opened in the day before, where the ticket is asked for by itself. */
  suggestions: z.optional(z.strictObject({ shown: z.array(z.string()), opened: z.array(z.string()) })),
  history: z.array(StaffHistoryEntry),
})
export type StaffTicket = Omit<z.infer<typeof StaffTicket>, 'history'> & { history: StaffHistoryEntry[] }

export const StaffTokenReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: Time,
  lastUsedAt: z.nullable(Time),
})

export const CountsReply = z.strictObject({
  status: z.record(TicketStatus, z.number()),
  department: z.record(z.string(), z.number()),
  breached: z.number(),
})
