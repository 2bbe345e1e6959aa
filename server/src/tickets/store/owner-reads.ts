// What owners have read of their own tickets. Not part of a ticket's history: it changes no version.
import { sql as raw } from 'kysely'
import type { Database } from '../../database/database.ts'
import { integer, text } from '../../database/insert-where.ts'
import { prepared } from '../../database/sql.ts'
import type { Owner } from '../ticket.ts'
import type { TicketStore } from '../ticket-store.ts'

/** The part of the store that knows what is news to an owner. */
export function createOwnerReads(database: Database): Pick<TicketStore, 'unreadOf' | 'markRead'> {
  const unread = prepared<Owner>(
    database.dialect,
    ({ requesterId, shop }) => raw`
      select count(*) as n from tickets
      where requester_id = ${requesterId} and last_staff_at > owner_read_at
      and coalesce(shop, '') = coalesce(${text(shop)}, '')`,
  )
  const mark = prepared<{ id: string; at: number }>(
    database.dialect,
    ({ id, at }) => raw`
      update tickets set owner_read_at = ${integer(at)} where id = ${id} and owner_read_at < ${integer(at)}`,
  )
  return {
    async unreadOf(owner) {
      const [row] = await database.query<{ n: number }>(unread(owner))
      return row?.n ?? 0
    },
    async markRead(id, at) {
      await database.batch([mark({ id, at })])
    },
  }
}
