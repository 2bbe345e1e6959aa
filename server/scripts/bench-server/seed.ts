// A desk with a long past: as many tickets as asked, all but the latest closed, as the product keeps it.
import { replay } from '@bilet/shared/policy/decisions'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { Insertable } from 'kysely'
import type { Database, Statement } from '../../src/database/database.ts'
import type { TicketsTable } from '../../src/database/schema.ts'
import { sqlFor } from '../../src/database/sql.ts'
import { toStateColumns } from '../../src/tickets/store/ticket-rows.ts'
import { ticketWords } from '../../src/tickets/store/ticket-words.ts'
import { ticketWrites } from '../../src/tickets/store/ticket-writes.ts'
import type { TicketWrites } from '../../src/tickets/store/ticket-writes.ts'
import { pick, randomDraft, randomFrom } from './texts.ts'
import type { Random } from './texts.ts'

export const departments = ['technical', 'consultations', 'sales']
export const plans = ['free', 'standard', 'premium'] as const
export const staff = Array.from({ length: 20 }, (_, index) => `staff-${index}`)
/** Tickets of one owner. */
export const perOwner = 20
/** Still to be worked on, however long the past: a queue is as long as the staff is slow, not as the desk is old. */
export const openTickets = 2_000

export const seededTags = ['vip', 'банк', 'домен', 'письма']

const hour = 3_600_000
const past = 3 * 365 * 24 * hour
const batchSize = 250

type Seeding = { count: number; now: number; onProgress: (done: number) => void }

/** Fills an empty, migrated database. */
export async function seed(database: Database, { count, now, onProgress }: Seeding) {
  const writes = ticketWrites(database.dialect)
  const random = randomFrom(count)
  const places = new Map<string, number>()
  let written: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < count; from += batchSize) {
    const size = Math.min(batchSize, count - from)
    const tickets = Array.from({ length: size }, (_, index) =>
      one(writes, random, { index: from + index, count, now, places }),
    )
    const statements = statementsOf(database.dialect, tickets)
    await written // The database is at work on a batch while the next is made.
    written = database.batch(statements)
    onProgress(from)
  }
  await written
  onProgress(count)
}

/** A row, its history and what it is found by, as submission and staff would have left them. */
type Seeded = { number: number; row: Insertable<TicketsTable>; events: readonly TicketEvent[]; words: Statement }

/** Rows many at once: a statement for each takes several times as long. Triggers see each of them all the same. */
function statementsOf(dialect: Database['dialect'], tickets: readonly Seeded[]): Statement[] {
  const sql = sqlFor(dialect)
  const events = tickets.flatMap(({ number, events: history }) =>
    history.map((event, version) => ({
      ticket_number: number,
      version: version + 1,
      at: event.at,
      event: JSON.stringify(event),
    })),
  )
  return [
    sql
      .insertInto('tickets')
      .values(tickets.map(({ row }) => row))
      .compile(),
    sql.insertInto('ticket_events').values(events).compile(),
    ...tickets.map(({ words }) => words),
  ]
}

export const ownerOf = (index: number, count: number) => {
  const owner = (index * 7919) % Math.ceil(count / perOwner)
  return { id: `owner-${owner}`, shop: `shop-${owner}`, plan: plans[owner % plans.length] ?? 'free' }
}

type Place = { index: number; count: number; now: number; places: Map<string, number> }

function one(writes: TicketWrites, random: Random, { index, count, now, places }: Place): Seeded {
  const owner = ownerOf(index, count)
  const email = `${owner.id}@shop.example`
  const department = owner.plan === 'free' ? 'sales' : pick(random, departments)
  const submittedAt = Math.floor(now - past + (past * index) / count)
  const isOpen = index >= count - openTickets
  const events = historyOf(random, { submittedAt, department, owner: owner.id, isOpen })
  const state = replay(events)
  if (!state) throw new Error('a seeded history has no beginning')
  const draft = randomDraft(random, department)
  const id = `seeded-${index}-0000000000`
  const write = { ticketId: id, version: events.length, next: events.length }
  const place = (places.get(department) ?? 0) + 1
  if (isOpen) places.set(department, place)
  return {
    number: index + 1,
    row: {
      id,
      version: events.length,
      ...toStateColumns(state),
      plan: owner.plan,
      verified: 1,
      shop: owner.shop,
      requester_id: owner.id,
      issuer: null,
      subject: owner.id,
      submitted_at: submittedAt,
      reaction_due_at: state.reactionDueAt,
      updated_at: events.at(-1)?.at ?? submittedAt,
      queue_position: place,
      email,
      name: null,
      suggested_department: null,
      claim_scope: 'seed',
      claim_key: id,
      fingerprint: '',
      findings: '[]',
      draft: JSON.stringify(draft),
    },
    events,
    words: writes.index(write, ticketWords({ draft, requester: { ...owner, email } }, []), {
      ...state,
      requester: owner,
    }),
  }
}

type Beginning = { submittedAt: number; department: string; owner: string; isOpen: boolean }

function historyOf(random: Random, { submittedAt, department, owner, isOpen }: Beginning): TicketEvent[] {
  const reactionDueAt = submittedAt + 24 * hour
  const by = { kind: 'staff' as const, id: pick(random, staff) }
  const submitted = {
    kind: 'submitted' as const,
    at: submittedAt,
    by: { kind: 'owner' as const, id: owner },
    department,
    reactionDueAt,
  }
  const tags = random() < 0.05 ? [pick(random, seededTags)] : []
  const taken: TicketEvent = {
    kind: 'changed',
    at: submittedAt + hour,
    by,
    assignee: by.id,
    status: 'in_progress',
    tags,
  }
  const waits: TicketEvent = { kind: 'changed', at: submittedAt + hour, by, status: 'waiting_for_customer' }
  const until = submittedAt + 72 * hour
  const extended: TicketEvent = {
    kind: 'decision',
    at: submittedAt + hour,
    by,
    decision: { kind: 'extend', reason: 'needs_development', until },
  }
  if (isOpen)
    return pick(random, [
      [submitted],
      [submitted],
      [submitted, taken],
      [submitted, taken, waits],
      [submitted, taken, extended],
    ])
  const at = submittedAt + Math.floor(random() * 26 * hour)
  const kind = random() < 0.1 ? 'refuse' : 'resolve'
  return [submitted, { ...taken, at }, { kind: 'decision', at, by, decision: { kind } }]
}
