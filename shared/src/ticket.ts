// What an owner writes and what becomes of it. One definition: the widget checks with it, the server refuses by it.
import * as z from 'zod/mini'
import { isEmail } from './email.ts'
import { Language } from './locale.ts'
import { limits } from './limits.ts'

/** States of a ticket; statuses.ts tells which are open. */
export const TicketStatus = z.enum(['new', 'in_progress', 'waiting_for_customer', 'resolved', 'refused'])
export type TicketStatus = z.infer<typeof TicketStatus>

/** The honest way out of "steps" (R14). */
export const NoSteps = z.enum(['just_a_question', 'happens_by_itself'])
export type NoSteps = z.infer<typeof NoSteps>

/** Text without NUL and lone surrogates, which databases and JSON readers disagree about. */
export const text = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => !/[\0\p{Surrogate}]/u.test(value), { error: 'invalid_text' }),
  )

const list = <T extends z.core.$ZodType>(item: T, max: number) => z.array(item).check(z.maxLength(max))

/** An opaque id as the server makes them. */
export const Id = text(64).check(z.regex(/^[A-Za-z0-9_-]+$/))

/** An article's id as its source names it: a file's path without the ending, or a line's `id`. */
export const ArticleId = text(200).check(z.minLength(1))

/** Pictures, links to pictures, or the honest way out (R15). */
export const Screenshot = z.strictObject({
  attachments: list(Id, limits.attachments),
  links: list(text(limits.url), limits.links),
  none: z.optional(z.enum(['nothing_to_show'])),
})
export type Screenshot = z.infer<typeof Screenshot>

/** Facts about the page added by the widget: free text, or values by name. Shown to the owner, who may remove them. */
export const Environment = z.union([
  text(limits.environment),
  z
    .record(text(40), z.union([text(500), z.number(), z.boolean()]))
    .check(z.refine((facts) => Object.keys(facts).length <= limits.environmentEntries, { error: 'too_many' })),
])
export type Environment = z.infer<typeof Environment>

/** Where the owner was: a page that a browser can open. It becomes a link before staff, so nothing that runs. */
export const PageUrl = text(limits.url).check(
  z.refine((url) => /^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/iu.test(url), { error: 'invalid_url' }),
)

const draftFields = {
  subject: text(limits.subject),
  description: text(limits.description),
  steps: list(text(limits.step), limits.steps),
  noSteps: z.optional(NoSteps),
  screenshot: Screenshot,
  department: text(40),
  locale: Language,
  pageUrl: z.optional(PageUrl),
  environment: z.optional(Environment),
  templateModified: z.optional(z.boolean()),
  seen: z.optional(list(ArticleId, limits.seen)),
  email: z.optional(text(limits.email).check(z.refine(isEmail, { error: 'invalid_email' }))),
}

/** A whole draft: what `POST /v1/tickets` takes. */
export const TicketDraft = z.strictObject(draftFields)
export type TicketDraft = z.infer<typeof TicketDraft>

/** A draft on its way: what `POST /v1/tickets/check` takes; anything may be missing. */
export const PartialDraft = z.partial(
  z.strictObject({ ...draftFields, screenshot: z.partial(Screenshot), email: z.optional(text(limits.email)) }),
)
export type PartialDraft = z.infer<typeof PartialDraft>
