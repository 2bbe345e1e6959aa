import type { TicketStatus } from './ticket.ts'

/** States that count in the queue (R18) and among duplicates (R17). */
export const openStatuses = ['new', 'in_progress', 'waiting_for_customer'] as const satisfies TicketStatus[]

/** Whether somebody still works on it or waits for its owner. */
export const isOpenStatus = (status: TicketStatus) => openStatuses.some((open) => open === status)
