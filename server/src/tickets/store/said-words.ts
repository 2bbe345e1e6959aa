// What was said in a ticket, as words to find it by. Kept as rows, since the index cannot be read back: one row is read
// for a message, not the history before it.
import { sql as raw } from 'kysely'
import type { Database, Statement } from '../../database/database.ts'
import { text } from '../../database/insert-where.ts'
import { prepared } from '../../database/sql.ts'
import type { Ticket } from '../ticket.ts'
import type { TicketStore } from '../ticket-store.ts'
import { wholeHistory } from '../whole-history.ts'
import { saidWords } from './ticket-words.ts'
import { holdsNewEvents } from './written-events.ts'
import type { Write } from './written-events.ts'

export type SaidWords = {
  of(ticket: Pick<Ticket, 'number' | 'id' | 'version'>): Promise<string[]>
  /** Keeps them, if the events of the write are in. */
  keep(write: Write, words: readonly string[]): Statement
}

export function createSaidWords(database: Database, reads: Pick<TicketStore, 'history'>): SaidWords {
  const kept = prepared<{ number: number }>(database.dialect, ({ number }, sql) =>
    sql.selectFrom('said_words').select('words').where('number', '=', number),
  )
  const keep = prepared<Write, { words: string }>(
    database.dialect,
    (values) => raw`
      insert into said_words (number, words)
      select number, ${text(values.words)} from tickets where ${holdsNewEvents(values)}
      on conflict (number) do update set words = excluded.words`,
  )
  return {
    async of({ number, id, version }) {
      if (version === 1) return []
      const [row] = await database.query<{ words: string }>(kept({ number }))
      if (row) return row.words.split(' ').filter(Boolean)
      // A ticket from before words were kept: read through once.
      const history = await wholeHistory(reads, id)
      return saidWords(
        [],
        history.map(({ event }) => event),
      )
    },
    keep: (write, words) => keep(write, { words: words.join(' ') }),
  }
}
