// What agents look for: open tickets in any order by any filter, what changed last, tags one by one.
import type { Migration } from './migration.ts'

const isOpen = `status in ('new', 'in_progress', 'waiting_for_customer')`

const indexes = [
  // All that a list asks of an open ticket: they are few, and a page of them is found here whatever is asked.
  `create index tickets_open on tickets (
    number, awaiting, assignee, status, department, plan, updated_at, reaction_due_at, reacted_at, extended_until, verified
  ) where ${isOpen}`,
  `create index tickets_updated on tickets (updated_at, number, status, department, plan, assignee, verified)`,
  `create index tickets_unverified on tickets (number) where verified = 0`,
  // Tickets of nobody too.
  `drop index tickets_assignee`,
  `create index tickets_assignee on tickets (assignee, status, number)`,
]

const tables = [
  `create table ticket_tags (
    tag text not null,
    number bigint not null references tickets (number) on delete cascade,
    primary key (tag, number)
  )`,
  `create index ticket_tags_number on ticket_tags (number)`,
  `create table tag_counts (tag text primary key, n integer not null)`,
]

/** How an engine reads a list of tags as rows of `value`. */
type Values = (tags: string) => string

const add = (values: Values) =>
  `insert into ticket_tags (tag, number) select value, new.number from ${values('new.tags')} where true
    on conflict do nothing;`
const replace = (values: Values) =>
  `delete from ticket_tags where number = new.number and tag not in (select value from ${values('new.tags')});
  ${add(values)}`

const count = `insert into tag_counts (tag, n) values (new.tag, 1) on conflict (tag) do update set n = tag_counts.n + 1;`
const uncount = `update tag_counts set n = n - 1 where tag = old.tag; delete from tag_counts where tag = old.tag and n = 0;`

const triggers = (values: Values) => [
  { name: 'tags_counted', event: 'insert on ticket_tags', condition: '', body: count },
  { name: 'tags_uncounted', event: 'delete on ticket_tags', condition: '', body: uncount },
  { name: 'tags_added', event: 'insert on tickets', condition: `when (new.tags <> '[]')`, body: add(values) },
  {
    name: 'tags_replaced',
    event: 'update of tags on tickets',
    condition: `when (old.tags <> new.tags)`,
    body: replace(values),
  },
]

const backfill = (values: Values) =>
  `insert into ticket_tags (tag, number)
    select distinct value, number from tickets cross join ${values('tickets.tags')} where tags <> '[]'`

const inSqlite: Values = (tags) => `json_each(${tags})`
const inPostgres: Values = (tags) => `json_array_elements_text(cast(${tags} as json)) as items (value)`

export const deskLists: Migration = {
  version: 7,
  sqlite: [
    ...indexes,
    ...tables,
    ...triggers(inSqlite).map(
      ({ name, event, condition, body }) => `create trigger ${name} after ${event} ${condition} begin ${body} end`,
    ),
    backfill(inSqlite),
  ],
  postgres: [
    ...indexes,
    ...tables,
    ...triggers(inPostgres).flatMap(({ name, event, condition, body }) => [
      `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`,
      `create trigger ${name} after ${event} for each row ${condition} execute function ${name}()`,
    ]),
    backfill(inPostgres),
  ],
}
