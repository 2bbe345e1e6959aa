import { Hono } from 'hono'
import * as z from 'zod/mini'
import { StaffHistoryEntry, StaffTicket } from '@bilet/shared/staff-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { ifMatch, optionalIfMatch } from '../http/etag.ts'
import { IdParam } from '../http/id-param.ts'
import { historyPage } from '../http/paging.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { ChangeBody, DecisionBody, MessageBody, toDecision } from '../tickets/staff-bodies.ts'
import { createStaffWork } from '../tickets/staff-work.ts'
import { toStaffEntry } from '../tickets/staff-view.ts'
import { claimOf, createStaffTicketReply, doneOrRefused, writingOf } from './staff-ticket-replies.ts'

const version = { ETag: 'The version, for `If-Match`' }

/** One ticket, read and worked on. */
export const staffTicketRoutes = (deps: Deps) => {
  const { tickets } = deps
  const work = createStaffWork(deps)
  const full = createStaffTicketReply(deps)

  return new Hono<AppEnv>()
    .get(
      '/tickets/:id',
      describe({
        summary: 'Everything about a ticket',
        description:
          'The latest fifty lines of its history, in order of time; `before=` with `historyCursor` gives the fifty before those.',
        auth: 'staff:read',
        success: { status: 200, schema: StaffTicket, headers: version },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', IdParam),
      validate('query', z.strictObject(historyPage)),
      async (c) => {
        const ticket = await tickets.find(c.req.valid('param').id)
        if (!ticket) throw new Refusal('not_found')
        return c.json(await full(c, ticket, c.req.valid('query').before))
      },
    )
    .patch(
      '/tickets/:id',
      describe({
        summary: 'Change status, department, assignee or tags',
        description:
          'Needs `If-Match` with the ETag that was read. Closing is a decision: `resolved` and `refused` are answered `decision_required`.',
        auth: 'staff:write',
        success: { status: 200, schema: StaffTicket, headers: version },
        refused: ['decision_required', 'department_unknown', 'assignee_unknown'],
        problems: ['not_found', 'version_stale', 'version_required'],
        idempotent: 'optional',
        conditional: 'required',
        example: { status: 'in_progress', tags: ['праздники'] },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', ChangeBody),
      async (c) => {
        const at = ifMatch(c)
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        const done = await work.act(id, { change }, writingOf(c, at, claimOf(c, 'change', id, change)))
        return c.json(await full(c, doneOrRefused(c, done).ticket))
      },
    )
    .post(
      '/tickets/:id/messages',
      describe({
        summary: 'Answer the owner, or leave a note for staff',
        description:
          'With `status`, `assignee` and `decision` all of it is done in one go and told in one letter. Pictures come from `POST /v1/staff/attachments`. The article stands in the thread and in the letter with its title and link.',
        auth: 'staff:write',
        success: { status: 201, schema: StaffHistoryEntry, headers: version },
        refused: [
          'text_missing',
          'attachment_unknown',
          'article_unknown',
          'decision_required',
          'assignee_unknown',
          'reason_required',
          'unknown_reason',
          'until_in_past',
        ],
        problems: ['not_found', 'version_stale', 'decision_not_allowed'],
        idempotent: 'optional',
        conditional: 'optional',
        example: { text: 'Проверили: письма уходят. Посмотрите папку «Спам».', visibility: 'public' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', MessageBody),
      async (c) => {
        const at = optionalIfMatch(c)
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const { status, assignee, decision, ...message } = body
        const isChange = status !== undefined || assignee !== undefined
        const act = {
          message,
          ...(isChange && { change: { ...(status && { status }), ...(assignee !== undefined && { assignee }) } }),
          ...(decision && { decision: toDecision(decision) }),
        }
        const done = doneOrRefused(c, await work.act(id, act, writingOf(c, at, claimOf(c, 'message', id, body))))
        const [said] = done.events
        if (!said) throw new Error('a message left no event')
        return c.json(toStaffEntry(said), 201)
      },
    )
    .post(
      '/tickets/:id/decisions',
      describe({
        summary: 'Extend, refuse or resolve, with the reason the owner will read (R19)',
        description: 'What is closed is opened again first, by a status; what was refused may be resolved.',
        auth: 'staff:write',
        success: { status: 201, schema: StaffTicket, headers: version },
        refused: ['reason_required', 'unknown_reason', 'until_in_past'],
        problems: ['not_found', 'version_stale', 'decision_not_allowed'],
        idempotent: 'optional',
        conditional: 'optional',
        example: { kind: 'refuse', reason: 'third_party_service', text: 'Сбой на стороне платёжного сервиса.' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', DecisionBody),
      async (c) => {
        const at = optionalIfMatch(c)
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const act = { decision: toDecision(body) }
        const done = await work.act(id, act, writingOf(c, at, claimOf(c, 'decision', id, body)))
        return c.json(await full(c, doneOrRefused(c, done).ticket), 201)
      },
    )
}
