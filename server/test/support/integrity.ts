// What must hold in a store whatever has happened to it: no half of anything.
import { replay } from '@bilet/shared/policy/decisions'
import { openStatuses } from '@bilet/shared/statuses'
import type { Database } from '../../src/database/database.ts'
import { toEvent, toTicket } from '../../src/tickets/store/ticket-rows.ts'
import type { EventRow, TicketRow } from '../../src/tickets/store/ticket-rows.ts'
import type { StoredEvent } from '../../src/tickets/ticket-store.ts'
import type { Ticket } from '../../src/tickets/ticket.ts'

const allEvents = `select seq, tickets.id as ticket_id, ticket_events.version, event
  from ticket_events left join tickets on number = ticket_number order by seq`

/** What is broken, in words; empty when all holds. */
export async function brokenInvariants(database: Database): Promise<string[]> {
  const read = <Row>(sql: string) => database.query<Row>({ sql, parameters: [] })
  const tickets = (await read<TicketRow>('select * from tickets order by number')).map(toTicket)
  const events = (await read<EventRow>(allEvents)).map(toEvent)
  const told = await read<{ seq: number }>('select seq from outbox')
  const words = await read<{ number: number }>(
    `select ${database.dialect === 'sqlite' ? 'rowid as number' : 'number'} from ticket_search`,
  )
  const twice = await read<{ claim_key: string }>(
    `select claim_key from (
      select claim_scope, claim_key from tickets union all
      select claim_scope, claim_key from ticket_events where claim_key is not null
    ) as claims group by claim_scope, claim_key having count(*) > 1`,
  )
  return [
    ...tickets.flatMap((ticket) => brokenTicket(ticket, events)),
    ...twice.map(({ claim_key: key }) => `the key ${key} was used twice`),
    ...differ(
      'the outbox does not tell every event once',
      told.map(({ seq }) => String(seq)),
      events.map(({ id }) => id),
    ),
    ...differ(
      'the words indexed are not those of the tickets',
      words.map(({ number }) => String(number)),
      tickets.map(({ number }) => String(number)),
    ),
    ...differ(
      'events belong to no ticket',
      [...new Set(events.map(({ ticketId }) => ticketId))],
      tickets.map(({ id }) => id),
    ),
    ...(await brokenCounts(database, tickets)),
    ...(await brokenTags(database, tickets)),
  ]
}

function brokenTicket(ticket: Ticket, events: readonly StoredEvent[]): string[] {
  const own = events.filter(({ ticketId }) => ticketId === ticket.id).map(({ event }) => event)
  const state = replay(own)
  if (!state) return [`ticket ${ticket.number} has no submission`]
  const { decision: _, ...expected } = state
  const row = Object.fromEntries(Object.entries(ticket).filter(([name]) => name in expected))
  return sorted(row) === sorted(expected) ? [] : [`ticket ${ticket.number} is not what its history adds up to`]
}

const sorted = (value: object) => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))

const isOpen = ({ status }: Ticket) => openStatuses.some((open) => open === status)

async function brokenCounts(database: Database, tickets: readonly Ticket[]): Promise<string[]> {
  const read = <Row>(sql: string) => database.query<Row>({ sql, parameters: [] })
  const counts = await read<{ department: string; status: string; bucket: number; n: number }>(
    'select * from ticket_counts',
  )
  const due = await read<{ hour: number; n: number }>('select * from due_counts')
  const expected = countBy(tickets, (ticket) =>
    [ticket.department, ticket.status, isOpen(ticket) ? Math.floor(ticket.number / 1024) : -1].join(' '),
  )
  const expectedDue = countBy(
    tickets.filter((ticket) => isOpen(ticket) && ticket.reactedAt === null),
    ({ reactionDueAt }) => String(Math.floor(reactionDueAt / 3_600_000)),
  )
  return [
    ...differ(
      'the counts are wrong',
      counts.map(({ department, status, bucket, n }) => `${department} ${status} ${bucket}: ${n}`),
      expected,
    ),
    ...differ(
      'the counts of what is due are wrong',
      due.map(({ hour, n }) => `${hour}: ${n}`),
      expectedDue,
    ),
  ]
}

const inTags = 'tag, number, updated_at, reaction_due_at, status, department, plan'

async function brokenTags(database: Database, tickets: readonly Ticket[]): Promise<string[]> {
  const read = <Row>(sql: string) => database.query<Row>({ sql, parameters: [] })
  const borne = await read<object>(`select ${inTags} from ticket_tags`)
  const counts = await read<{ tag: string; n: number }>('select tag, n from tag_counts')
  const expected = tickets.flatMap((ticket) =>
    [...new Set(ticket.tags)].map((tag) => {
      const { number, updatedAt, reactionDueAt, status, department, requester } = ticket
      return { tag, line: [tag, number, updatedAt, reactionDueAt, status, department, requester.plan].join(' ') }
    }),
  )
  return [
    ...differ(
      'the tags are not those of the tickets',
      borne.map((row) => Object.values(row).join(' ')),
      expected.map(({ line }) => line),
    ),
    ...differ(
      'the tags are counted wrong',
      counts.map(({ tag, n }) => `${tag}: ${n}`),
      countBy(expected, ({ tag }) => tag),
    ),
  ]
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): string[] {
  const counted = new Map<string, number>()
  for (const item of items) counted.set(keyOf(item), (counted.get(keyOf(item)) ?? 0) + 1)
  return [...counted].map(([key, n]) => `${key}: ${n}`)
}

function differ(what: string, found: readonly string[], expected: readonly string[]): string[] {
  const [left, right] = [found.toSorted(), expected.toSorted()]
  return left.join('\n') === right.join('\n') ? [] : [`${what}: ${left.length} found, ${right.length} expected`]
}
