// Pictures of a ticket and of its messages, as the API shows them.
import type { Caller } from '@bilet/shared/caller'
import type { AttachmentReply } from '@bilet/shared/replies'
import type { Issue } from '@bilet/shared/problem'
import type { Attachments } from '../attachments/attachments.ts'
import { isOwnPicture } from './requester.ts'
import type { Requester, Ticket } from './ticket.ts'
import type { StoredEvent } from './ticket-store.ts'

/** Ids of the pictures that a ticket and these lines of its history name. */
export function picturesOf(ticket: Ticket, events: readonly StoredEvent[]): string[] {
  const inMessages = events.flatMap(({ event }) => (event.kind === 'message' ? event.attachments : []))
  return [...ticket.draft.screenshot.attachments, ...inMessages]
}

/** Facts of the pictures. Those since erased are left out. */
export async function attachmentReplies(
  attachments: Pick<Attachments, 'find'>,
  ids: readonly string[],
): Promise<Map<string, AttachmentReply>> {
  const found = await Promise.all([...new Set(ids)].map((id) => attachments.find(id)))
  return new Map(found.flatMap((stored) => (stored ? [[stored.attachment.id, stored.attachment] as const] : [])))
}

/**
 * The pictures among `ids` that are the owner's own; one issue for each that is not theirs, not there, or no longer
 * fresh: the same answer.
 */
export async function ownAttachments(
  attachments: Attachments,
  ids: readonly string[],
  caller: Caller,
  path = 'attachments',
): Promise<{ found: Map<string, AttachmentReply>; issues: Issue[] }> {
  const stored = await Promise.all(ids.map((id) => attachments.find(id)))
  const found = new Map<string, AttachmentReply>()
  const issues: Issue[] = []
  for (const [index, item] of stored.entries()) {
    const isOwn = item !== null && isOwnPicture(item.owner, caller)
    if (isOwn) found.set(item.attachment.id, item.attachment)
    if (!isOwn || !attachments.isFresh(item)) issues.push({ path: `${path}.${index}`, code: 'attachment_not_found' })
  }
  return { found, issues }
}

/**
 * What a guest uploaded before anybody knew their address becomes theirs by the ticket that takes it in: else the sweep
 * would find it in nobody's.
 */
export async function holdForGuest(
  { attachments }: { attachments: Pick<Attachments, 'hold'> },
  { id, shop }: Pick<Requester, 'id' | 'shop'>,
  caller: Caller,
  ids: readonly string[],
): Promise<void> {
  if (caller.kind === 'owner') return
  for (const picture of ids) await attachments.hold(picture, { requesterId: id, shop }, true)
}
