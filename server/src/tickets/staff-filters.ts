// The filters of the queue as they stand in a query string. What each asks of a ticket: `store/filters.ts`.
import * as z from 'zod/mini'
import { Plan } from '@bilet/shared/caller'
import { limits } from '@bilet/shared/limits'
import { openStatuses } from '@bilet/shared/statuses'
import { text, TicketStatus } from '@bilet/shared/ticket'

/** Values separated by commas: any of them. `pattern` tells one of them to whoever reads the API document. */
const anyOf = <T extends z.core.$ZodType<string, string>>(item: T, pattern: string) =>
  z.pipe(
    z.string().check(z.maxLength(200), z.regex(new RegExp(`^(${pattern})(,(${pattern}))*$`))),
    z.pipe(
      z.transform((list: string) => list.split(',')),
      z.array(item),
    ),
  )

const Time = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((time: string) => Date.parse(time)),
)

type Reaction = { state: 'due' | 'pending' | 'met' | 'breached' } | { dueWithinMs: number }

const ReactionQuery = z.pipe(
  z.string().check(z.regex(/^(?:due|pending|met|breached|due_within:\d{1,6})$/)),
  z.transform((value: string): Reaction => {
    if (value === 'due' || value === 'pending' || value === 'met' || value === 'breached') return { state: value }
    return { dueWithinMs: Number(value.slice('due_within:'.length)) * 60_000 }
  }),
)

const YesOrNo = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value: 'true' | 'false') => value === 'true'),
)

const Number15 = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))

const anyStatus = 'any'
const Statuses = z.union([
  z.pipe(
    z.literal(anyStatus),
    z.transform(() => [...TicketStatus.options]),
  ),
  anyOf(TicketStatus, TicketStatus.options.join('|')),
])

export const filters = {
  number: z.optional(Number15),
  status: z.optional(Statuses),
  department: z.optional(anyOf(text(40), '[^,]+')),
  plan: z.optional(anyOf(z.union([Plan, z.literal('guest')]), '[A-Za-z][A-Za-z0-9_.-]*')),
  shop: z.optional(text(200)),
  requester: z.optional(text(300)),
  /** A name, `none` or `me`. */
  assignee: z.optional(text(100)),
  tag: z.optional(text(limits.tag)),
  awaiting: z.optional(z.enum(['staff', 'owner'])),
  reaction: z.optional(ReactionQuery),
  submittedFrom: z.optional(Time),
  submittedTo: z.optional(Time),
  extendedUntilFrom: z.optional(Time),
  extendedUntilTo: z.optional(Time),
  verified: z.optional(YesOrNo),
  q: z.optional(text(500)),
}

export const FilterQuery = z.strictObject(filters)
export type FilterQuery = z.infer<typeof FilterQuery>

type Given = { [Name in keyof FilterQuery]?: Exclude<FilterQuery[Name], undefined> }

/** Staff filters; all given ones must hold. Several values of one filter: any of them. */
export type TicketFilter = Omit<Given, 'assignee'> & {
  /** Null: nobody has it. */
  assignee?: string | null
}

/** The filter that a query asks for: what is not given is left out. `me` is who asks. */
export function toFilter({ assignee, ...query }: FilterQuery, me: string): TicketFilter {
  const given: TicketFilter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
  if (assignee === undefined) return given
  return { ...given, assignee: assignee === 'none' ? null : assignee === 'me' ? me : assignee }
}

/** The queue's filter: without a status, open tickets are meant; a number is meant whatever its status. */
export const toQueueFilter = (query: FilterQuery, me: string): TicketFilter => ({
  ...(query.number === undefined && { status: [...openStatuses] }),
  ...toFilter(query, me),
})
