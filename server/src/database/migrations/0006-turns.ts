// Whose turn a ticket is, the last words of both sides, what time was extended to; and promises that a closing settled.
import type { Migration } from './migration.ts'

const columns = [
  'awaiting text',
  'last_owner_at bigint not null default 0',
  'last_staff_at bigint',
  'unread_by_staff integer not null default 0',
  'extended_until bigint',
]

const isOpen = `status in ('new', 'in_progress', 'waiting_for_customer')`

/** How an engine reads a field of an event. */
type Field = (name: string) => string

/** The latest `value` among the events of a ticket that meet a condition. */
const latest = (value: string, condition: string) =>
  `(select ${value} from ticket_events where ticket_number = tickets.number and ${condition} order by seq desc limit 1)`

// What the fold would have kept, as near as a statement tells it: of open tickets it is asked again with the next event.
function backfill(field: Field): string[] {
  const isOwners = `${field('by.kind')} = 'owner' and ${field('kind')} in ('submitted', 'message')`
  const isStaff = `${field('by.kind')} = 'staff'`
  const isStaffsWord = `${isStaff} and (${field('kind')} = 'decision' or ${field('visibility')} = 'public')`
  const closing = `${isStaff} and ${field('status')} in ('resolved', 'refused')`
  const lastOfEither = latest(field('by.kind'), `(${isOwners} or ${isStaff})`)
  const until = latest(`cast(${field('decision.until')} as bigint)`, `${field('decision.kind')} = 'extend'`)
  return [
    `update tickets set
      last_owner_at = coalesce(${latest('at', isOwners)}, submitted_at),
      last_staff_at = ${latest('at', isStaffsWord)}`,
    `update tickets set
      awaiting = case
        when status = 'waiting_for_customer' or last_staff_at > last_owner_at then 'owner' else 'staff' end,
      unread_by_staff = case when ${lastOfEither} = 'owner' then 1 else 0 end,
      extended_until = ${until}
      where ${isOpen}`,
    `update tickets set reacted_at = ${latest('at', closing)} where reacted_at is null and not (${isOpen})`,
  ]
}

const addColumns = columns.map((column) => `alter table tickets add column ${column}`)

export const turns: Migration = {
  version: 6,
  sqlite: [...addColumns, ...backfill((name) => `json_extract(event, '$.${name}')`)],
  postgres: [...addColumns, ...backfill((name) => `(event::json #>> '{${name.replace('.', ',')}}')`)],
}
