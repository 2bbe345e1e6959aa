// A person taken out: their tickets with history, outbox rows, claims and words. What is kept of them is nothing.
import { sql as raw } from 'kysely'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { forgetDeleted } from './forget.ts'
import { fullTextOf } from './full-text.ts'
import { DamagedRow, toTicket } from './ticket-rows.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { TicketStore } from '../ticket-store.ts'
import { wholeHistory } from '../whole-history.ts'
import { addressIn } from '../tickets-scope.ts'

const pageSize = 50

export function createErasure(
  database: Database,
  reads: Pick<TicketStore, 'history'>,
): Pick<TicketStore, 'addressesOf' | 'erase' | 'eraseClosed'> {
  const fullText = fullTextOf(database.dialect)
  const next = prepared<{ requesterId: string }>(database.dialect, ({ requesterId }, sql) =>
    sql.selectFrom('tickets').selectAll().where('requester_id', '=', requesterId).orderBy('number').limit(pageSize),
  )
  // What was changed before was accepted before: older numbers alone are looked through.
  const closed = prepared<{ before: number }>(database.dialect, ({ before }, sql) =>
    sql
      .selectFrom('tickets')
      .selectAll()
      .where('status', 'in', ['resolved', 'refused'])
      .where('updated_at', '<', before)
      .where(
        'number',
        '<=',
        raw<number>`(select max(last_number) from arrival_days where day <= cast(${before} as bigint) / 86400000)`,
      )
      .orderBy('number')
      .limit(pageSize),
  )
  const scopes = prepared<{ requesterId: string }>(database.dialect, ({ requesterId }, sql) =>
    sql.selectFrom('tickets').select('claim_scope as scope').distinct().where('requester_id', '=', requesterId),
  )
  const remove = prepared<{ id: string; version: number }>(database.dialect, ({ id, version }, sql) =>
    sql.deleteFrom('tickets').where('id', '=', id).where('version', '=', version).returning('id'),
  )

  /** Attachments of the ticket, or null when it has changed since it was read: then the next round takes it. */
  async function eraseOne(row: TicketRow): Promise<string[] | null> {
    const { id, version } = row
    const attachments = await attachmentsOf(row)
    const [, removed = []] = await database.batch([fullText.remove({ ticketId: id, version }), remove({ id, version })])
    return removed.length > 0 ? attachments : null
  }

  async function eraseRows(rows: TicketRow[], erased: { tickets: number; attachments: string[] }) {
    for (const row of rows) {
      const attachments = await eraseOne(row)
      if (attachments) erased.tickets += 1
      erased.attachments.push(...(attachments ?? []))
    }
  }

  async function attachmentsOf(row: TicketRow): Promise<string[]> {
    try {
      const events = await wholeHistory(reads, row.id)
      const later = events.flatMap(({ event }) => (event.kind === 'message' ? event.attachments : []))
      return [...toTicket(row).draft.screenshot.attachments, ...later]
    } catch (error) {
      if (error instanceof DamagedRow) return []
      throw error
    }
  }

  return {
    async addressesOf(requesterId) {
      const rows = await database.query<{ scope: string }>(scopes({ requesterId }))
      return rows.flatMap(({ scope }) => addressIn(scope) ?? [])
    },
    async erase(requesterId) {
      const erased = { tickets: 0, attachments: [] as string[] }
      for (;;) {
        const rows = await database.query<TicketRow>(next({ requesterId }))
        if (rows.length === 0) break
        await eraseRows(rows, erased)
      }
      if (erased.tickets > 0) await forgetDeleted(database)
      return erased
    },
    async eraseClosed(before) {
      const erased = { tickets: 0, attachments: [] as string[] }
      await eraseRows(await database.query<TicketRow>(closed({ before })), erased)
      if (erased.tickets > 0) await forgetDeleted(database)
      return erased
    },
  }
}
