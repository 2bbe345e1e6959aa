// What staff send about tickets.
import * as z from 'zod/mini'
import { limits } from '@bilet/shared/limits'
import { DecisionKind, Visibility } from '@bilet/shared/ticket-events'
import type { Decision } from '@bilet/shared/ticket-events'
import { ArticleId, Id, PartialDraft, text, TicketStatus } from '@bilet/shared/ticket'

export const Tag = text(limits.tag).check(z.trim(), z.minLength(1))

const changeFields = {
  status: z.optional(TicketStatus),
  department: z.optional(text(40)),
  assignee: z.optional(z.nullable(text(100))),
  tags: z.optional(z.array(Tag).check(z.maxLength(limits.tags))),
}

export const ChangeBody = z
  .strictObject(changeFields)
  .check(z.refine((change) => Object.keys(change).length > 0, { error: 'nothing_to_change' }))

export const DecisionBody = z.strictObject({
  kind: DecisionKind,
  reason: z.optional(text(40)),
  text: z.optional(text(limits.message)),
  until: z.optional(z.iso.datetime({ offset: true })),
})

export const MessageBody = z.strictObject({
  text: text(limits.message),
  visibility: Visibility,
  attachments: z.optional(z.array(Id).check(z.maxLength(limits.attachments))),
  articleId: z.optional(ArticleId),
  status: changeFields.status,
  assignee: changeFields.assignee,
  decision: z.optional(DecisionBody),
})

/** What staff write down for an owner: subject and description, the rest where it is known. */
export const StaffDraftBody = z.strictObject({
  ...PartialDraft.shape,
  subject: text(limits.subject),
  description: text(limits.description),
})
export type StaffDraft = z.infer<typeof StaffDraftBody>

export const SplitBody = z.strictObject({
  parts: z.array(StaffDraftBody).check(z.minLength(1), z.maxLength(10)),
  text: z.optional(text(limits.message)),
})

export const DuplicateBody = z.strictObject({ of: Id, text: z.optional(text(limits.message)) })

/** A ticket opened for an owner. */
export const OpenBody = z.strictObject({
  ...StaffDraftBody.shape,
  requester: z.strictObject({
    shop: text(200).check(z.minLength(1)),
    /** As the identity tokens of their shop name them. */
    subject: z.optional(text(200).check(z.minLength(1))),
    issuer: z.optional(text(200).check(z.minLength(1))),
    email: z.optional(text(limits.email).check(z.email())),
    name: z.optional(text(200)),
  }),
})

export type OpenFor = z.infer<typeof OpenBody>

const Ids = z.array(Id).check(z.minLength(1), z.maxLength(100))

export const BulkBody = z
  .strictObject({ ids: Ids, change: z.optional(ChangeBody), decision: z.optional(DecisionBody) })
  .check(
    z.refine(({ change, decision }) => (change === undefined) !== (decision === undefined), {
      error: 'change_or_decision_required',
    }),
  )

/** A decision as history keeps it. */
export function toDecision({ until, text: words, ...body }: z.infer<typeof DecisionBody>): Decision {
  return {
    ...body,
    ...(words?.trim() && { text: words.trim() }),
    ...(until !== undefined && { until: Date.parse(until) }),
  }
}
