import { Hono } from 'hono'
import * as z from 'zod/mini'
import { pageOf } from '@bilet/shared/replies'
import { limits } from '@bilet/shared/limits'
import { text } from '@bilet/shared/ticket'
import { CreatedWebhook, DeliveryReply, WebhookReply, WebhookType } from '@bilet/shared/webhook-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { IdParam } from '../http/id-param.ts'
import { numberedCursor, paging } from '../http/paging.ts'
import { Refusal } from '../http/problem.ts'
import { once } from '../http/once.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { toTime, toTimeOrNull } from '../util/time.ts'
import type { Delivery, Webhook } from '../webhooks/webhook-store.ts'
import { teller } from './tell-audit.ts'

const Seq = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))
const DeliveryParam = z.strictObject({ id: z.string(), delivery: Seq })

const cursors = numberedCursor('deliveries')

const isHttp = (url: string) =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === ''

const NewWebhook = z.strictObject({
  url: text(limits.url).check(z.refine(isHttp, { error: 'invalid_url' })),
  events: z.array(WebhookType).check(z.minLength(1), z.maxLength(WebhookType.options.length)),
})

const toReply = ({ createdAt, disabledAt, ...webhook }: Webhook): WebhookReply => ({
  ...webhook,
  createdAt: toTime(createdAt),
  disabledAt: toTimeOrNull(disabledAt),
})

const toDeliveryReply = ({ createdAt, dueAt, doneAt, ...delivery }: Delivery): DeliveryReply => ({
  ...delivery,
  state: doneAt === null ? 'waiting' : delivery.error === null ? 'delivered' : 'failed',
  createdAt: toTime(createdAt),
  nextAttemptAt: doneAt === null ? toTime(dueAt) : null,
  finishedAt: toTimeOrNull(doneAt),
})

/** Webhooks after Standard Webhooks 1.0. */
export const staffWebhookRoutes = ({ webhooks, audit, answers }: Pick<Deps, 'webhooks' | 'audit' | 'answers'>) => {
  const keyed = once(answers)
  const tell = teller(audit)
  return new Hono<AppEnv>()
    .get(
      '/webhooks',
      describe({
        summary: 'Webhooks, without their secrets',
        auth: 'staff:admin',
        success: { status: 200, schema: z.strictObject({ items: z.array(WebhookReply) }) },
      }),
      requireScope('admin'),
      async (c) => c.json({ items: (await webhooks.list()).map(toReply) }),
    )
    .post(
      '/webhooks',
      describe({
        summary: 'Send events to a URL; the only time the secret is shown',
        description:
          'Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature`; the body is `WebhookPayload`, at most 64 KB. Any 2xx within 15 s is taken; 410 ends it; anything else, redirects too, is tried again for three days. Private addresses are refused unless `BILET_WEBHOOKS_PRIVATE=1`.',
        auth: 'staff:admin',
        success: { status: 201, schema: CreatedWebhook },
        refused: ['url_taken'],
        example: { url: 'https://tools.example/bilet', events: ['ticket.created', 'message.created'] },
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('json', NewWebhook),
      keyed,
      async (c) => {
        const { url, events } = c.req.valid('json')
        const made = await webhooks.create(url, events)
        if (!made) throw new Refusal('invalid_body', { issues: [{ path: 'url', code: 'url_taken' }] })
        const { secret, ...webhook } = made
        await tell(c, 'webhook.created', `webhook:${webhook.id}`, { after: { url, events } })
        return c.json({ ...toReply(webhook), secret }, 201)
      },
    )
    .delete(
      '/webhooks/:id',
      describe({
        summary: 'Remove a webhook',
        auth: 'staff:admin',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await webhooks.remove(id))) throw new Refusal('not_found')
        await tell(c, 'webhook.removed', `webhook:${id}`)
        return c.body(null, 204)
      },
    )
    .post(
      '/webhooks/:id/rotate',
      describe({
        summary: 'A new secret; the old one signs too for a day',
        auth: 'staff:admin',
        success: { status: 200, schema: CreatedWebhook },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', IdParam),
      keyed,
      async (c) => {
        const { id } = c.req.valid('param')
        const secret = await webhooks.rotate(id)
        const webhook = await webhooks.find(id)
        if (secret === null || !webhook) throw new Refusal('not_found')
        await tell(c, 'webhook.rotated', `webhook:${id}`)
        return c.json({ ...toReply(webhook), secret })
      },
    )
    .get(
      '/webhooks/:id/deliveries',
      describe({
        summary: 'What was sent and what its receiver said, the latest first',
        auth: 'staff:admin',
        success: { status: 200, schema: pageOf(DeliveryReply) },
        problems: ['not_found'],
      }),
      requireScope('admin'),
      validate('param', IdParam),
      validate('query', z.strictObject({ limit: paging.limit, cursor: cursors.param })),
      async (c) => {
        const { id } = c.req.valid('param')
        if (!(await webhooks.find(id))) throw new Refusal('not_found')
        const { limit, cursor } = c.req.valid('query')
        const { items, next } = await webhooks.deliveries(id, { limit, before: cursor })
        return c.json({ items: items.map(toDeliveryReply), nextCursor: cursors.after(next) })
      },
    )
    .post(
      '/webhooks/:id/deliveries/:delivery/replay',
      describe({
        summary: 'Send a delivery again, whatever became of it',
        auth: 'staff:admin',
        success: { status: 204 },
        problems: ['not_found'],
        idempotent: 'optional',
      }),
      requireScope('admin'),
      validate('param', DeliveryParam),
      keyed,
      async (c) => {
        const { id, delivery } = c.req.valid('param')
        if (!(await webhooks.replay(id, delivery))) throw new Refusal('not_found')
        await tell(c, 'webhook.replayed', `webhook:${id}`)
        return c.body(null, 204)
      },
    )
}
