import { Hono } from 'hono'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import * as z from 'zod/mini'
import type { Caller } from '@bilet/shared/caller'
import { defaultLocale, Language } from '@bilet/shared/locale'
import { limits } from '@bilet/shared/limits'
import { isOpenStatus } from '@bilet/shared/statuses'
import {
  CheckReply,
  HistoryEntry,
  pageOf,
  SubmittedReply,
  TicketReply,
  TicketSummary,
  UnreadReply,
} from '@bilet/shared/replies'
import { Id, PartialDraft, text, TicketDraft } from '@bilet/shared/ticket'
import type { Deps } from '../deps.ts'
import { ownerOf, requireOwner, requireReader } from '../http/caller.ts'
import type { AppEnv } from '../http/env.ts'
import { IdParam } from '../http/id-param.ts'
import { idempotencyKey } from '../http/idempotency.ts'
import { historyPage, latestLines, paging } from '../http/paging.ts'
import { Refusal } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { describe } from '../openapi/operation.ts'
import { attachmentReplies, picturesOf } from '../tickets/attachments-of.ts'
import { checkTicket } from '../tickets/check.ts'
import { addOwnerMessage } from '../tickets/owner-message.ts'
import { toEntry, toSubmitted, toSummary, toTicketReply } from '../tickets/owner-view.ts'
import { isOwnTicket, ownerKey } from '../tickets/requester.ts'
import { submitTicket } from '../tickets/submission.ts'
import type { Ticket } from '../tickets/ticket.ts'

const Reply = z.strictObject({
  text: text(limits.message).check(z.minLength(1)),
  attachments: z.optional(z.array(Id).check(z.maxLength(limits.attachments))),
})

/** The moment of the last thing that was seen: `updatedAt` of the ticket as it was read. */
const Read = z.strictObject({ at: z.iso.datetime() })

