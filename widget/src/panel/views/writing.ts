// The part of the panel that writes a ticket: fetched when the owner begins to type.
import form from '../styles/form.css?inline'

export { writingOf } from '../models/writing.ts'
export { Queued, QueuedFooter, Sent, SentFooter } from './sent.tsx'
export { Review, ReviewFooter } from './ticket/review.tsx'
export { Ticket, TicketFooter } from './ticket/ticket.tsx'

export const css = form
