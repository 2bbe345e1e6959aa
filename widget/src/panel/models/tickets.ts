// The owner's own tickets, and how many of them have something unread: kept by the server, for every device.
import { signal } from '@preact/signals'
import type { TicketSummary } from '@bilet/shared/replies'
import type { Answer } from './answer.ts'
import { createResource } from './resource.ts'

export type TicketPage = { items: TicketSummary[]; nextCursor: string | null }

/** Whether anything is unread is asked no oftener than this, in milliseconds. */
const unreadPause = 60_000

export type TicketsDeps = {
  list: (cursor?: string) => Promise<Answer<TicketPage>>
  unread: () => Promise<Answer<{ unread: number }>>
  markRead: (id: string, at: string) => Promise<Answer<unknown>>
  now: () => number
}

export function createTickets({ list, unread: askUnread, markRead, now }: TicketsDeps) {
  const page = createResource(() => list())
  const unread = signal(0)
  const isLoadingMore = signal(false)
  let lookedAt = -Infinity

  const look = async () => {
    lookedAt = now()
    const answer = await askUnread()
    if (!answer.ok || answer.value.unread === unread.value) return
    unread.value = answer.value.unread
    // Something came or was read elsewhere: the list tells of which ticket.
    if (page.state.value.value) await page.load()
  }

  return {
    page: page.state,
    unread,
    isLoadingMore,
    /** Asks whether there is something new, unless that was asked a moment ago. */
    look: async () => {
      if (now() - lookedAt >= unreadPause) await look()
    },
    /** The owner has the ticket before them as it was at `at`, RFC 3339. */
    async read(id: string, at: string) {
      const { value } = page.state.value
      if (value)
        page.set({ ...value, items: value.items.map((item) => (item.id === id ? { ...item, unread: false } : item)) })
      if ((await markRead(id, at)).ok) await look()
    },
    load: async () => {
      await Promise.all([page.load(), look()])
    },
    async more() {
      const { value } = page.state.value
      if (!value?.nextCursor || isLoadingMore.value) return
      isLoadingMore.value = true
      const answer = await list(value.nextCursor)
      isLoadingMore.value = false
      if (answer.ok && page.state.value.value === value)
        page.set({ items: [...value.items, ...answer.value.items], nextCursor: answer.value.nextCursor })
    },
    forget() {
      page.clear()
      unread.value = 0
      lookedAt = -Infinity
    },
  }
}
export type Tickets = ReturnType<typeof createTickets>
