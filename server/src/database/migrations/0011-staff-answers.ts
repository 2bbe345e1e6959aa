// What staff were answered under an idempotency key, for acts that are in no ticket's history.
import type { Migration } from './migration.ts'

const statements = [
  `create table staff_answers (name text primary key, fingerprint text not null, answer text, at bigint not null)`,
  `create index staff_answers_at on staff_answers (at)`,
]

export const staffAnswers: Migration = { version: 11, sqlite: statements, postgres: statements }
