import * as z from 'zod/mini'
import { paging } from '../http/paging.ts'
import { filters } from '../tickets/staff-filters.ts'
import { ticketSorts } from '../tickets/ticket-store.ts'

/** The queue's filters, its order and the page of it. */
export const ListQuery = z.strictObject({
  ...filters,
  ...paging,
  sort: z._default(z.enum(ticketSorts), 'submittedAt'),
})
