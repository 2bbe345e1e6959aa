// Webhooks after Standard Webhooks 1.0: what the API answers of them, and what they are sent.
import * as z from 'zod/mini'
import { StaffHistoryEntry, TicketHead } from './staff-replies.ts'

const Time = z.iso.datetime()

export const WebhookType = z.enum(['ticket.created', 'ticket.updated', 'message.created', 'decision.created'])
export type WebhookType = z.infer<typeof WebhookType>

export const WebhookReply = z.strictObject({
  id: z.string(),
  url: z.string(),
  events: z.array(WebhookType),
  createdAt: Time,
  /** When its receiver said 410, or null while it is sent to. */
  disabledAt: z.nullable(Time),
})
export type WebhookReply = z.infer<typeof WebhookReply>

/** The only time that the secret is shown. */
export const CreatedWebhook = z.strictObject({ ...WebhookReply.shape, secret: z.string() })
export type CreatedWebhook = z.infer<typeof CreatedWebhook>

export const DeliveryReply = z.strictObject({
  id: z.string(),
  type: WebhookType,
  ticketId: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  createdAt: Time,
  /** When it is tried again; null when it is not. */
  nextAttemptAt: z.nullable(Time),
  finishedAt: z.nullable(Time),
  /** The last answer's status, or what stood in its way. */
  status: z.nullable(z.number()),
  error: z.nullable(z.string()),
})
export type DeliveryReply = z.infer<typeof DeliveryReply>

/** The body of every delivery. */
export const WebhookPayload = z.strictObject({
  type: WebhookType,
  timestamp: Time,
  data: z.strictObject({
    ticket: TicketHead,
    event: StaffHistoryEntry,
    /** Texts were left out, because the whole would have been over 64 KB. */
    shortened: z.optional(z.literal(true)),
  }),
})
export type WebhookPayload = z.infer<typeof WebhookPayload>
