import type { StoredEvent, TicketStore } from './ticket-store.ts'

const most = 100

/** What happened since a version that somebody had read: the latest hundred lines of it. */
export async function changesSince(
  { history }: Pick<TicketStore, 'history'>,
  ticketId: string,
  version: number,
): Promise<StoredEvent[]> {
  const { events } = await history(ticketId, { limit: most })
  return events.filter((event) => event.version > version)
}
