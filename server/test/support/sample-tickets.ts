// Tickets, claims and events as the routes make them, for tests of the store.
import { randomBytes } from 'node:crypto'
import type { Actor, Message, TicketEvent } from '@bilet/shared/ticket-events'
import type { TicketDraft } from '@bilet/shared/ticket'
import type { Claim, NewTicket, Requester } from '../../src/tickets/ticket.ts'

export const newId = () => randomBytes(16).toString('base64url')

/** Noon in Moscow on a Wednesday. */
export const noon = Date.parse('2026-03-04T09:00:00Z')
export const minute = 60_000
export const hour = 60 * minute

export const anna: Requester = {
  id: 'anna',
  issuer: 'test',
  subject: 'anna',
  shop: 'shop-1',
  plan: 'standard',
  verified: true,
  email: 'anna@shop.example',
  name: 'Анна',
}

export const draft: TicketDraft = {
  subject: 'Не открывается корзина',
  description: 'Покупатели не могут оформить заказ: страница корзины пустая.',
  steps: ['Открыли витрину', 'Положили товар в корзину'],
  screenshot: { attachments: [], links: ['https://prnt.sc/abc'] },
  department: 'technical',
  locale: 'ru',
}

type Sample = { requester?: Partial<Requester>; draft?: Partial<TicketDraft> } & Partial<
  Omit<NewTicket, 'requester' | 'draft'>
>

export function newTicket({ requester, draft: words, ...ticket }: Sample = {}): NewTicket {
  const submittedAt = ticket.submittedAt ?? noon
  return {
    id: newId(),
    department: 'technical',
    suggestedDepartment: { id: 'technical', confidence: 0.8 },
    requester: { ...anna, ...requester },
    draft: { ...draft, ...words },
    findings: [{ code: 'layout_question', severity: 'advice', path: 'description', params: {} }],
    submittedAt,
    reactionDueAt: submittedAt + 24 * hour,
    ...ticket,
  }
}

export const newClaim = (claim: Partial<Claim> = {}): Claim => ({
  scope: 'tickets anna',
  key: newId(),
  fingerprint: 'body',
  ...claim,
})

export const oleg: Actor = { kind: 'staff', id: 'token-1', name: 'Олег' }
export const owner: Actor = { kind: 'owner', id: anna.id, name: 'Анна' }

export const message = (by: Actor, text: string, more: Partial<Message> = {}): Message => ({
  kind: 'message',
  at: noon + minute,
  by,
  visibility: 'public',
  text,
  attachments: [],
  ...more,
})

type Change = Omit<Extract<TicketEvent, { kind: 'changed' }>, 'kind' | 'at' | 'by'>

export const changed = (change: Change, at = noon + minute): TicketEvent => ({
  kind: 'changed',
  at,
  by: oleg,
  ...change,
})

export const resolved = (at = noon + minute): TicketEvent => ({
  kind: 'decision',
  at,
  by: oleg,
  decision: { kind: 'resolve' },
})