const exampleDraft: TicketDraft = {
  subject: 'Не приходят письма о заказе',
  description: 'После оформления заказа покупатель не получает письмо, хотя раньше получал.',
  steps: ['Оформил тестовый заказ', 'Подождал 20 минут, письма нет и в спаме'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc123'] },
  department: 'sales',
  locale: 'ru',
}

/** The owner's side of tickets: check, submit, list, read, add to. */
export const ticketRoutes = (deps: Deps) =>
  new Hono<AppEnv>()
    .post(
      '/tickets/check',
      describe({
        summary: 'What a draft still lacks, and advice',
        auth: 'owner_or_guest',
        success: { status: 200, schema: CheckReply },
        example: { subject: 'Не приходят письма', description: 'После заказа покупатель не получает письмо' },
      }),
      validate('json', PartialDraft),
      async (c) => c.json(await checkTicket(deps, c.req.valid('json'), c.get('caller'))),
    )
    .post(
      '/tickets',
      describe({
        summary: 'Submit a ticket',
        description: 'Needs an `Idempotency-Key`. The same key and body again gives the same answer.',
        auth: 'owner_or_guest',
        success: { status: 201, schema: SubmittedReply },
        refused: [
          'question_unclear',
          'steps_missing',
          'screenshot_missing',
          'department_missing',
          'department_unknown',
          'email_missing',
          'attachment_not_found',
        ],
        problems: ['department_not_in_plan', 'link_not_allowed'],
        idempotent: 'required',
        example: exampleDraft,
      }),
      validate('json', TicketDraft),
      async (c) => {
        const result = await submitTicket(deps, {
          draft: c.req.valid('json'),
          caller: c.get('caller'),
          idempotencyKey: idempotencyKey(c),
          address: c.get('address'),
        })
        if (result.outcome === 'refused') throw new Refusal('invalid_body', { issues: result.issues })
        if (result.outcome === 'closed_department') throw new Refusal('department_not_in_plan')
        if (result.outcome === 'key_reused') throw new Refusal('idempotency_key_reused')
        if (result.outcome === 'replayed') c.header('Idempotent-Replay', 'true')
        else await recordSeen(deps, result.ticket, c.get('caller'))
        return c.json(toSubmitted(result.ticket, result.queuePosition, await deps.receiptOf(result.ticket)), 201)
      },
    )
    .get(
      '/tickets',
      describe({
        summary: "The caller's own tickets, newest first",
        auth: 'owner',
        success: { status: 200, schema: pageOf(TicketSummary) },
      }),
      requireOwner,
      validate('query', z.strictObject(paging)),
      async (c) => {
        const { limit, cursor } = c.req.valid('query')
        const page = await deps.tickets.owned(ownerKey(ownerOf(c)), { limit, ...(cursor && { cursor }) })
        return c.json({ items: page.items.map(toSummary), nextCursor: page.nextCursor })
      },
    )
    .get(
      '/tickets/unread',
      describe({
        summary: 'How many tickets hold something that the owner has not read',
        description: 'Cheap to ask again: with `If-None-Match` an unchanged number is a 304.',
        auth: 'owner',
        success: { status: 200, schema: UnreadReply, headers: { ETag: 'The number, as a tag' } },
      }),
      requireOwner,
      etag(),
      async (c) => {
        c.header('Cache-Control', 'private, no-cache')
        c.header('Vary', 'Authorization', { append: true })
        return c.json({ unread: await deps.tickets.unreadOf(ownerKey(ownerOf(c))) })
      },
    )
    .get(
      '/tickets/:id',
      describe({
        summary: 'A ticket with its public history',
        description:
          'The latest fifty lines of it, in order of time; `before=` with `historyCursor` gives the fifty before those.',
        auth: 'owner_or_link',
        success: { status: 200, schema: TicketReply },
        problems: ['not_found'],
      }),
      requireReader,
      validate('param', IdParam),
      validate('query', z.strictObject({ ...historyPage, locale: z.optional(Language) })),
      async (c) => {
        const ticket = await ownTicket(deps, c, c.req.valid('param').id)
        const { policy, speech } = deps
        const { before, locale = ticket.draft.locale } = c.req.valid('query')
        const page = { limit: latestLines, isPublic: true, ...(before && { before }) }
        const history = await deps.tickets.history(ticket.id, page)
        const attachments = await attachmentReplies(deps.attachments, picturesOf(ticket, history.events))
        const queuePosition = isOpenStatus(ticket.status) ? await deps.tickets.queuePosition(ticket) : null
        return c.json(
          toTicketReply(ticket, {
            history,
            attachments,
            queuePosition,
            policy,
            speech,
            language: speech.languageFor(locale),
          }),
        )
      },
    )
    .post(
      '/tickets/:id/read',
      describe({
        summary: 'The owner has read the ticket up to a moment',
        description: 'Nothing is unread that is not younger; every device of the owner knows.',
        auth: 'owner_or_link',
        success: { status: 204 },
        problems: ['not_found'],
        example: { at: '2026-03-02T11:20:00.000Z' },
      }),
      requireReader,
      validate('param', IdParam),
      validate('json', Read),
      async (c) => {
        const ticket = await ownTicket(deps, c, c.req.valid('param').id)
        await deps.tickets.markRead(ticket.id, Math.min(Date.parse(c.req.valid('json').at), ticket.updatedAt))
        return c.body(null, 204)
      },
    )
    .post(
      '/tickets/:id/messages',
      describe({
        summary: 'Add to a ticket',
        auth: 'owner_or_link',
        success: { status: 201, schema: HistoryEntry },
        refused: ['attachment_not_found', 'text_missing'],
        problems: ['not_found'],
        idempotent: 'required',
        example: { text: 'Забыл добавить: это началось вчера после обновления темы.' },
      }),
      requireReader,
      validate('param', IdParam),
      validate('json', Reply),
      async (c) => {
        const ticket = await ownTicket(deps, c, c.req.valid('param').id)
        const added = await addOwnerMessage(deps, {
          ticket,
          caller: c.get('caller'),
          body: c.req.valid('json'),
          idempotencyKey: idempotencyKey(c),
        })
        if (added.outcome === 'refused') throw new Refusal('invalid_body', { issues: added.issues })
        if (!('event' in added))
          throw new Refusal(added.outcome === 'key_reused' ? 'idempotency_key_reused' : 'not_found')
        if (added.outcome === 'replayed') c.header('Idempotent-Replay', 'true')
        const [entry] = toEntry(added.event, {
          attachments: added.pictures,
          policy: deps.policy,
          speech: deps.speech,
          language: defaultLocale,
        })
        if (!entry) throw new Error('an owner’s message is public')
        return c.json(entry, 201)
      },
    )

/** That a ticket was sent though its owner had seen these articles; what is no article is nothing that could be seen. */
async function recordSeen({ suggestions, learning }: Deps, { draft }: Ticket, caller: Caller) {
  if (draft.seen?.length)
    learning.record({ kind: 'sent_anyway', articleIds: await suggestions.known(draft.seen), caller })
}

/** The caller's own ticket; another's is not found, as if it were not there. */
async function ownTicket(deps: Deps, c: Context<AppEnv>, id: string): Promise<Ticket> {
  const ticket = await deps.tickets.find(id)
  if (!ticket || !isOwnTicket(ticket, c.get('caller'))) throw new Refusal('not_found')
  return ticket
}
