// A ticket that repeats another of its owner's (R17) is closed, and its owner told where to go on.
import { linkTo } from './split.ts'
import type { Done, StaffWork, Writing } from './staff-work.ts'
import type { TicketStore } from './ticket-store.ts'

type Desk = { tickets: Pick<TicketStore, 'find'>; work: StaffWork }

type Closing = { ticketId: string; of: string; text: string | undefined; writing: Writing }

export async function closeAsDuplicate(desk: Desk, { ticketId, of, text, writing }: Closing): Promise<Done> {
  const [ticket, original] = await Promise.all([desk.tickets.find(ticketId), desk.tickets.find(of)])
  if (!ticket) return { outcome: 'not_found' }
  const isOwners = original?.requester.id === ticket.requester.id && original.id !== ticket.id
  const issues = original && isOwners ? [] : [{ path: 'of', code: 'duplicate_unknown' }]
  const duplicateOf = original ? linkTo(original) : undefined
  const decision = {
    kind: 'resolve' as const,
    ...(duplicateOf && { duplicateOf }),
    ...(text?.trim() && { text: text.trim() }),
  }
  return desk.work.decide(ticketId, decision, writing, issues)
}
