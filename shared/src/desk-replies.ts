// What the API answers of the desk itself: who asks, what there is to choose from, canned replies, what was done.
import * as z from 'zod/mini'
import { Plan } from './caller.ts'
import { limits } from './limits.ts'
import { Language } from './locale.ts'
import { DraftLimits, SupportPolicy, Words } from './policy/policy.ts'
import { Scope } from './staff-replies.ts'
import { Id, text } from './ticket.ts'

const Time = z.iso.datetime()

/** Whose token it is. */
export const MeReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  expiresAt: z.nullable(Time),
})
export type MeReply = z.infer<typeof MeReply>

/** What staff choose from: everything in the words of each language. */
export const DeskReply = z.strictObject({
  departments: z.array(z.strictObject({ id: z.string(), name: Words, covers: Words })),
  /** Why time is extended or support refused (R19), as the owner will read it. */
  reasons: z.array(z.strictObject({ id: z.string(), words: Words, help: Words })),
  plans: z.record(
    Plan,
    z.strictObject({
      name: Words,
      departments: z.array(z.string()),
      reaction: SupportPolicy.shape.guest.shape.reaction,
    }),
  ),
  zone: z.string(),
  hours: SupportPolicy.shape.hours,
  closedDates: z.array(z.string()),
  open: z.boolean(),
  opensAt: z.nullable(Time),
  closesAt: z.nullable(Time),
  /** Who a ticket may be assigned to. */
  agents: z.array(z.strictObject({ name: z.string() })),
  limits: z.strictObject({ ...DraftLimits.shape, message: z.number(), tags: z.number(), tag: z.number() }),
})
export type DeskReply = z.infer<typeof DeskReply>

/** What a canned reply may leave open. */
const replyVariables = new Set(['name', 'number', 'article'])

/** What stands between `{{` and `}}`, once through the text: a pattern would begin again at each brace and blank. */
const namesIn = (words: string) =>
  words
    .split('{{')
    .slice(1)
    .flatMap((part) => (part.includes('}}') ? [(part.split('}}')[0] ?? '').trim()] : []))

/** A canned reply. Its text may hold `{{name}}`, `{{number}}` and `{{article}}`, which the writer's program fills in. */
export const CannedReply = z.strictObject({
  title: text(100).check(z.minLength(1)),
  text: text(limits.message).check(
    z.minLength(1),
    z.refine((words) => namesIn(words).every((name) => replyVariables.has(name)), {
      error: 'unknown_variable',
    }),
  ),
  locale: Language,
  department: z.optional(text(40)),
})
export type CannedReply = z.infer<typeof CannedReply>

export const StoredReply = z.strictObject({ id: Id, ...CannedReply.shape, updatedAt: Time })
export type StoredReply = z.infer<typeof StoredReply>

/** A tag and how many tickets bear it, the most used first. */
export const TagsReply = z.strictObject({ items: z.array(z.strictObject({ tag: z.string(), tickets: z.number() })) })

/** One thing that was done at the desk. `before` and `after` hold what changed, never an owner's words. */
export const AuditEntry = z.strictObject({
  at: Time,
  /** Name of the token, or `system`. */
  actor: z.string(),
  action: z.string(),
  /** What it was done to, `kind:id`. */
  object: z.string(),
  before: z.optional(z.record(z.string(), z.unknown())),
  after: z.optional(z.record(z.string(), z.unknown())),
})
export type AuditEntry = z.infer<typeof AuditEntry>
