// Webhooks and what is to be delivered to them. Rows of deliveries are written by a trigger, with the event itself.
import { WebhookType } from '@bilet/shared/webhook-replies'
import type { Selectable } from 'kysely'
import { sql as raw } from 'kysely'
import type { Database } from '../database/database.ts'
import { integer, text } from '../database/insert-where.ts'
import type { WebhookDeliveriesTable, WebhooksTable } from '../database/schema.ts'
import { prepared } from '../database/sql.ts'
import { newSecret } from './signing.ts'

export type Webhook = {
  id: string
  url: string
  events: WebhookType[]
  createdAt: number
  disabledAt: number | null
}

/** One delivery as it stands. `error` is what stood in its way, in words of our own. */
export type Delivery = {
  id: string
  type: WebhookType
  ticketId: string
  attempts: number
  createdAt: number
  dueAt: number
  doneAt: number | null
  status: number | null
  error: string | null
}

/** What a worker takes up. `attempts` counts this one too. */
export type DueDelivery = {
  seq: number
  eventSeq: number
  ticketId: string
  type: WebhookType
  attempts: number
  webhook: { id: string; url: string; secrets: string[] }
}

export type Attempt = { status: number | null; error: string | null }

export type WebhookStore = {
  list(): Promise<Webhook[]>
  find(id: string): Promise<Webhook | null>
  /** Null where there is one for this URL. The only time that the secret is given. */
  create(url: string, events: readonly WebhookType[]): Promise<(Webhook & { secret: string }) | null>
  remove(id: string): Promise<boolean>
  /** A new secret; the old one signs too for a day, so that receivers can change over. Null for no such webhook. */
  rotate(id: string): Promise<string | null>
  deliveries(
    id: string,
    page: { before?: number | undefined; limit: number },
  ): Promise<{ items: Delivery[]; next: number | null }>
  /** Makes a delivery due again, whatever became of it. False where there is none. */
  replay(id: string, delivery: number): Promise<boolean>
  /** The ids of those that something is due to. */
  due(): Promise<string[]>
  /** Takes up what is due to this one; nobody else gets it for a minute. */
  claim(id: string, limit: number): Promise<DueDelivery[]>
  /** Delivered, or given up on: `doneAt` is set either way, `error` tells which. */
  finish(seq: number, attempt: Attempt): Promise<void>
  retry(seq: number, dueAt: number, attempt: Attempt): Promise<void>
  /** Its receiver is gone for good: nothing more is sent. */
  disable(id: string): Promise<void>
}

const leaseMs = 60_000
const overlapMs = 24 * 3_600_000

type Row = Selectable<WebhooksTable>
type DeliveryRow = Selectable<WebhookDeliveriesTable>
type DueRow = Pick<DeliveryRow, 'seq' | 'event_seq' | 'type' | 'attempts' | 'due_at'> &
  Pick<Row, 'url' | 'secret' | 'former_secret' | 'former_until'> & { webhook_id: string; ticket_id: string }

/** The database must have been migrated. `clock` gives epoch milliseconds. */
export function createWebhookStore(
  database: Database,
  { clock, newId }: { clock: () => number; newId: () => string },
): WebhookStore {
  const ask = statementsFor(database.dialect)
  return {
    async list() {
      return (await database.query<Row>(ask.all({}))).map(toWebhook)
    },
    async find(id) {
      const [row] = await database.query<Row>(ask.one({ id }))
      return row ? toWebhook(row) : null
    },
    async create(url, events) {
      const made = { id: newId(), url, events: [...new Set(events)], createdAt: clock(), disabledAt: null }
      const secret = newSecret()
      const row = { id: made.id, url, events: made.events.join(' '), secret, at: made.createdAt }
      const [inserted = []] = await database.batch([ask.insert(row)])
      return inserted.length > 0 ? { ...made, secret } : null
    },
    async remove(id) {
      const [removed = []] = await database.batch([ask.remove({ id })])
      return removed.length > 0
    },
    async rotate(id) {
      const secret = newSecret()
      const [changed = []] = await database.batch([ask.rotate({ id, secret, until: clock() + overlapMs })])
      return changed.length > 0 ? secret : null
    },
    async deliveries(id, { before = Number.MAX_SAFE_INTEGER, limit }) {
      const rows = await database.query<DeliveryRow & { ticket_id: string }>(ask.log({ id, before, limit: limit + 1 }))
      const shown = rows.slice(0, limit)
      return { items: shown.map(toDelivery), next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null }
    },
    async replay(id, delivery) {
      const [changed = []] = await database.batch([ask.again({ id, delivery, at: clock() })])
      return changed.length > 0
    },
    async due() {
      const rows = await database.query<{ id: string }>(ask.receivers({ now: clock() }))
      return rows.map(({ id }) => id)
    },
    async claim(id, limit) {
      const now = clock()
      const rows = await database.query<DueRow>(ask.due({ id, now, limit }))
      if (rows.length === 0) return []
      const taken = await database.batch(
        rows.map(({ seq, due_at: dueAt }) => ask.take({ seq, dueAt, leasedUntil: now + leaseMs })),
      )
      return rows.filter((_, index) => taken[index]?.length).map((row) => toDue(row, now))
    },
    async finish(seq, { status, error }) {
      await database.batch([ask.finish({ seq, at: clock(), status, error })])
    },
    async retry(seq, dueAt, { status, error }) {
      await database.batch([ask.postpone({ seq, dueAt, status, error })])
    },
    async disable(id) {
      await database.batch([ask.disable({ id, at: clock() })])
    },
  }
}

const typesOf = (events: string) => WebhookType.options.filter((type) => events.split(' ').includes(type))

