// What changed last by what is asked: the tickets of a status, department and plan, and those reacted to late, are in that
// order in an index of their own, however long ago the latest of them is. A tag's rows know what its lists ask.
import type { Migration } from './migration.ts'

const columns = ['updated_at', 'reaction_due_at', 'status', 'department', 'plan']

const isTold = (column: string) => !column.endsWith('_at')

const indexes = [
  ...columns.map(
    (column) =>
      `alter table ticket_tags add column ${column} ${isTold(column) ? `text not null default ''` : 'bigint not null default 0'}`,
  ),
  `update ticket_tags set (${columns.join(', ')}) =
    (select ${columns.join(', ')} from tickets where tickets.number = ticket_tags.number)`,
  `create index ticket_tags_arrived on ticket_tags (tag, number, status, department, plan)`,
  `create index ticket_tags_updated on ticket_tags (tag, updated_at, number, status, department, plan)`,
  `create index ticket_tags_due on ticket_tags (tag, reaction_due_at, number, status, department, plan)`,
  `create index tickets_facets_updated
    on tickets (status, department, plan, updated_at, number, submitted_at, verified)`,
  `create index tickets_late_updated
    on tickets (updated_at, number, status, department, plan) where reacted_at > reaction_due_at`,
]

/** How an engine reads a list of tags as rows of `value`. */
type Values = (tags: string) => string

const add = (values: Values) =>
  `insert into ticket_tags (tag, number, ${columns.join(', ')})
    select value, new.number, ${columns.map((column) => `new.${column}`).join(', ')}
    from ${values('new.tags')} where true on conflict do nothing;`
const replace = (values: Values) =>
  `delete from ticket_tags where number = new.number and tag not in (select value from ${values('new.tags')});
  ${add(values)}`
const tell = `update ticket_tags set ${columns.map((column) => `${column} = new.${column}`).join(', ')}
  where number = new.number;`

const inSqlite: Values = (tags) => `json_each(${tags})`
const inPostgres: Values = (tags) => `json_array_elements_text(cast(${tags} as json)) as items (value)`

const told = `after update of ${columns.join(', ')} on tickets`
const isTagged = `when (new.tags <> '[]')`

export const latestFirst: Migration = {
  version: 12,
  sqlite: [
    ...indexes,
    `drop trigger tags_added`,
    `drop trigger tags_replaced`,
    `create trigger tags_added after insert on tickets ${isTagged} begin ${add(inSqlite)} end`,
    `create trigger tags_replaced after update of tags on tickets when (old.tags <> new.tags)
      begin ${replace(inSqlite)} end`,
    `create trigger tags_told ${told} ${isTagged} begin ${tell} end`,
  ],
  postgres: [
    ...indexes,
    `create or replace function tags_added() returns trigger language plpgsql as
      $$ begin ${add(inPostgres)} return null; end $$`,
    `create or replace function tags_replaced() returns trigger language plpgsql as
      $$ begin ${replace(inPostgres)} return null; end $$`,
    `create function tags_told() returns trigger language plpgsql as $$ begin ${tell} return null; end $$`,
    `create trigger tags_told ${told} for each row ${isTagged} execute function tags_told()`,
  ],
}
