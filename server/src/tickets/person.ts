// A person's right to their data: export it whole, erase it whole.
import type { AttachmentReply } from '@bilet/shared/replies'
import type { StaffTicket } from '@bilet/shared/staff-replies'
import type { Learning } from '../articles/learning/learning.ts'
import type { PersonsReading } from '../articles/learning/reading.ts'
import type { Attachments } from '../attachments/attachments.ts'
import { pause } from '../util/pause.ts'
import { attachmentReplies, picturesOf } from './attachments-of.ts'
import { toStaffTicket } from './staff-view.ts'
import type { TicketStore } from './ticket-store.ts'
import { wholeHistory } from './whole-history.ts'

type Desk = { tickets: TicketStore; attachments: Attachments; learning: Learning; clock: () => number }

type Person = {
  requester: string
  tickets: StaffTicket[]
  /** Every picture of theirs, sent or not: their bytes are at `GET /v1/staff/attachments/:id`. */
  pictures: AttachmentReply[]
  /** From which a guest wrote: kept with the claim on their idempotency key. */
  addresses: string[]
} & PersonsReading

/** Tickets read at once; between them others are answered. */
const pageSize = 4

/** Every ticket of a requester with its history, and what they asked and read; empty lists for somebody unknown. */
export async function exportRequester(desk: Desk, id: string): Promise<Person> {
  const now = desk.clock()
  const tickets: StaffTicket[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page = await desk.tickets.listWhole(
      { requester: id },
      { limit: pageSize, sort: 'submittedAt', now, ...(cursor && { cursor }) },
    )
    for (const ticket of page.items) {
      const events = await wholeHistory(desk.tickets, ticket.id)
      const attachments = await attachmentReplies(desk.attachments, picturesOf(ticket, events))
      tickets.push(toStaffTicket(ticket, { history: { events, earlier: null }, attachments, now }))
    }
    cursor = page.nextCursor
    await pause(0)
  }
  const unsent = await desk.attachments.unsweptOf(id)
  const sent = tickets.flatMap((ticket) => ticket.attachments)
  const pictures = [...new Map([...sent, ...unsent].map((picture) => [picture.id, picture])).values()]
  const addresses = await desk.tickets.addressesOf(id)
  return { requester: id, tickets, pictures, addresses, ...(await desk.learning.ofPerson(id)) }
}

/** So many letters are put together before others have their turn. */
const lettersOfTurn = 250_000

/** The same as JSON, in pieces: of somebody with a hundred long tickets it is sixty megabytes. */
export async function* asJson({ tickets, ...rest }: Person): AsyncGenerator<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"tickets":[`
  let letters = 0
  for (const [at, ticket] of tickets.entries()) {
    const piece = JSON.stringify(ticket)
    yield at === 0 ? piece : `,${piece}`
    letters += piece.length
    if (letters < lettersOfTurn) continue
    await pause(0)
    letters = 0
  }
  yield ']}'
}

/**
 * Removes a requester from what was learnt and from the store, then their pictures, also those that they never sent: a
 * crash in between leaves only bytes that nothing names. Gives how much there was.
 */
export async function eraseRequester(
  desk: Desk,
  id: string,
): Promise<{ tickets: number; attachments: number; reading: number }> {
  const reading = await desk.learning.erase(id)
  const { tickets, attachments } = await desk.tickets.erase(id)
  await Promise.all(attachments.map((attachment) => desk.attachments.remove(attachment)))
  const others = await desk.attachments.removeUnswept(id)
  return { tickets, attachments: new Set([...attachments, ...others]).size, reading }
}
