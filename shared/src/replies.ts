// What the API answers to the widget. Schemas, because the API document is made of them; the widget takes the types.
import * as z from 'zod/mini'
import { Plan } from './caller.ts'
import { Language } from './locale.ts'
import { DraftLimits, Words } from './policy/policy.ts'
import { Environment, NoSteps, PartialDraft, Screenshot, TicketStatus } from './ticket.ts'
import { DecisionKind, Message, TicketLink } from './ticket-events.ts'

const Time = z.iso.datetime()

export const ReactionState = z.enum(['pending', 'met', 'breached'])

export const FindingReply = z.strictObject({
  code: z.string(),
  severity: z.enum(['block', 'advice']),
  path: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

const DepartmentReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  covers: z.string(),
  available: z.boolean(),
  /** Why it is closed to this caller (R3). */
  reason: z.optional(z.literal('department_not_in_plan')),
})

/** The part of the policy that the widget checks drafts with (R23): the same figures as the server's. */
const Rules = z.strictObject({
  departments: z.array(z.strictObject({ id: z.string(), name: Words, covers: Words })),
  plans: z.record(Plan, z.strictObject({ departments: z.array(z.string()) })),
  /** `pictures`: whether guests may give some. */
  guest: z.strictObject({ departments: z.array(z.string()), pictures: z.boolean() }),
  ticket: z.strictObject({ descriptionLetters: z.number(), steps: z.number() }),
  limits: DraftLimits,
})

/** One path over 24 by 24, an outline in the colour of the text like the widget's own signs. */
export const Logo = z.string().check(z.regex(/^[Mm][\d\sMmLlHhVvCcSsQqTtAaZz,.eE+-]*$/), z.maxLength(4_000))

export const SupportReply = z.strictObject({
  open: z.boolean(),
  opensAt: z.nullable(Time),
  closesAt: z.nullable(Time),
  zone: z.string(),
  departments: z.array(DepartmentReply),
  reaction: z.strictObject({ hours: z.number(), clock: z.enum(['calendar', 'support']) }),
  phones: z.array(z.strictObject({ number: z.string(), name: z.optional(z.string()) })),
  /** What the phone is for (R8). */
  phonesNote: z.string(),
  limits: z.record(z.string(), z.number()),
  caller: z.strictObject({
    kind: z.enum(['owner', 'guest']),
    plan: z.optional(Plan),
    /** What the plan is called in the language asked for. */
    planName: z.optional(z.string()),
    name: z.optional(z.string()),
    email: z.optional(z.string()),
  }),
  rules: Rules,
  /**
   * The desk's own words in place of the widget's, by their names, and its logo: in the language that was asked for, or
   * the one that the desk speaks instead.
   */
  own: z.optional(
    z.strictObject({ locale: Language, words: z.record(z.string(), z.string()), logo: z.optional(Logo) }),
  ),
  /** What of the identity token was not taken, for its integrator: in the demo and at log level debug only. */
  identityNotes: z.optional(z.array(z.string())),
})
export type SupportReply = z.infer<typeof SupportReply>

export const Suggestion = z.strictObject({
  articleId: z.string(),
  title: z.string(),
  /** The passage that matches. */
  excerpt: z.string(),
  /** Half-open ranges of the excerpt, in UTF-16 units, that match the query in the owner's inflection. */
  marks: z.array(z.tuple([z.number(), z.number()])),
  /** Where the passage stands: the article's section, then the heading over it. */
  section: z.optional(z.string()),
  /** Which question it answers, in the owner's own words, where the draft holds several. */
  subject: z.optional(z.string()),
  url: z.string(),
  score: z.number(),
  /** Why, where it was asked for. `linked`: what the score rose by because staff solve like tickets with the article. */
  explain: z.optional(
    z.strictObject({
      parts: z.record(z.string(), z.number()),
      words: z.array(z.strictObject({ word: z.string(), idf: z.number(), meanings: z.array(z.string()) })),
      confidence: z.number(),
      linked: z.number(),
    }),
  ),
})
export type Suggestion = z.infer<typeof Suggestion>

export const SuggestionsReply = z.strictObject({ queryId: z.string(), suggestions: z.array(Suggestion) })
export type SuggestionsReply = z.infer<typeof SuggestionsReply>

