// The list on show: pages as they are scrolled to, kept still under the hand while the desk goes on.
import { computed, signal } from '@preact/signals'
import type { Page, Query, StaffAnswer, StaffFailure } from '../api.ts'
import type { EventTicket, Row } from './replies.ts'

export type QueueDeps = { list: (query: Query) => Promise<StaffAnswer<Page<Row>>> }

const pageSize = 50

/** What an event tells of a line on show. */
const withNews = (row: Row, news: EventTicket): Row =>
  news.version > row.version
    ? {
        ...row,
        status: news.status,
        department: news.department,
        assignee: news.assignee,
        subject: news.subject,
        version: news.version,
      }
    : row

export function createQueue({ list }: QueueDeps) {
  const items = signal<Row[]>([])
  const nextCursor = signal<string | null>(null)
  const isLoading = signal(false)
  const failure = signal<StaffFailure | null>(null)
  /** Tickets that have come to this list since it was read: they wait to be asked in. */
  const fresh = signal<string[]>([])
  /** Lines that no longer belong here: shown as gone until the list is read again. */
  const gone = signal<ReadonlySet<string>>(new Set())
  /** The line that keys act on, by its ticket's id. */
  const current = signal<string | null>(null)
  let query: Query = {}
  let turn = 0

  const ask = (cursor?: string) => list({ ...query, limit: pageSize, ...(cursor && { cursor }) })

  const load = async () => {
    const mine = ++turn
    isLoading.value = true
    const answer = await ask()
    if (mine !== turn) return
    isLoading.value = false
    failure.value = answer.ok ? null : answer.failure
    if (!answer.ok) return
    items.value = answer.value.items
    nextCursor.value = answer.value.nextCursor
    fresh.value = []
    gone.value = new Set()
    if (!items.value.some(({ id }) => id === current.value)) current.value = items.value[0]?.id ?? null
  }

  /** Compares with the list as it is now, and changes nothing but what lines say of themselves. */
  const look = async () => {
    const mine = turn
    const answer = await ask()
    if (mine !== turn || !answer.ok) return
    const now = new Map(answer.value.items.map((row) => [row.id, row]))
    const shown = new Set(items.value.map(({ id }) => id))
    fresh.value = answer.value.items.filter(({ id }) => !shown.has(id)).map(({ id }) => id)
    const isWhole = answer.value.nextCursor === null
    gone.value = new Set(
      items.value
        .filter(({ id }, index) => !now.has(id) && (isWhole || index < pageSize - fresh.value.length))
        .map(({ id }) => id),
    )
    items.value = items.value.map((row) => now.get(row.id) ?? row)
    failure.value = null
  }

  const at = () => items.value.findIndex(({ id }) => id === current.value)

  return {
    items,
    nextCursor,
    isLoading,
    failure,
    fresh,
    gone,
    current,
    isEmpty: computed(() => items.value.length === 0 && !isLoading.value && failure.value === null),
    open(next: Query) {
      query = next
      items.value = []
      nextCursor.value = null
      current.value = null
      return load()
    },
    load,
    look,
    async more() {
      const cursor = nextCursor.value
      if (cursor === null || isLoading.value) return
      const mine = turn
      isLoading.value = true
      const answer = await ask(cursor)
      if (mine !== turn) return
      isLoading.value = false
      if (!answer.ok) return
      const shown = new Set(items.value.map(({ id }) => id))
      items.value = [...items.value, ...answer.value.items.filter(({ id }) => !shown.has(id))]
      nextCursor.value = answer.value.nextCursor
    },
    /** Lines that no longer belong here leave while nobody looks. */
    tidy() {
      if (gone.value.size === 0) return
      items.value = items.value.filter(({ id }) => !gone.value.has(id))
      gone.value = new Set()
    },
    hear(news: EventTicket) {
      items.value = items.value.map((row) => (row.id === news.id ? withNews(row, news) : row))
    },
    /** Moves the line that keys act on by so many; gives its id. */
    step(by: number): string | null {
      const next = Math.min(items.value.length - 1, Math.max(0, at() + by))
      current.value = items.value[next]?.id ?? null
      return current.value
    },
  }
}
export type Queue = ReturnType<typeof createQueue>
