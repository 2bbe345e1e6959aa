// What an owner adds to a ticket of theirs.
import type { Caller } from '@bilet/shared/caller'
import type { Issue } from '@bilet/shared/problem'
import type { AttachmentReply } from '@bilet/shared/replies'
import { shows } from '@bilet/shared/says'
import type { Attachments } from '../attachments/attachments.ts'
import { holdForGuest, ownAttachments } from './attachments-of.ts'
import { fingerprint } from './fingerprint.ts'
import type { Claim, Ticket } from './ticket.ts'
import type { StoredEvent, TicketStore } from './ticket-store.ts'

export type OwnerMessage = { text: string; attachments?: string[] | undefined }

type Desk = { tickets: TicketStore; attachments: Attachments; clock: () => number }

type Sending = { ticket: Ticket; caller: Caller; body: OwnerMessage; idempotencyKey: string }

export type MessageResult =
  | { outcome: 'added' | 'replayed'; event: StoredEvent; pictures: ReadonlyMap<string, AttachmentReply> }
  | { outcome: 'refused'; issues: Issue[] }
  | { outcome: 'key_reused' | 'not_found' }

/**
 * Adds a message once for its key, or says why not. A repeat of an accepted one is never refused, whatever became of its
 * pictures since. The ticket must be the caller's.
 */
export async function addOwnerMessage(desk: Desk, sending: Sending): Promise<MessageResult> {
  const { ticket, caller, body } = sending
  const attachments = body.attachments ?? []
  const claim = claimOf(sending)
  const { found: pictures, issues: wrong } = await ownAttachments(desk.attachments, attachments, caller)
  const isBlank = !shows(body.text) && attachments.length === 0
  const issues = [...(isBlank ? [{ path: 'text', code: 'text_missing' }] : []), ...wrong]
  if (issues.length > 0 && !(await desk.tickets.hasMessage(claim))) return { outcome: 'refused', issues }
  await holdForGuest(desk, ticket.requester, caller, attachments)
  const name = caller.kind === 'owner' ? caller.name : undefined
  const by = { kind: 'owner' as const, id: ticket.requester.id, ...(name && { name }) }
  const message = { kind: 'message' as const, at: desk.clock(), by, visibility: 'public' as const, attachments }
  const added = await desk.tickets.addMessage(ticket.id, { ...message, text: body.text }, claim)
  return 'event' in added ? { outcome: added.outcome, event: added.event, pictures } : { outcome: added.outcome }
}

const claimOf = ({ ticket, caller, body, idempotencyKey }: Sending): Claim => ({
  scope: JSON.stringify(['messages', ticket.id, ...(caller.kind === 'owner' ? [caller.shop, caller.userId] : [])]),
  key: idempotencyKey,
  fingerprint: fingerprint(body),
})
