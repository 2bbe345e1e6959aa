// One delivery: the event as the API tells it, signed, sent, and what its receiver said of it.
import type { WebhookPayload } from '@bilet/shared/webhook-replies'
import type { Log } from '../log.ts'
import { toHead, toStaffEntry } from '../tickets/staff-view.ts'
import type { TicketStore } from '../tickets/ticket-store.ts'
import { toTime } from '../util/time.ts'
import { boundedPayload } from './bounded-payload.ts'
import { signed } from './signing.ts'
import type { Attempt, DueDelivery, WebhookStore } from './webhook-store.ts'

/** Posts once; gives the answer's status. Rejects with words of our own where there was none. Redirects are answers. */
export type PostWebhook = (url: string, headers: Record<string, string>, body: string) => Promise<number>

/** Attempts at one delivery, the last ones twelve hours apart: about three days in all. */
export const maxAttempts = 16

const shortestWaitMs = 5_000
const longestWaitMs = 12 * 3_600_000

/** How long to wait after so many attempts, milliseconds: from five seconds up to twelve hours. */
export const waitAfter = (attempts: number) => Math.min(longestWaitMs, shortestWaitMs * 3 ** (attempts - 1))

export type DeliverDeps = {
  webhooks: Pick<WebhookStore, 'due' | 'claim' | 'finish' | 'retry' | 'disable'>
  tickets: Pick<TicketStore, 'find' | 'together'>
  post: PostWebhook
  /** Once it is true nothing more is taken up. */
  isStopping?: () => boolean
  clock: () => number
  log: Log
}

/**
 * Delivers what is due now, to each receiver five at a time. One that fails is left alone until the next time: however
 * much waits for it, the others wait no longer than it may take to answer once.
 */
export function createDelivering(deps: DeliverDeps): () => Promise<void> {
  const { webhooks, tickets, post, isStopping = () => false, clock, log } = deps

  async function attempt(due: DueDelivery): Promise<Attempt> {
    const payload = await payloadOf(due)
    if (payload === null) return { status: null, error: null } // Erased since: there is nothing to tell.
    const body = JSON.stringify(payload)
    const headers = await signed({ id: `${due.webhook.id}.${due.eventSeq}`, body, at: clock() }, due.webhook.secrets)
    try {
      const status = await post(due.webhook.url, { 'content-type': 'application/json', ...headers }, body)
      return { status, error: status >= 200 && status < 300 ? null : 'refused' }
    } catch (error) {
      return { status: null, error: error instanceof Error ? error.message.slice(0, 200) : 'failed' }
    }
  }

  async function payloadOf({ ticketId, eventSeq, type }: DueDelivery): Promise<WebhookPayload | null> {
    const ticket = await tickets.find(ticketId)
    const stored = (await tickets.together(eventSeq)).find(({ seq }) => seq === eventSeq)
    if (!ticket || !stored) return null
    const data = { ticket: toHead(ticket), event: toStaffEntry(stored) }
    return boundedPayload({ type, timestamp: toTime(stored.event.at), data })
  }

  /** Whether its receiver may be sent more at once. */
  async function deliver(due: DueDelivery): Promise<boolean> {
    const { seq, attempts, webhook } = due
    const made = await attempt(due)
    if (made.status === 410) {
      log.warn({ webhookId: webhook.id }, 'a webhook is gone: nothing more is sent to it')
      await webhooks.disable(webhook.id)
      await webhooks.finish(seq, { status: 410, error: 'gone' })
      return false
    }
    if (made.error === null || attempts >= maxAttempts) await webhooks.finish(seq, made)
    else await webhooks.retry(seq, clock() + waitAfter(attempts), made)
    return made.error === null
  }

  async function deliverTo(id: string): Promise<void> {
    const due = isStopping() ? [] : await webhooks.claim(id, 5)
    if (due.length === 0) return
    const done = await Promise.all(due.map(deliver))
    if (done.every(Boolean)) await deliverTo(id)
  }

  return async function drain(): Promise<void> {
    await Promise.all((await webhooks.due()).map(deliverTo))
  }
}
