// What a store owes to those who got an answer.
import { createTicketStore } from '../../src/tickets/store/sql-ticket-store.ts'
import { openDatabase } from '../../src/database/open.ts'
import { brokenInvariants } from '../support/integrity.ts'
import { newClaim } from '../support/sample-tickets.ts'

export type Verdict = { acknowledged: number; tickets: number; lost: string[]; broken: string[] }

/** Reads the store again after a fault: `lines` are a submitter's `key id` for each answer that it got. */
export async function judge(url: string, lines: readonly string[]): Promise<Verdict> {
  const database = await openDatabase(url)
  try {
    const store = createTicketStore(database)
    const answered = new Set(lines)
    const lost: string[] = []
    for (const line of answered) {
      const [key = '', id] = line.split(' ')
      const found = await store.replay(newClaim({ scope: 'submitter', key }))
      if (found?.outcome !== 'replayed' || found.ticket.id !== id) lost.push(line)
    }
    const [row] = await database.query<{ n: number }>({ sql: 'select count(*) as n from tickets', parameters: [] })
    return { acknowledged: answered.size, tickets: row?.n ?? 0, lost, broken: await brokenInvariants(database) }
  } finally {
    await database.close()
  }
}
