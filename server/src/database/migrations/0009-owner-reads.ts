// What an owner has read of their tickets, so that every device of theirs knows; and the page that a question was asked on.
import type { Migration } from './migration.ts'

const statements = [
  `alter table tickets add column owner_read_at bigint not null default 0`,
  // What was answered before this was kept would all be news.
  `update tickets set owner_read_at = last_staff_at where last_staff_at is not null`,
  `create index tickets_unread on tickets (requester_id) where last_staff_at > owner_read_at`,
  `alter table suggestion_queries add column page text`,
  `create index suggestion_queries_page on suggestion_queries (page, at) where page is not null`,
]

export const ownerReads: Migration = { version: 9, sqlite: statements, postgres: statements }
