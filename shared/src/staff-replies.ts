// What the API answers to staff.
import * as z from 'zod/mini'
import { Plan } from './caller.ts'
import { Language } from './locale.ts'
import { AttachmentReply, draftParts, FindingReply, ReactionState } from './replies.ts'
import { Actor, DecisionKind, Message, Decision, TicketLink } from './ticket-events.ts'
import { PartialDraft, TicketStatus } from './ticket.ts'

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

/** What the text suggested at submission; a personal manager answers where `personalManager` says so (R12). */
export const SuggestedDepartment = z.strictObject({
  id: z.string(),
  confidence: z.number(),
  personalManager: z.optional(z.boolean()),
})

/** One line of the queue. */
export const StaffTicketSummary = z.strictObject({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  status: TicketStatus,
  department: z.string(),
  suggestedDepartment: z.nullable(SuggestedDepartment),
  assignee: z.nullable(z.string()),
  tags: z.array(z.string()),
  subject: z.string(),
  /** The first words of the description. */
  excerpt: z.string(),
  locale: Language,
  requester: Requester,
  verified: z.boolean(),
  submittedAt: Time,
  updatedAt: Time,
  reactionDueAt: Time,
  reactedAt: z.nullable(Time),
  reaction: ReactionState,
  /** Whose turn it is; null once closed. */
  awaiting: z.nullable(z.enum(['staff', 'owner'])),
  lastOwnerAt: Time,
  /** The last public word of the staff. */
  lastStaffAt: z.nullable(Time),
  /** What time was extended to (R19). */
  extendedUntil: z.nullable(Time),
  /** Whether nobody on the staff has touched the ticket since its owner last wrote. */
  unreadByStaff: z.boolean(),
})
export type StaffTicketSummary = z.infer<typeof StaffTicketSummary>

const line = { seq: z.number(), id: z.string(), at: Time, by: Actor }

/** What was decided and why (R19). */
export const StaffDecision = z.strictObject({ ...Decision.shape, kind: DecisionKind, until: z.optional(Time) })

const entriesWith = <More extends z.core.$ZodShape>(more: More) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('submitted'),
      ...line,
      ...more,
      department: z.string(),
      reactionDueAt: Time,
      splitFrom: z.optional(TicketLink),
    }),
    z.strictObject({
      kind: z.literal('message'),
      ...line,
      ...more,
      visibility: Message.shape.visibility,
      text: z.string(),
      attachments: z.array(z.string()),
      articleId: z.optional(z.string()),
      article: Message.shape.article,
      splitInto: Message.shape.splitInto,
      warns: Message.shape.warns,
    }),
    z.strictObject({
      kind: z.literal('changed'),
      ...line,
      ...more,
      status: z.optional(TicketStatus),
      department: z.optional(z.string()),
      assignee: z.optional(z.nullable(z.string())),
      tags: z.optional(z.array(z.string())),
    }),
    z.strictObject({
      kind: z.literal('decision'),
      ...line,
      ...more,
      decision: StaffDecision,
    }),
  ])

/** One line of a ticket's history: an event as it happened. */
export const StaffHistoryEntry = entriesWith({})
export type StaffHistoryEntry = z.infer<typeof StaffHistoryEntry>

/** A ticket in few words: another of the same owner's. */
export const OtherTicket = z.strictObject({
  id: z.string(),
  number: z.number(),
  subject: z.string(),
  status: TicketStatus,
  department: z.string(),
  submittedAt: Time,
})
export type OtherTicket = z.infer<typeof OtherTicket>

export const StaffTicket = z.strictObject({
  ...StaffTicketSummary.shape,
  ...draftParts,
  attachments: z.array(AttachmentReply),
  findings: z.array(FindingReply),
  /** Articles that the owner was shown and opened in the day before, where the ticket is asked for by itself. */
  suggestions: z.optional(z.strictObject({ shown: z.array(z.string()), opened: z.array(z.string()) })),
  /** In order of time: the latest fifty lines, or those before `before`. */
  history: z.array(StaffHistoryEntry),
  /** For `before`: leads to earlier lines; null where there are none. */
  historyCursor: z.nullable(z.string()),
  /** The owner's other tickets, newest first, at most ten, where the ticket is asked for by itself. */
  otherTickets: z.optional(z.array(OtherTicket)),
})
export type StaffTicket = z.infer<typeof StaffTicket>

/** What a split gives: the ticket that stays, and those that its other questions became (R16). */
export const SplitReply = z.strictObject({ ticket: StaffTicket, created: z.array(OtherTicket) })
export type SplitReply = z.infer<typeof SplitReply>

/** The questions that a ticket seems to hold, the one that it keeps first; none where it is one (R16). */
export const PartsReply = z.strictObject({ parts: z.array(PartialDraft) })
export type PartsReply = z.infer<typeof PartsReply>

/** What an event of the stream says of its ticket, as it is now: a list follows without asking for each. */
export const TicketHead = z.strictObject({
  id: z.string(),
  number: z.number(),
  subject: z.string(),
  status: TicketStatus,
  plan: Requester.shape.plan,
  department: z.string(),
  assignee: z.nullable(z.string()),
  version: z.number(),
})
export type TicketHead = z.infer<typeof TicketHead>

/** The data of one server-sent event: a line of history and the ticket that it is of. */
export const StaffEvent = entriesWith({ ticketId: z.string(), ticket: TicketHead })
export type StaffEvent = z.infer<typeof StaffEvent>

/** What happened since the version that a writer had read: the rest of a 412. */
export const StaleReply = z.strictObject({ version: z.number(), changes: z.array(StaffHistoryEntry) })
export type StaleReply = z.infer<typeof StaleReply>

export const Scope = z.enum(['read', 'write', 'admin'])
export type Scope = z.infer<typeof Scope>

export const StaffTokenReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: z.nullable(Time),
  lastUsedAt: z.nullable(Time),
  expiresAt: z.nullable(Time),
  /** Where it comes from: made through the API, or brought by the settings. */
  source: z.enum(['api', 'settings']),
})

/** Words that owners say for what an article calls otherwise, and the questions that tell it. */
export const LexiconProposal = z.strictObject({
  id: z.string(),
  /** As most of them wrote it. */
  from: z.string(),
  /** The word of the article’s title that says most. */
  to: z.string(),
  articleId: z.string(),
  /** Questions with these words that the article solved, by the owner’s word; by staff’s answer; that it did not. */
  solved: z.number(),
  linked: z.number(),
  notHelpful: z.number(),
  /** How many owners asked so. */
  people: z.number(),
  examples: z.array(z.string()),
  lastAt: Time,
})
export type LexiconProposal = z.infer<typeof LexiconProposal>

export const CountsReply = z.strictObject({
  status: z.record(TicketStatus, z.number()),
  /** Open tickets. */
  department: z.record(z.string(), z.number()),
  /** Open tickets whose reaction is overdue. */
  breached: z.number(),
  /** Open tickets whose reaction is still to come, in time or late. */
  due: z.number(),
  /** Open tickets by whose turn it is. */
  awaiting: z.strictObject({ staff: z.number(), owner: z.number() }),
  /** Open tickets that are assigned to nobody. */
  unassigned: z.number(),
  /** Open tickets that are assigned to whoever asks. */
  mine: z.number(),
  /** Open tickets whose time was extended. */
  extended: z.number(),
  /** Open tickets by assignee. */
  assignee: z.record(z.string(), z.number()),
})
export type CountsReply = z.infer<typeof CountsReply>
