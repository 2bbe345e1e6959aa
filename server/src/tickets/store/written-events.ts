import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'

/** A write to a ticket that is at `version`; its events bring about the version `next`. */
export type Write = { ticketId: string; version: number; next: number }

/** The ticket, while it is still at `version` and the events of this write are in its history. */
export const holdsNewEvents = ({ ticketId, version, next }: Write) => raw<SqlBool>`
  tickets.id = ${ticketId} and tickets.version = ${version} and exists (
    select 1 from ticket_events
    where ticket_events.ticket_number = tickets.number and ticket_events.version = ${next}
  )`
