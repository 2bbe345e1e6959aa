import { Hono } from 'hono'
import * as z from 'zod/mini'
import { pageOf } from '@bilet/shared/replies'
import { CountsReply, StaffTicketSummary } from '@bilet/shared/staff-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { BulkBody, toDecision } from '../tickets/staff-bodies.ts'
import { toQueueFilter } from '../tickets/staff-filters.ts'
import { createStaffWork } from '../tickets/staff-work.ts'
import type { Act, Done } from '../tickets/staff-work.ts'
import { toStaffSummary } from '../tickets/staff-view.ts'
import { ListQuery } from './staff-list-query.ts'
import { claimOf, writingOf } from './staff-ticket-replies.ts'

const BulkReply = z.strictObject({
  results: z.array(
    z.strictObject({
      id: z.string(),
      outcome: z.enum(['changed', 'not_found', 'stale', 'decision_not_allowed']),
      version: z.optional(z.number()),
    }),
  ),
})
type BulkResult = z.infer<typeof BulkReply>['results'][number]

/** The queue: what there is to do, and what is done to many at once. */
export const staffQueueRoutes = (deps: Deps) => {
  const { tickets, clock } = deps
  const work = createStaffWork(deps)
  return new Hono<AppEnv>()
    .get(
      '/tickets',
      describe({
        summary: 'The queue: open tickets in order of arrival unless asked otherwise',
        description:
          'Several values of `status`, `department` and `plan` are separated by commas; `status=any` is every one. `assignee` is a name, `none` or `me`. `awaiting` tells open tickets by whose turn it is. `q` finds words in any form, and number, e-mail, name, shop, a telephone number by its digits. `sort=extendedUntil` lists those whose time was extended.',
        auth: 'staff:read',
        success: { status: 200, schema: pageOf(StaffTicketSummary) },
      }),
      requireScope('read'),
      validate('query', ListQuery),
      async (c) => {
        const { cursor, limit, sort, ...query } = c.req.valid('query')
        const now = clock()
        const page = await tickets.list(toQueueFilter(query, c.get('staff').name), {
          limit,
          sort,
          now,
          ...(cursor && { cursor }),
        })
        return c.json({ items: page.items.map((ticket) => toStaffSummary(ticket, now)), nextCursor: page.nextCursor })
      },
    )
    .get(
      '/tickets/counts',
      describe({
        summary: 'How many, by status, department, overdue',
        auth: 'staff:read',
        success: { status: 200, schema: CountsReply },
      }),
      requireScope('read'),
      async (c) => c.json(await tickets.counts(clock(), c.get('staff').name)),
    )
    .post(
      '/tickets/bulk',
      describe({
        summary: 'One change or decision to many tickets, a result for each',
        description:
          'A decision is told to each owner. With an `Idempotency-Key` a repeat does nothing to those that had it.',
        auth: 'staff:write',
        success: { status: 200, schema: BulkReply },
        refused: [
          'decision_required',
          'department_unknown',
          'assignee_unknown',
          'reason_required',
          'unknown_reason',
          'until_in_past',
        ],
        idempotent: 'optional',
        example: { ids: ['unknown'], change: { tags: ['праздники'] } },
      }),
      requireScope('write'),
      validate('json', BulkBody),
      async (c) => {
        const body = c.req.valid('json')
        const act: Act = {
          ...(body.change && { change: body.change }),
          ...(body.decision && { decision: toDecision(body.decision) }),
        }
        const issues = await work.check(act)
        if (issues.length > 0) throw new Refusal('invalid_body', { issues })
        const results: BulkResult[] = []
        for (const id of new Set(body.ids)) {
          const done = await work.act(id, act, writingOf(c, null, claimOf(c, 'bulk', id, body)))
          results.push({ id, ...outcomeOf(done) })
        }
        return c.json({ results })
      },
    )
}

/** Everything else is refused for the whole call, or cannot happen without a version. */
function outcomeOf(done: Done): Omit<BulkResult, 'id'> {
  if ('events' in done) return { outcome: 'changed', version: done.ticket.version }
  if (done.outcome === 'key_reused') throw new Refusal('idempotency_key_reused')
  if (done.outcome === 'refused') throw new Refusal('invalid_body', { issues: done.issues })
  return { outcome: done.outcome, ...('ticket' in done && { version: done.ticket.version }) }
}
