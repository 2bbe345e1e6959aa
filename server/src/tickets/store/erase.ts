// A person taken out: their tickets with history, outbox rows, claims and words. What is kept of them is nothing.
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { forgetDeleted } from './forget.ts'
import { fullTextOf } from './full-text.ts'
import { DamagedRow, toTicket } from './ticket-rows.ts'
import type { TicketRow } from './ticket-rows.ts'
import type { TicketStore } from '../ticket-store.ts'

const pageSize = 50

export function createErasure(
  database: Database,
  { history }: Pick<TicketStore, 'history'>,
): Pick<TicketStore, 'erase'> {
  const fullText = fullTextOf(database.dialect)
  const next = prepared<{ requesterId: string }>(database.dialect, ({ requesterId }, sql) =>
    sql.selectFrom('tickets').selectAll().where('requester_id', '=', requesterId).orderBy('number').limit(pageSize),
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

  async function attachmentsOf(row: TicketRow): Promise<string[]> {
    try {
      const events = await history(row.id)
      const later = events.flatMap(({ event }) => (event.kind === 'message' ? event.attachments : []))
      return [...toTicket(row).draft.screenshot.attachments, ...later]
    } catch (error) {
      if (error instanceof DamagedRow) return []
      throw error
    }
  }

  return {
    async erase(requesterId) {
      const attachments: string[] = []
      let tickets = 0
      for (;;) {
        const rows = await database.query<TicketRow>(next({ requesterId }))
        if (rows.length === 0) break
        for (const row of rows) {
          const erased = await eraseOne(row)
          if (erased) tickets += 1
          attachments.push(...(erased ?? []))
        }
      }
      if (tickets > 0) await forgetDeleted(database)
      return { tickets, attachments }
    },
  }
}
