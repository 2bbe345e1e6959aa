// A person is who signed for them, their shop, and their id there. Until now the id alone told people apart, and the
// same id in two shops was one person to an export and an erasure. Who signed is not known of what is there already:
// such rows wait under a name of their own for their owner to come back (`tickets/adopt.ts`).
import type { Migration } from './migration.ts'

type Hex = (column: string) => string

const steps = (hex: Hex) => {
  const unclaimed = `'was:' || ${hex('shop')} || '.' || ${hex('requester_id')}`
  return [
    `alter table tickets add column issuer text`,
    `alter table tickets add column subject text`,
    `update tickets set subject = requester_id, requester_id = ${unclaimed} where verified = 1 and shop is not null`,
    ...['suggestion_queries', 'suggestion_events'].map(
      (table) => `update ${table} set requester_id = ${unclaimed} where requester_id is not null and shop is not null`,
    ),
  ]
}

export const requesters: Migration = {
  version: 4,
  sqlite: steps((column) => `hex(${column})`),
  postgres: steps((column) => `upper(encode(convert_to(${column}, 'UTF8'), 'hex'))`),
}
