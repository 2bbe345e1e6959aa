// From the outbox to the owner's mailbox: finds what happened, writes the letter, hands it to whoever carries letters.
import { isEmail } from '@bilet/shared/email'
import type { Log } from '../log.ts'
import type { TicketStore } from '../tickets/ticket-store.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { composeLetter } from './compose-letter.ts'
import type { LetterDesk } from './compose-letter.ts'
import type { SendLetter } from './letter.ts'
import type { OutboxItem } from './outbox.ts'
import { isProved } from './receipts.ts'
import type { MayGo } from './unasked-letters.ts'

export type MailDeps = LetterDesk & {
  tickets: Pick<TicketStore, 'find' | 'together'>
  send: SendLetter
  /** Whether a letter may go to an address that nobody has proved to be theirs. */
  mayGo: MayGo
  /** Where the ticket opens for its owner; absent where no page is known. */
  linkTo?: (ticket: Ticket) => string | null
  log: Log
}

/**
 * Tells the owner by mail what an outbox item is about, if there is something to tell and an address to tell it to.
 * Rejects where another attempt may help.
 */
export function createMail(deps: MailDeps): (item: OutboxItem) => Promise<void> {
  const { tickets, policy, speech, send, mayGo, log, linkTo } = deps
  return async ({ id, ticketId, eventId }) => {
    const ticket = await tickets.find(ticketId)
    // The address comes from a draft or a token: one that is not an address must not reach a mail server.
    const to = ticket?.requester.email
    if (!ticket || !to || !isEmail(to)) return
    const written = await tickets.together(Number(eventId))
    const stored = written.find((event) => event.id === eventId)
    if (!stored) return
    const together = written.map(({ event }) => event)
    const told = { event: stored.event, together, link: linkTo?.(ticket) ?? null }
    const content = composeLetter(ticket, told, { policy, speech })
    if (!content) return
    if (stored.event.kind === 'submitted' && !isProved(ticket) && !(await mayGo(to, ticketId))) {
      log.warn({ ticketId }, 'no receipt: its address had one within the hour')
      return
    }
    const letter = { ...content, to, locale: speech.languageFor(ticket.draft.locale), id, thread: ticketId }
    if ((await send(letter)) === 'refused') log.warn({ ticketId }, "the owner's address takes no letters")
  }
}
