import { Hono } from 'hono'
import * as z from 'zod/mini'
import { AuditEntry } from '@bilet/shared/desk-replies'
import { pageOf } from '@bilet/shared/replies'
import { text } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { numberedCursor, paging } from '../http/paging.ts'
import { range } from '../http/range.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { toTime } from '../util/time.ts'

const cursors = numberedCursor('audit')

const Query = z.strictObject({
  actor: z.optional(text(100)),
  object: z.optional(text(400)),
  ...range,
  limit: paging.limit,
  cursor: cursors.param,
})

/** Who did what. */
export const staffAuditRoutes = ({ audit }: Pick<Deps, 'audit'>) =>
  new Hono<AppEnv>().get(
    '/audit',
    describe({
      summary: 'What was done at the desk, the latest first',
      description:
        'Tickets written to, decided and assigned, articles, tokens, webhooks, canned replies, exports, persons erased. `object` is `kind:id`, such as `ticket:…`. Never an owner’s words.',
      auth: 'staff:admin',
      success: { status: 200, schema: pageOf(AuditEntry) },
    }),
    requireScope('admin'),
    validate('query', Query),
    async (c) => {
      const { limit, cursor, ...filter } = c.req.valid('query')
      const { items, next } = await audit.list(filter, { limit, before: cursor })
      return c.json({
        items: items.map(({ at, ...deed }) => ({ at: toTime(at), ...deed })),
        nextCursor: cursors.after(next),
      })
    },
  )
