// Tickets, their history, what is kept count of, what is to be sent, staff tokens.
import type { Migration } from './migration.ts'

const tables = (identity: string) => [
  `create table tickets (
    number ${identity},
    id text not null unique,
    version integer not null,
    status text not null,
    department text not null,
    plan text not null,
    verified integer not null,
    shop text,
    requester_id text not null,
    assignee text,
    submitted_at bigint not null,
    reaction_due_at bigint not null,
    reacted_at bigint,
    updated_at bigint not null,
    queue_position integer not null,
    email text,
    name text,
    tags text not null,
    suggested_department text,
    claim_scope text not null,
    claim_key text not null,
    fingerprint text not null,
    findings text not null,
    draft text not null,
    unique (claim_scope, claim_key)
  )`,
  `create table ticket_events (
    seq ${identity},
    ticket_number bigint not null references tickets (number) on delete cascade,
    version integer not null,
    at bigint not null,
    event text not null,
    claim_scope text,
    claim_key text,
    fingerprint text
  )`,
  `create table ticket_counts (
    department text not null,
    status text not null,
    bucket integer not null,
    n integer not null,
    primary key (department, status, bucket)
  )`,
  `create table due_counts (hour integer primary key, n integer not null)`,
  `create table arrival_days (day integer primary key, first_number bigint not null, last_number bigint not null)`,
  `create table outbox (
    seq integer primary key references ticket_events (seq) on delete cascade,
    due_at bigint not null,
    attempts integer not null,
    done_at bigint
  )`,
  `create table staff_tokens (
    id text primary key,
    name text not null,
    scopes text not null,
    hash text not null unique,
    created_at bigint not null,
    last_used_at bigint
  )`,
]

const open = `status in ('new', 'in_progress', 'waiting_for_customer')`

const indexes = [
  `create unique index ticket_events_claim on ticket_events (claim_scope, claim_key) where claim_key is not null`,
  `create index ticket_events_ticket on ticket_events (ticket_number, seq)`,
  `create index tickets_facets on tickets (status, department, plan, number)`,
  `create index tickets_facets_due on tickets (status, department, plan, reaction_due_at, number)`,
  `create index tickets_unreacted on tickets (reaction_due_at, number) where reacted_at is null`,
  `create index tickets_late on tickets (number) where reacted_at > reaction_due_at`,
  `create index tickets_requester on tickets (requester_id, number)`,
  `create index tickets_shop on tickets (shop, number) where shop is not null`,
  `create index tickets_assignee on tickets (assignee, status, number) where assignee is not null`,
  `create index outbox_due on outbox (due_at) where done_at is null`,
]

// Counts are the database's own invariant: whatever writes a ticket, they hold.
const isOpen = (row: string) => `${row}.${open}`
const isDue = (row: string) => `${row}.reacted_at is null and ${isOpen(row)}`
const bucket = (row: string) => `case when ${isOpen(row)} then ${row}.number / 1024 else -1 end`
const hour = (row: string) => `${row}.reaction_due_at / 3600000`

const countIn = (row: string) =>
  `insert into ticket_counts (department, status, bucket, n)
    values (${row}.department, ${row}.status, ${bucket(row)}, 1)
    on conflict (department, status, bucket) do update set n = ticket_counts.n + 1;`
const countOut = (row: string) =>
  `update ticket_counts set n = n - 1
    where department = ${row}.department and status = ${row}.status and bucket = ${bucket(row)};
  delete from ticket_counts
    where department = ${row}.department and status = ${row}.status and bucket = ${bucket(row)} and n = 0;`
const dueIn = (row: string) =>
  `insert into due_counts (hour, n) select ${hour(row)}, 1 where ${isDue(row)}
    on conflict (hour) do update set n = due_counts.n + 1;`
const dueOut = (row: string) =>
  `update due_counts set n = n - 1 where hour = ${hour(row)} and ${isDue(row)};
  delete from due_counts where hour = ${hour(row)} and n = 0;`

const arrival = `insert into arrival_days (day, first_number, last_number)
    values (new.submitted_at / 86400000, new.number, new.number)
    on conflict (day) do update set last_number = excluded.last_number;`

// So is the outbox: whatever happens is told.
const announce = `insert into outbox (seq, due_at, attempts) values (new.seq, new.at, 0);`

const triggers = [
  { name: 'events_announced', table: 'ticket_events', when: 'insert', body: announce },
  { name: 'tickets_added', table: 'tickets', when: 'insert', body: countIn('new') + dueIn('new') + arrival },
  {
    name: 'tickets_changed',
    table: 'tickets',
    when: 'update of status, department, reacted_at, reaction_due_at',
    body: countOut('old') + dueOut('old') + countIn('new') + dueIn('new'),
  },
  { name: 'tickets_removed', table: 'tickets', when: 'delete', body: countOut('old') + dueOut('old') },
]

const sqliteTriggers = triggers.map(
  ({ name, table, when, body }) => `create trigger ${name} after ${when} on ${table} begin ${body} end`,
)

const postgresTriggers = triggers.flatMap(({ name, table, when, body }) => [
  `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`,
  `create trigger ${name} after ${when} on ${table} for each row execute function ${name}()`,
])

export const tickets: Migration = {
  version: 1,
  sqlite: [
    ...tables('integer primary key autoincrement'),
    ...indexes,
    ...sqliteTriggers,
    // Stems of a ticket's words and what lists narrow by, as one bag: the index holds no text that could be read back.
    `create virtual table ticket_search using fts5 (
      words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'"
    )`,
  ],
  postgres: [
    ...tables('bigint generated always as identity primary key'),
    ...indexes,
    ...postgresTriggers,
    `create table ticket_search (
      number bigint primary key references tickets (number) on delete cascade,
      words tsvector not null
    )`,
    `create index ticket_search_words on ticket_search using gin (words)`,
  ],
}
