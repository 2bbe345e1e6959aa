import { Hono } from 'hono'
import * as z from 'zod/mini'
import { limits } from '@bilet/shared/limits'
import { CountsReply, StaffHistoryEntry, StaffTicket, StaffTicketSummary } from '@bilet/shared/staff-replies'
import { pageOf } from '@bilet/shared/replies'
import { DecisionKind, Visibility } from '@bilet/shared/ticket-events'
import { ArticleId, Id, text, TicketStatus } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { etagOf, ifMatch } from '../http/etag.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { attachmentReplies } from '../tickets/attachments-of.ts'
import { createStaffWork } from '../tickets/staff-work.ts'
import { toStaffEntry, toStaffSummary, toStaffTicket } from '../tickets/staff-view.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { ListQuery } from './staff-list-query.ts'
import { toQueueFilter } from '../tickets/staff-filters.ts'
import { staffActor } from './staff-actor.ts'

const IdParam = z.strictObject({ id: z.string() })

const Change = z
  .strictObject({
    status: z.optional(TicketStatus),
    department: z.optional(text(40)),
    assignee: z.optional(z.nullable(text(100))),
    tags: z.optional(z.array(text(50)).check(z.maxLength(20))),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, { error: 'nothing_to_change' }))
export type Change = z.infer<typeof Change>

const NewMessage = z.strictObject({
  text: text(limits.message).check(z.minLength(1)),
  visibility: Visibility,
  attachments: z.optional(z.array(Id).check(z.maxLength(limits.attachments))),
  articleId: z.optional(ArticleId),
})

const NewDecision = z.strictObject({
  kind: DecisionKind,
  reason: z.optional(text(40)),
  text: z.optional(text(limits.message)),
  until: z.optional(z.iso.datetime({ offset: true })),
})

const Bulk = z.strictObject({ ids: z.array(Id).check(z.minLength(1), z.maxLength(100)), change: Change })

const BulkReply = z.strictObject({
  results: z.array(
    z.strictObject({
      id: z.string(),
      outcome: z.enum(['changed', 'not_found', 'stale']),
      version: z.optional(z.number()),
    }),
  ),
})

/** The queue and the work on it. */
export const staffTicketRoutes = (deps: Deps) => {
  const { tickets, clock } = deps
  const work = createStaffWork(deps)

  const found = async (id: string): Promise<Ticket> => {
    const ticket = await tickets.find(id)
    if (!ticket) throw new Refusal('not_found')
    return ticket
  }

  const full = async (ticket: Ticket) => {
    const history = await tickets.history(ticket.id)
    const attachments = await attachmentReplies(deps.attachments, ticket, history)
    const suggestions = await deps.learning.before(ticket)
    return { ...toStaffTicket(ticket, { history, attachments, now: clock() }), suggestions }
  }

  return new Hono<AppEnv>()
    .get(
      '/tickets',
      describe({
        summary: 'The queue: open tickets in order of arrival unless asked otherwise',
        auth: 'staff:read',
        success: { status: 200, schema: pageOf(StaffTicketSummary) },
      }),
      requireScope('read'),
      validate('query', ListQuery),
      async (c) => {
        const { cursor, limit, sort, ...query } = c.req.valid('query')
        const now = clock()
        const page = await tickets.list(toQueueFilter(query), { limit, sort, now, ...(cursor && { cursor }) })
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
      async (c) => c.json(await tickets.counts(clock())),
    )
    .post(
      '/tickets/bulk',
      describe({
        summary: 'One change to many tickets, a result for each',
        auth: 'staff:write',
        success: { status: 200, schema: BulkReply },
        example: { ids: ['unknown'], change: { tags: ['праздники'] } },
      }),
      requireScope('write'),
      validate('json', Bulk),
      async (c) => {
        const { ids, change } = c.req.valid('json')
        const issues = work.faultsOf(change)
        if (issues.length > 0) throw new Refusal('invalid_body', { issues })
        const results: z.infer<typeof BulkReply>['results'] = []
        for (const id of new Set(ids)) {
          const result = await tickets.change(id, null, [work.toEvent(staffActor(c), change)])
          results.push({
            id,
            outcome: result.outcome,
            ...(result.outcome === 'changed' && { version: result.ticket.version }),
          })
        }
        return c.json({ results })
      },
    )
    .get(
      '/tickets/:id',
      describe({
        summary: 'Everything about a ticket',
        auth: 'staff:read',
        success: { status: 200, schema: StaffTicket, headers: { ETag: 'The version, for If-Match' } },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', IdParam),
      async (c) => {
        const ticket = await found(c.req.valid('param').id)
        c.header('ETag', etagOf(ticket.version))
        return c.json(await full(ticket))
      },
    )
    .patch(
      '/tickets/:id',
      describe({
        summary: 'Change status, department, assignee or tags',
        description: 'Needs `If-Match` with the ETag that was read.',
        auth: 'staff:write',
        success: { status: 200, schema: StaffTicket, headers: { ETag: 'The new version' } },
        problems: ['not_found', 'version_stale', 'version_required'],
        example: { status: 'in_progress', assignee: 'anna' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', Change),
      async (c) => {
        const result = await work.change(staffActor(c), c.req.valid('param').id, ifMatch(c), c.req.valid('json'))
        if (result.outcome === 'refused') throw new Refusal('invalid_body', { issues: result.issues })
        if (result.outcome !== 'changed') throw new Refusal(result.outcome === 'stale' ? 'version_stale' : 'not_found')
        c.header('ETag', etagOf(result.ticket.version))
        return c.json(await full(result.ticket))
      },
    )
    .post(
      '/tickets/:id/messages',
      describe({
        summary: 'Answer the owner, or leave a note for staff',
        auth: 'staff:write',
        success: { status: 201, schema: StaffHistoryEntry },
        problems: ['not_found'],
        example: { text: 'Проверили: письма уходят. Посмотрите папку «Спам».', visibility: 'public' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', NewMessage),
      async (c) => {
        const { attachments = [], ...body } = c.req.valid('json')
        const added = await work.answer(staffActor(c), c.req.valid('param').id, { attachments, ...body })
        if (!('event' in added)) throw new Refusal('not_found')
        return c.json(toStaffEntry(added.event), 201)
      },
    )
    .post(
      '/tickets/:id/decisions',
      describe({
        summary: 'Extend, refuse or resolve, with the reason the owner will read (R19)',
        auth: 'staff:write',
        success: { status: 201, schema: StaffTicket },
        problems: ['not_found'],
        example: { kind: 'refuse', reason: 'third_party_service', text: 'Сбой на стороне платёжного сервиса.' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', NewDecision),
      async (c) => {
        const { until, ...body } = c.req.valid('json')
        const decision = { ...body, ...(until && { until: Date.parse(until) }) }
        const result = await work.decide(staffActor(c), c.req.valid('param').id, decision)
        if (result.outcome === 'refused') throw new Refusal('invalid_body', { issues: result.issues })
        if (result.outcome !== 'changed') throw new Refusal('not_found')
        c.header('ETag', etagOf(result.ticket.version))
        return c.json(await full(result.ticket), 201)
      },
    )
}
