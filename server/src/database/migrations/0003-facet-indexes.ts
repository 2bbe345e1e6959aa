// The indexes of facets say when a ticket came and whether its owner is verified too: a page is found in the index
// alone, and only the tickets on it are read from the table. PostgreSQL's full text learns the status.
import type { Migration } from './migration.ts'

const indexes = [
  `drop index tickets_facets`,
  `drop index tickets_facets_due`,
  `create index tickets_facets on tickets (status, department, plan, number, submitted_at, verified)`,
  `create index tickets_facets_due
    on tickets (status, department, plan, reaction_due_at, number, submitted_at, verified)`,
]

/** In SQLite it has been there from the beginning. */
const statusInSearch = `update ticket_search
  set words = ticket_search.words || array_to_tsvector(array['_status_' || tickets.status])
  from tickets where tickets.number = ticket_search.number`

export const facetIndexes: Migration = { version: 3, sqlite: indexes, postgres: [...indexes, statusInSearch] }
