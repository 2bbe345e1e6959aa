// What is to be told to the world, written by the very batch that made it true: told at least once, by whichever process
// gets to it, however often that takes.
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { Database } from '../database/database.ts'
import { prepared } from '../database/sql.ts'

/** One thing to tell: `kind` is `ticket.` and the event's kind, `eventId` the event. `attempts` counts this one too. */
export type OutboxItem = { id: string; ticketId: string; kind: string; eventId: string; attempts: number }

export type Outbox = {
  /**
   * Takes up to `limit` items that are due, longest due first. No other process gets them for a minute; one that is
   * neither `done` nor `failed` by then is due again.
   */
  claim(limit: number): Promise<OutboxItem[]>
  /** Told: never due again. */
  done(item: OutboxItem): Promise<void>
  /** Not told: due again after twice the time of the last attempt, from five seconds up to six hours. */
  failed(item: OutboxItem): Promise<void>
  /** Settles everything that waits, untold: there is nobody to tell. */
  settle(): Promise<void>
  /** How many are not told yet. */
  pending(): Promise<number>
}

const leaseMs = 60_000
const shortestWaitMs = 5_000
const longestWaitMs = 6 * 3_600_000

type Row = { seq: number; due_at: number; attempts: number; event: string; ticket_id: string }

export const retryAfterMs = (attempts: number) => Math.min(longestWaitMs, shortestWaitMs * 2 ** (attempts - 1))

/** The database must have been migrated. `clock` gives epoch milliseconds. */
export function createOutbox(database: Database, { clock }: { clock: () => number }): Outbox {
  const { due, take, finish, finishAll, postpone, left } = statementsFor(database.dialect)
  return {
    async claim(limit) {
      const now = clock()
      const rows = await database.query<Row>(due({ now, limit }))
      if (rows.length === 0) return []
      const taken = await database.batch(
        rows.map(({ seq, due_at: dueAt }) => take({ seq, dueAt, leasedUntil: now + leaseMs })),
      )
      return rows.filter((_, index) => taken[index]?.length).map(toItem)
    },
    async done({ eventId }) {
      await database.batch([finish({ seq: Number(eventId), now: clock() })])
    },
    async failed({ eventId, attempts }) {
      await database.batch([postpone({ seq: Number(eventId), dueAt: clock() + retryAfterMs(attempts) })])
    },
    async settle() {
      await database.batch([finishAll({ now: clock() })])
    },
    async pending() {
      const [row] = await database.query<{ n: number }>(left({}))
      return row?.n ?? 0
    },
  }
}

const toItem = ({ seq, ticket_id: ticketId, event, attempts }: Row): OutboxItem => {
  const { kind }: TicketEvent = JSON.parse(event)
  return { id: `${ticketId}.${seq}`, ticketId, kind: `ticket.${kind}`, eventId: String(seq), attempts: attempts + 1 }
}

const statementsFor = (dialect: Database['dialect']) => ({
  due: prepared<{ now: number; limit: number }>(dialect, ({ now, limit }, sql) =>
    sql
      .selectFrom('outbox')
      .innerJoin('ticket_events', 'ticket_events.seq', 'outbox.seq')
      .innerJoin('tickets', 'tickets.number', 'ticket_events.ticket_number')
      .select(['outbox.seq', 'due_at', 'attempts', 'event', 'tickets.id as ticket_id'])
      .where('done_at', 'is', null)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit),
  ),
  // Whoever moves `due_at` first has it: the second finds another value there.
  take: prepared<{ seq: number; dueAt: number; leasedUntil: number }>(dialect, ({ seq, dueAt, leasedUntil }, sql) =>
    sql
      .updateTable('outbox')
      .set((build) => ({ due_at: leasedUntil, attempts: build('attempts', '+', 1) }))
      .where('seq', '=', seq)
      .where('due_at', '=', dueAt)
      .where('done_at', 'is', null)
      .returning('seq'),
  ),
  finish: prepared<{ seq: number; now: number }>(dialect, ({ seq, now }, sql) =>
    sql.updateTable('outbox').set({ done_at: now }).where('seq', '=', seq),
  ),
  finishAll: prepared<{ now: number }>(dialect, ({ now }, sql) =>
    sql.updateTable('outbox').set({ done_at: now }).where('done_at', 'is', null),
  ),
  postpone: prepared<{ seq: number; dueAt: number }>(dialect, ({ seq, dueAt }, sql) =>
    sql.updateTable('outbox').set({ due_at: dueAt }).where('seq', '=', seq).where('done_at', 'is', null),
  ),
  left: prepared<object>(dialect, (_, sql) =>
    sql
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('done_at', 'is', null),
  ),
})
