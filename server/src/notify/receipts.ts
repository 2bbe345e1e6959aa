// The receipt of a submission: told to its sender only where it goes.
import type { Ticket } from '../tickets/ticket.ts'
import { unaskedMs } from './unasked-letters.ts'
import type { MayGo } from './unasked-letters.ts'

/** Whether the address was signed for: an address in a draft is what somebody typed. */
export const isProved = ({ requester, draft }: Pick<Ticket, 'requester' | 'draft'>) =>
  requester.verified && draft.email === undefined

/** `to` is where it goes; `isHeld`: its address has had one within the hour. */
export type Receipt = { to?: string; isHeld?: boolean }

type Desk = { sendsMail: boolean; mayGo: MayGo; clock: () => number }

/** Gives what becomes of a ticket's receipt. Asked before the letter goes, it keeps the place for it. */
export function createReceipts({ sendsMail, mayGo, clock }: Desk): (ticket: Ticket) => Promise<Receipt> {
  return async (ticket) => {
    const { email } = ticket.requester
    if (!sendsMail || !email) return {}
    if (isProved(ticket)) return { to: email }
    // What was decided is known as long as it counts.
    if (clock() - ticket.submittedAt >= unaskedMs) return {}
    return (await mayGo(email, ticket.id)) ? { to: email } : { isHeld: true }
  }
}
