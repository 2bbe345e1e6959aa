// All of a history, for the few who need it: a page at a time, so that no answer of the database is without bound.
import type { StoredEvent, TicketStore } from './ticket-store.ts'

const pageSize = 100

/** Pages from the latest back, lines in order of time within each. */
export async function* historyBackwards(
  { history }: Pick<TicketStore, 'history'>,
  ticketId: string,
): AsyncGenerator<StoredEvent[]> {
  let before: string | null | undefined
  while (before !== null) {
    const page = await history(ticketId, { limit: pageSize, ...(before && { before }) })
    yield page.events
    before = page.earlier
  }
}

/** Every line, in order of time. */
export async function wholeHistory(reads: Pick<TicketStore, 'history'>, ticketId: string): Promise<StoredEvent[]> {
  const pages: StoredEvent[][] = []
  for await (const events of historyBackwards(reads, ticketId)) pages.unshift(events)
  return pages.flat()
}
