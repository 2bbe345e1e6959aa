import { sql as raw } from 'kysely'
import type { TicketEvent } from '@bilet/shared/ticket-events'
import type { Database } from '../../database/database.ts'
import { sqlFor } from '../../database/sql.ts'
import { toEvent, toTicket } from '../../tickets/store/ticket-rows.ts'
import type { EventRow, TicketRow } from '../../tickets/store/ticket-rows.ts'
import { saidWords, ticketWords } from '../../tickets/store/ticket-words.ts'
import { putTickets } from '../../tickets/store/tsvector.ts'
import { mark, markOf } from './marks.ts'
import { pageSize } from './pages.ts'

const sql = sqlFor('postgres')
const name = 'ticket_search'

type Indexing = { onRows: (rows: number) => void; signal: AbortSignal }

/** Makes the full text of every ticket that has none yet. */
export async function indexTickets(target: Database, { onRows, signal }: Indexing) {
  const begun = await markOf(target, name)
  let { rows } = begun
  onRows(rows)
  for (let last = Number(begun.last?.[0] ?? 0); ;) {
    signal.throwIfAborted()
    const found = await target.query<TicketRow>(
      sql.selectFrom('tickets').selectAll().where('number', '>', last).orderBy('number').limit(pageSize).compile(),
    )
    if (found.length === 0) return
    last = found.at(-1)?.number ?? last
    rows += found.length
    const events = await eventsOf(target, found)
    const words = found.map(toTicket).map((ticket) => ({
      number: ticket.number,
      status: ticket.status,
      words: ticketWords(ticket, saidWords([], events.get(ticket.id) ?? [])),
    }))
    await target.batch([putTickets(words), mark(name, [last], rows)])
    onRows(found.length)
  }
}

async function eventsOf(target: Database, tickets: readonly TicketRow[]) {
  const numbers = JSON.stringify(tickets.map(({ number }) => number))
  const read = raw`
    select seq, tickets.id as ticket_id, ticket_events.version, event from ticket_events
    join tickets on tickets.number = ticket_events.ticket_number
    where ticket_number in (select value::bigint from json_array_elements_text(cast(${numbers} as json)) as items (value))
    order by seq`
  const events = await target.query<EventRow>(read.compile(sql))
  const histories = new Map<string, TicketEvent[]>()
  for (const { ticketId, event } of events.map(toEvent))
    histories.set(ticketId, [...(histories.get(ticketId) ?? []), event])
  return histories
}
