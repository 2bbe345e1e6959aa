// What each tab asks the list for.
import type { Query } from '../api.ts'
import type { Filters, Tab } from './route.ts'

const own: Record<Tab, Query> = {
  due: { reaction: 'due', sort: 'reactionDueAt' },
  ours: { awaiting: 'staff' },
  mine: { assignee: 'me', sort: 'reactionDueAt' },
  unassigned: { assignee: 'none' },
  owner: { awaiting: 'owner' },
  extended: {
    status: 'new,in_progress,waiting_for_customer',
    extendedUntilFrom: '1970-01-01T00:00:00Z',
    sort: 'extendedUntil',
  },
  all: { status: 'any', sort: '-submittedAt' },
}

/** A search has an order of its own: the newest that fit. */
export const queryOf = (tab: Tab, filters: Filters): Query => ({ ...own[tab], ...filters })

/** What the one field means: a number alone leads to that ticket, words look in all that there is. */
export function readSearch(text: string): { number: string } | { q: string } | null {
  const words = text.trim()
  const number = /^(?:№|#)?\s*(\d{1,9})$/.exec(words)?.[1]
  if (number) return { number }
  return words ? { q: words } : null
}
