import { Hono } from 'hono'
import type { Context } from 'hono'
import { PartsReply, SplitReply, StaffTicket } from '@bilet/shared/staff-replies'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/env.ts'
import { optionalIfMatch } from '../http/etag.ts'
import { IdParam } from '../http/id-param.ts'
import { Refusal } from '../http/problem.ts'
import { requireScope } from '../http/staff-caller.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { closeAsDuplicate } from '../tickets/duplicate.ts'
import { openForOwner } from '../tickets/open-for-owner.ts'
import { partsOf, splitTicket } from '../tickets/split.ts'
import { DuplicateBody, OpenBody, SplitBody } from '../tickets/staff-bodies.ts'
import { createStaffWork } from '../tickets/staff-work.ts'
import { toOther } from '../tickets/staff-view.ts'
import type { Claim } from '../tickets/ticket.ts'
import { staffActor } from './staff-actor.ts'
import { claimOf, createStaffTicketReply, doneOrRefused, writingOf } from './staff-ticket-replies.ts'

const newVersion = { ETag: 'The version, for `If-Match`' }

const question = {
  subject: 'Не меняется баннер на главной',
  description: 'Загрузили новый баннер, на витрине остаётся старый.',
  department: 'sales',
}

/** Tickets that staff open, split and join. */
export const staffOpeningRoutes = (deps: Deps) => {
  const work = createStaffWork(deps)
  const full = createStaffTicketReply(deps)
  const { newId } = deps

  /** What is done in steps is done under a key, of the request or for this one alone. */
  const keyed = (c: Context<AppEnv>, act: string, ticketId: string, body: unknown): Claim =>
    claimOf(c, act, ticketId, body) ?? {
      scope: JSON.stringify(['staff', act, ticketId]),
      key: newId(),
      fingerprint: '',
    }

  return new Hono<AppEnv>()
    .post(
      '/tickets',
      describe({
        summary: 'Open a ticket for an owner who called (R8)',
        description:
          'By `subject` it is the owner’s of that shop, as their identity tokens name them; by `email` that of whoever wrote from there, or a guest’s. They are told by mail.',
        auth: 'staff:write',
        success: { status: 201, schema: StaffTicket, headers: newVersion },
        refused: ['requester_unknown', 'text_missing', 'department_unknown', 'attachment_unknown'],
        idempotent: 'optional',
        example: { requester: { shop: 's1', subject: 'u1' }, ...question, locale: 'ru' },
      }),
      requireScope('write'),
      validate('json', OpenBody),
      async (c) => {
        const body = c.req.valid('json')
        const opened = await openForOwner(deps, { body, by: staffActor(c), claim: keyed(c, 'open', '', body) })
        if (opened.outcome === 'refused') throw new Refusal('invalid_body', { issues: opened.issues })
        if (opened.outcome === 'key_reused') throw new Refusal('idempotency_key_reused')
        if (opened.outcome === 'replayed') c.header('Idempotent-Replay', 'true')
        return c.json(await full(c, opened.ticket), 201)
      },
    )
    .get(
      '/tickets/:id/parts',
      describe({
        summary: 'The questions that a ticket seems to hold (R16)',
        description:
          'As `split` takes them; the first is the one that the ticket keeps. None where it is one question.',
        auth: 'staff:read',
        success: { status: 200, schema: PartsReply },
        problems: ['not_found'],
      }),
      requireScope('read'),
      validate('param', IdParam),
      async (c) => {
        const ticket = await deps.tickets.find(c.req.valid('param').id)
        if (!ticket) throw new Refusal('not_found')
        return c.json({ parts: partsOf(ticket) })
      },
    )
    .post(
      '/tickets/:id/split',
      describe({
        summary: 'Several questions: open tickets for the others (R16)',
        description:
          'Each part becomes a ticket of the same owner and keeps the promise that was made for it. The owner is told in the ticket that stays.',
        auth: 'staff:write',
        success: { status: 201, schema: SplitReply, headers: newVersion },
        refused: ['text_missing', 'department_unknown', 'attachment_unknown'],
        problems: ['not_found', 'version_stale'],
        idempotent: 'optional',
        conditional: 'optional',
        example: { parts: [question], text: 'Про письма ответим здесь.' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', SplitBody),
      async (c) => {
        const writing = writingOf(c, optionalIfMatch(c), null)
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const splitting = { ticketId: id, ...body, text: body.text, writing, claim: keyed(c, 'split', id, body) }
        const { done, created } = await splitTicket({ ...deps, work }, splitting)
        const { ticket } = doneOrRefused(c, done)
        return c.json({ ticket: await full(c, ticket), created: created.map(toOther) }, 201)
      },
    )
    .post(
      '/tickets/:id/duplicate',
      describe({
        summary: 'Close as a repeat of another ticket of the same owner (R17)',
        auth: 'staff:write',
        success: { status: 201, schema: StaffTicket, headers: newVersion },
        refused: ['duplicate_unknown'],
        problems: ['not_found', 'version_stale', 'decision_not_allowed'],
        idempotent: 'optional',
        conditional: 'optional',
        example: { of: 'unknown' },
      }),
      requireScope('write'),
      validate('param', IdParam),
      validate('json', DuplicateBody),
      async (c) => {
        const version = optionalIfMatch(c)
        const { id } = c.req.valid('param')
        const body = c.req.valid('json')
        const writing = writingOf(c, version, claimOf(c, 'duplicate', id, body))
        const done = await closeAsDuplicate({ ...deps, work }, { ticketId: id, ...body, text: body.text, writing })
        return c.json(await full(c, doneOrRefused(c, done).ticket), 201)
      },
    )
}