export const AttachmentReply = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  size: z.number(),
  width: z.number(),
  height: z.number(),
})
export type AttachmentReply = z.infer<typeof AttachmentReply>

export const draftParts = {
  subject: z.string(),
  description: z.string(),
  steps: z.array(z.string()),
  noSteps: z.optional(NoSteps),
  screenshot: Screenshot,
  locale: Language,
  pageUrl: z.optional(z.string()),
  environment: z.optional(Environment),
  templateModified: z.optional(z.boolean()),
  seen: z.optional(z.array(z.string())),
}

export const CheckReply = z.strictObject({
  findings: z.array(FindingReply),
  /** What the text suggests; null below the confidence that is worth saying (R9–R12). */
  department: z.nullable(z.strictObject({ id: z.string(), confidence: z.number() })),
  /** The likeliest one, however little speaks for it: where the owner says nothing else, and may change it. */
  likelyDepartment: z.optional(z.strictObject({ id: z.string(), confidence: z.number() })),
  split: z.optional(z.array(PartialDraft)),
  duplicates: z.array(
    z.strictObject({ id: z.string(), number: z.number(), subject: z.string(), status: TicketStatus }),
  ),
  replyBy: Time,
})
export type CheckReply = z.infer<typeof CheckReply>

export const SubmittedReply = z.strictObject({
  id: z.string(),
  number: z.number(),
  status: TicketStatus,
  department: z.string(),
  submittedAt: Time,
  reactionDueAt: Time,
  queuePosition: z.number(),
  /** Where the receipt goes; absent where none does (R17). */
  receiptTo: z.optional(z.string()),
  /** None goes: an address that nobody has proved to be theirs gets one an hour. */
  receiptHeld: z.optional(z.boolean()),
})
export type SubmittedReply = z.infer<typeof SubmittedReply>

/** One line of the owner's list. */
export const TicketSummary = z.strictObject({
  id: z.string(),
  number: z.number(),
  subject: z.string(),
  status: TicketStatus,
  department: z.string(),
  submittedAt: Time,
  updatedAt: Time,
  reactionDueAt: Time,
  reactedAt: z.nullable(Time),
  /** Whether staff answered or decided since the owner last read it, on whichever device. */
  unread: z.boolean(),
})
export type TicketSummary = z.infer<typeof TicketSummary>

/** A public line of a ticket's history: what the owner may see. */
export const HistoryEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('submitted'), id: z.string(), at: Time }),
  z.strictObject({
    kind: z.literal('message'),
    id: z.string(),
    at: Time,
    from: z.enum(['owner', 'staff', 'system']),
    name: z.nullable(z.string()),
    text: z.string(),
    attachments: z.array(AttachmentReply),
    articleId: z.optional(z.string()),
    /** The article that the answer rests on, as it was then. */
    article: Message.shape.article,
    /** The tickets that other questions of this one became (R16). */
    splitInto: Message.shape.splitInto,
  }),
  z.strictObject({
    kind: z.literal('decision'),
    id: z.string(),
    at: Time,
    name: z.nullable(z.string()),
    decision: DecisionKind,
    reason: z.optional(z.string()),
    /** The reason in the owner's words and what they can do next (R19). */
    reasonText: z.optional(z.string()),
    help: z.optional(z.string()),
    text: z.optional(z.string()),
    until: z.optional(Time),
    /** The ticket of theirs that this one repeats (R17). */
    duplicateOf: z.optional(TicketLink),
  }),
  z.strictObject({ kind: z.literal('status'), id: z.string(), at: Time, status: TicketStatus }),
])
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const TicketReply = z.strictObject({
  ...TicketSummary.shape,
  ...draftParts,
  /** The owner had read everything up to then. */
  readAt: Time,
  attachments: z.array(AttachmentReply),
  /** Place among the open tickets of the department accepted earlier, plus one (R18); null once closed. */
  queuePosition: z.nullable(z.number()),
  /** In order of time: the latest fifty lines, or those before `before`. */
  history: z.array(HistoryEntry),
  /** For `before`: leads to earlier lines; null where there are none. */
  historyCursor: z.nullable(z.string()),
})
export type TicketReply = z.infer<typeof TicketReply>

export const UnreadReply = z.strictObject({ unread: z.number() })
export type UnreadReply = z.infer<typeof UnreadReply>

export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) })
