// The owner's own tickets, and which of them have something unread.
import { computed, signal } from '@preact/signals'
import type { TicketSummary } from '@bilet/shared/replies'
import type { Answer } from './answer.ts'
import { createResource } from './resource.ts'

export type TicketPage = { items: TicketSummary[]; nextCursor: string | null }

/** When a ticket was last looked at, by its id: RFC 3339. */
export type SeenMarks = Record<string, string>

/** Unread: changed since it was looked at, or never looked at on this device and waiting for the owner. */
export const isUnread = ({ id, updatedAt, status }: TicketSummary, seen: SeenMarks) => {
  const mark = seen[id]
  return mark === undefined ? status === 'waiting_for_customer' : Date.parse(updatedAt) > Date.parse(mark)
}

export type TicketsDeps = {
  list: (cursor?: string) => Promise<Answer<TicketPage>>
  readSeen: () => SeenMarks
  writeSeen: (seen: SeenMarks) => void
}

export function createTickets({ list, readSeen, writeSeen }: TicketsDeps) {
  const page = createResource(() => list())
  const seen = signal<SeenMarks>({})
  const isLoadingMore = signal(false)

  return {
    page: page.state,
    seen,
    isLoadingMore,
    unread: computed(() => page.state.value.value?.items.filter((item) => isUnread(item, seen.value)).length ?? 0),
    markSeen(id: string, at: string) {
      seen.value = { ...readSeen(), [id]: at }
      writeSeen(seen.value)
    },
    async load() {
      seen.value = readSeen()
      await page.load()
    },
    async more() {
      const { value } = page.state.value
      if (!value?.nextCursor || isLoadingMore.value) return
      isLoadingMore.value = true
      const answer = await list(value.nextCursor)
      isLoadingMore.value = false
      if (answer.ok) page.set({ items: [...value.items, ...answer.value.items], nextCursor: answer.value.nextCursor })
    },
    forget() {
      page.clear()
      seen.value = {}
    },
  }
}
export type Tickets = ReturnType<typeof createTickets>
