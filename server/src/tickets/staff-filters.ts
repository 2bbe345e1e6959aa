// The filters of the queue as they stand in a query string.
import * as z from 'zod/mini'
import { Plan } from '@bilet/shared/caller'
import { openStatuses } from '@bilet/shared/statuses'
import { text, TicketStatus } from '@bilet/shared/ticket'
import type { TicketFilter } from './ticket-store.ts'

/** Values separated by commas: any of them. */
const anyOf = <T extends z.core.$ZodType<string, string>>(item: T) =>
  z.pipe(
    z.string().check(z.maxLength(200)),
    z.pipe(
      z.transform((list: string) => list.split(',')),
      z.array(item),
    ),
  )

const Time = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((time: string) => Date.parse(time)),
)

const Reaction = z.pipe(
  z.string().check(z.regex(/^(?:pending|met|breached|due_within:\d{1,6})$/)),
  z.transform((value: string): NonNullable<TicketFilter['reaction']> => {
    if (value === 'pending' || value === 'met' || value === 'breached') return { state: value }
    return { dueWithinMs: Number(value.slice('due_within:'.length)) * 60_000 }
  }),
)

export const filters = {
  status: z.optional(anyOf(TicketStatus)),
  department: z.optional(anyOf(text(40))),
  plan: z.optional(anyOf(z.union([Plan, z.literal('guest')]))),
  shop: z.optional(text(200)),
  requester: z.optional(text(300)),
  assignee: z.optional(text(100)),
  reaction: z.optional(Reaction),
  submittedFrom: z.optional(Time),
  submittedTo: z.optional(Time),
  verified: z.optional(
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((value: 'true' | 'false') => value === 'true'),
    ),
  ),
  q: z.optional(text(500)),
}

export const FilterQuery = z.strictObject(filters)
export type FilterQuery = z.infer<typeof FilterQuery>

/** The filter that a query asks for: what is not given is left out. */
export const toFilter = (query: FilterQuery): TicketFilter =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))

/** The queue's filter: without a status, open tickets are meant. */
export const toQueueFilter = (query: FilterQuery): TicketFilter => ({ status: [...openStatuses], ...toFilter(query) })
