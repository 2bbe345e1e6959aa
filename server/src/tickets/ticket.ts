// A ticket as the backend keeps it: the owner's words unchanged, and its current state folded from its history.
import type { Plan } from '@bilet/shared/caller'
import type { Finding } from '@bilet/shared/rules/finding'
import type { TicketState } from '@bilet/shared/policy/decisions'
import type { Actor, TicketLink } from '@bilet/shared/ticket-events'
import type { TicketDraft, TicketStatus } from '@bilet/shared/ticket'

/** Who wrote. `id` is opaque: issuer, shop and subject (RFC 7519 §4.1.2) as one, or `guest:<e-mail>`. */
export type Requester = {
  id: string
  issuer: string | null
  subject: string | null
  shop: string | null
  plan: Plan
  verified: boolean
  email: string | null
  name: string | null
}

/** The caller's own tickets: both must match. `shop` is null for guests. */
export type Owner = { requesterId: string; shop: string | null }

export type Ticket = {
  id: string
  /** Unique and rising, gaps allowed; what people say aloud. */
  number: number
  /** Rises with every change; the ETag. */
  version: number
  status: TicketStatus
  department: string
  /** What the text suggested at submission, whatever the owner chose (R9–R12). */
  suggestedDepartment: { id: string; confidence: number } | null
  assignee: string | null
  tags: string[]
  requester: Requester
  draft: TicketDraft
  findings: Finding[]
  /** Epoch milliseconds, all times here. */
  submittedAt: number
  reactionDueAt: number
  reactedAt: number | null
  updatedAt: number
  /** The owner has seen everything up to then. */
  ownerReadAt: number
} & Pick<TicketState, 'awaiting' | 'lastOwnerAt' | 'lastStaffAt' | 'unreadByStaff' | 'extendedUntil'>

/** How much of a description a line of a list holds, in characters at least. */
export const lineLetters = 600

/** A ticket as a list tells of it: of what its owner wrote no more than the beginning. */
export type TicketLine = Omit<Ticket, 'draft' | 'findings'> & {
  draft: Pick<TicketDraft, 'subject' | 'description' | 'locale'>
}

/** What a submission brings; the store adds the number. */
export type NewTicket = Pick<
  Ticket,
  'id' | 'department' | 'suggestedDepartment' | 'requester' | 'draft' | 'findings' | 'submittedAt' | 'reactionDueAt'
> & {
  /** Who on the staff opened it for its owner. */
  openedBy?: Actor
  splitFrom?: TicketLink
}

/** The claim on an idempotency key: the caller's scope, the key, and the fingerprint of the body. */
export type Claim = { scope: string; key: string; fingerprint: string }
