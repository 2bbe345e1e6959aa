// What callers have spent of their limits, where it is counted over all processes; and whom letters went to that nobody
// had asked for, within the hour.
import type { Migration } from './migration.ts'

const steps = [
  `create table rate_limits (key varchar(255) primary key, points bigint not null default 0, expire bigint)`,
  `create index rate_limits_expire on rate_limits (expire)`,
  `create table unasked_letters (mailbox text primary key, letter text not null, at bigint not null)`,
]

export const rateLimits: Migration = { version: 5, sqlite: steps, postgres: steps }
