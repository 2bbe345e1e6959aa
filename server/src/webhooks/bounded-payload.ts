import type { WebhookPayload } from '@bilet/shared/webhook-replies'

/** What a receiver is sent at most, bytes. */
export const mostBytes = 64 * 1024

/** The payload, its texts left out where it would be too large. */
export function boundedPayload(payload: WebhookPayload): WebhookPayload {
  if (new TextEncoder().encode(JSON.stringify(payload)).length <= mostBytes) return payload
  const { event } = payload.data
  const short =
    event.kind === 'message' ? { ...event, text: '' } : event.kind === 'decision' ? withoutText(event) : event
  return { ...payload, data: { ...payload.data, event: short, shortened: true } }
}

function withoutText<E extends { decision: { text?: string | undefined } }>(event: E): E {
  const { text: _text, ...decision } = event.decision
  return { ...event, decision }
}