const toWebhook = ({ id, url, events, created_at: createdAt, disabled_at: disabledAt }: Row): Webhook => ({
  id,
  url,
  events: typesOf(events),
  createdAt,
  disabledAt,
})

const toDelivery = (row: DeliveryRow & { ticket_id: string }): Delivery => ({
  id: String(row.seq),
  type: row.type,
  ticketId: row.ticket_id,
  attempts: row.attempts,
  createdAt: row.created_at,
  dueAt: row.due_at,
  doneAt: row.done_at,
  status: row.status,
  error: row.error,
})

const toDue = (row: DueRow, now: number): DueDelivery => ({
  seq: row.seq,
  eventSeq: row.event_seq,
  ticketId: row.ticket_id,
  type: row.type,
  attempts: row.attempts + 1,
  webhook: {
    id: row.webhook_id,
    url: row.url,
    secrets: [row.secret, ...(row.former_secret !== null && (row.former_until ?? 0) > now ? [row.former_secret] : [])],
  },
})

const statementsFor = (dialect: Database['dialect']) => ({
  all: prepared<object>(dialect, (_, sql) =>
    sql.selectFrom('webhooks').selectAll().orderBy('created_at').orderBy('id'),
  ),
  one: prepared<{ id: string }>(dialect, ({ id }, sql) => sql.selectFrom('webhooks').selectAll().where('id', '=', id)),
  insert: prepared<{ id: string; url: string; events: string; secret: string; at: number }>(
    dialect,
    ({ id, url, events, secret, at }) => raw`
      insert into webhooks (id, url, events, secret, created_at)
      values (${text(id)}, ${text(url)}, ${text(events)}, ${text(secret)}, ${integer(at)})
      on conflict do nothing returning id`,
  ),
  remove: prepared<{ id: string }>(dialect, ({ id }, sql) =>
    sql.deleteFrom('webhooks').where('id', '=', id).returning('id'),
  ),
  rotate: prepared<{ id: string; secret: string; until: number }>(
    dialect,
    ({ id, secret, until }) => raw`
      update webhooks set former_secret = secret, former_until = ${integer(until)}, secret = ${text(secret)}
      where id = ${id} returning id`,
  ),
  disable: prepared<{ id: string; at: number }>(dialect, ({ id, at }, sql) =>
    sql.updateTable('webhooks').set({ disabled_at: at }).where('id', '=', id),
  ),
  log: prepared<{ id: string; before: number; limit: number }>(dialect, ({ id, before, limit }, sql) =>
    sql
      .selectFrom('webhook_deliveries')
      .innerJoin('ticket_events', 'ticket_events.seq', 'webhook_deliveries.event_seq')
      .innerJoin('tickets', 'tickets.number', 'ticket_events.ticket_number')
      .selectAll('webhook_deliveries')
      .select('tickets.id as ticket_id')
      .where('webhook_id', '=', id)
      .where('webhook_deliveries.seq', '<', before)
      .orderBy('webhook_deliveries.seq', 'desc')
      .limit(limit),
  ),
  again: prepared<{ id: string; delivery: number; at: number }>(dialect, ({ id, delivery, at }, sql) =>
    sql
      .updateTable('webhook_deliveries')
      .set({ due_at: at, attempts: 0, done_at: null, error: null })
      .where('webhook_id', '=', id)
      .where('seq', '=', delivery)
      .returning('seq'),
  ),
  receivers: prepared<{ now: number }>(dialect, ({ now }, sql) =>
    sql
      .selectFrom('webhooks')
      .select('id')
      .where('disabled_at', 'is', null)
      .where((build) =>
        build.exists(
          build
            .selectFrom('webhook_deliveries')
            .select('seq')
            .whereRef('webhook_id', '=', 'webhooks.id')
            .where('done_at', 'is', null)
            .where('due_at', '<=', now),
        ),
      ),
  ),
  due: prepared<{ id: string; now: number; limit: number }>(dialect, ({ id, now, limit }, sql) =>
    sql
      .selectFrom('webhook_deliveries')
      .innerJoin('webhooks', 'webhooks.id', 'webhook_deliveries.webhook_id')
      .innerJoin('ticket_events', 'ticket_events.seq', 'webhook_deliveries.event_seq')
      .innerJoin('tickets', 'tickets.number', 'ticket_events.ticket_number')
      .select([
        'webhook_deliveries.seq',
        'event_seq',
        'type',
        'attempts',
        'due_at',
        'webhook_id',
        'url',
        'secret',
        'former_secret',
        'former_until',
        'tickets.id as ticket_id',
      ])
      .where('webhook_id', '=', id)
      .where('done_at', 'is', null)
      .where('disabled_at', 'is', null)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit),
  ),
  // Whoever moves `due_at` first has it: the second finds another value there.
  take: prepared<{ seq: number; dueAt: number; leasedUntil: number }>(dialect, ({ seq, dueAt, leasedUntil }, sql) =>
    sql
      .updateTable('webhook_deliveries')
      .set((build) => ({ due_at: leasedUntil, attempts: build('attempts', '+', 1) }))
      .where('seq', '=', seq)
      .where('due_at', '=', dueAt)
      .where('done_at', 'is', null)
      .returning('seq'),
  ),
  finish: prepared<{ seq: number; at: number } & Attempt>(dialect, ({ seq, at, status, error }, sql) =>
    sql.updateTable('webhook_deliveries').set({ done_at: at, status, error }).where('seq', '=', seq),
  ),
  postpone: prepared<{ seq: number; dueAt: number } & Attempt>(dialect, ({ seq, dueAt, status, error }, sql) =>
    sql
      .updateTable('webhook_deliveries')
      .set({ due_at: dueAt, status, error })
      .where('seq', '=', seq)
      .where('done_at', 'is', null),
  ),
})
