// A list tells little of what owners wrote: to bring a hundred long texts out of the database takes longer than all else.
import type { Database, Statement } from '../../database/database.ts'
import type { TicketsTable } from '../../database/schema.ts'
import { lineLetters } from '../ticket.ts'

/** Every column but what owners wrote and what was found in it. */
const columns: Record<Exclude<keyof TicketsTable, 'draft' | 'findings'>, true> = {
  number: true,
  id: true,
  version: true,
  status: true,
  department: true,
  plan: true,
  verified: true,
  shop: true,
  requester_id: true,
  issuer: true,
  subject: true,
  assignee: true,
  submitted_at: true,
  reaction_due_at: true,
  reacted_at: true,
  updated_at: true,
  awaiting: true,
  last_owner_at: true,
  last_staff_at: true,
  unread_by_staff: true,
  extended_until: true,
  owner_read_at: true,
  queue_position: true,
  email: true,
  name: true,
  tags: true,
  suggested_department: true,
  claim_scope: true,
  claim_key: true,
  fingerprint: true,
}

/** A draft that cannot be read is left for whoever reads the row to tell of. */
const beginning = (letters: number) => `case when json_valid(draft)
  then json_object('subject', draft ->> '$.subject', 'locale', draft ->> '$.locale',
    'description', substr(draft ->> '$.description', 1, ${letters}))
  else draft end as draft`

/**
 * The statement's rows in their order with the beginnings of their drafts, so many letters, in SQLite and D1; elsewhere as
 * they are.
 */
export const inLines = (
  dialect: Database['dialect'],
  { sql, parameters }: Statement,
  letters = lineLetters,
): Statement =>
  dialect === 'sqlite'
    ? {
        sql: `select ${Object.keys(columns).join()}, ${beginning(letters)}, '[]' as findings from (${sql})`,
        parameters,
      }
    : { sql, parameters }
