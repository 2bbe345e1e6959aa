// A ticket's history: what happened, in order, never changed afterwards. Its present state is what the events add up to.
import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { ArticleId, Id, text, TicketStatus } from './ticket.ts'

/** Who did it. `system` is automatic: mail, expiry, routing; it never counts as a reaction (R6). */
export const Actor = z.strictObject({
  kind: z.enum(['owner', 'staff', 'system']),
  /** The owner's user id, or the staff token's id. */
  id: z.optional(z.string()),
  /** As the other side may see it. */
  name: z.optional(z.string()),
})
export type Actor = z.infer<typeof Actor>

export const DecisionKind = z.enum(['extend', 'refuse', 'resolve'])
export type DecisionKind = z.infer<typeof DecisionKind>

export const Visibility = z.enum(['public', 'internal'])
export type Visibility = z.infer<typeof Visibility>

/** Another ticket: its id for programs, its number for people. */
export const TicketLink = z.strictObject({ id: Id, number: z.number() })
export type TicketLink = z.infer<typeof TicketLink>

/** A staff decision (R19). `reason` is an id of the policy's reasons; `until` epoch milliseconds. */
export const Decision = z.strictObject({
  kind: DecisionKind,
  reason: z.optional(text(40)),
  text: z.optional(text(limits.message)),
  until: z.optional(z.number()),
  /** The ticket of the same owner that this one repeats (R17). */
  duplicateOf: z.optional(TicketLink),
})
export type Decision = z.infer<typeof Decision>

const happened = { at: z.number(), by: Actor }

export const Submitted = z.strictObject({
  kind: z.literal('submitted'),
  ...happened,
  department: text(40),
  reactionDueAt: z.number(),
  /** The ticket whose questions were too many (R16). */
  splitFrom: z.optional(TicketLink),
})
export type Submitted = z.infer<typeof Submitted>

/** What somebody wrote; an internal note is for staff only. `articleId` is an article that the answer rests on. */
export const Message = z.strictObject({
  kind: z.literal('message'),
  ...happened,
  visibility: Visibility,
  text: text(limits.message),
  attachments: z.array(Id),
  articleId: z.optional(ArticleId),
  /** The article as it was then: a thread is read when it may be gone. */
  article: z.optional(z.strictObject({ title: z.string(), url: z.string() })),
  /** The tickets that other questions of this one became (R16). */
  splitInto: z.optional(z.array(TicketLink)),
  /** Tells of closing for want of an answer, before it is done (R19). */
  warns: z.optional(z.literal('closing_on_silence')),
})
export type Message = z.infer<typeof Message>

/** What staff changed; what is absent stayed as it was. */
const Changed = z.strictObject({
  kind: z.literal('changed'),
  ...happened,
  status: z.optional(TicketStatus),
  department: z.optional(text(40)),
  assignee: z.optional(z.nullable(z.string())),
  tags: z.optional(z.array(z.string())),
})

const Decided = z.strictObject({ kind: z.literal('decision'), ...happened, decision: Decision })

/** One line of history. `at` is epoch milliseconds. */
export const TicketEvent = z.discriminatedUnion('kind', [Submitted, Message, Changed, Decided])
export type TicketEvent = z.infer<typeof TicketEvent>
