// What staff work with beside tickets: canned replies, a record of what was done, webhooks and their deliveries, tokens
// that expire.
import type { Migration } from './migration.ts'

const tables = (identity: string) => [
  `create table replies (
    id text primary key,
    title text not null,
    text text not null,
    locale text not null,
    department text,
    updated_at bigint not null
  )`,
  `create table audit (
    seq ${identity},
    at bigint not null,
    actor text not null,
    action text not null,
    object text not null,
    before text,
    after text
  )`,
  `create index audit_actor on audit (actor, seq)`,
  `create index audit_object on audit (object, seq)`,
  `create index audit_at on audit (at)`,
  `create table webhooks (
    id text primary key,
    url text not null unique,
    events text not null,
    secret text not null,
    former_secret text,
    former_until bigint,
    created_at bigint not null,
    disabled_at bigint
  )`,
  `create table webhook_deliveries (
    seq ${identity},
    webhook_id text not null references webhooks (id) on delete cascade,
    event_seq bigint not null references ticket_events (seq) on delete cascade,
    type text not null,
    created_at bigint not null,
    due_at bigint not null,
    attempts integer not null,
    done_at bigint,
    status integer,
    error text
  )`,
  `create index webhook_deliveries_due on webhook_deliveries (due_at) where done_at is null`,
  `create index webhook_deliveries_webhook on webhook_deliveries (webhook_id, seq)`,
  `create index webhook_deliveries_event on webhook_deliveries (event_seq)`,
  `alter table staff_tokens add column expires_at bigint`,
]

// A record of what was done is only ever added to.
const appendOnlySqlite = ['update', 'delete'].map(
  (act) => `create trigger audit_no_${act} before ${act} on audit begin select raise(abort, 'append-only'); end`,
)
const appendOnlyPostgres = [
  `create function audit_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'append-only'; end $$`,
  `create trigger audit_append_only before update or delete on audit
    for each row execute function audit_append_only()`,
]

/** One row for each webhook that wants the event, written by the very batch that made it true. */
const announce = (kind: string) => `
  insert into webhook_deliveries (webhook_id, event_seq, type, created_at, due_at, attempts)
    select id, new.seq, wanted.type, new.at, new.at, 0 from webhooks
    cross join (select case ${kind}
      when 'submitted' then 'ticket.created' when 'message' then 'message.created'
      when 'decision' then 'decision.created' else 'ticket.updated' end as type) as wanted
    where disabled_at is null and (' ' || events || ' ') like ('% ' || wanted.type || ' %');`

export const desk: Migration = {
  version: 8,
  sqlite: [
    ...tables('integer primary key autoincrement'),
    ...appendOnlySqlite,
    `create trigger events_to_webhooks after insert on ticket_events
      begin ${announce(`json_extract(new.event, '$.kind')`)} end`,
  ],
  postgres: [
    ...tables('bigint generated always as identity primary key'),
    ...appendOnlyPostgres,
    `create function events_to_webhooks() returns trigger language plpgsql as
      $$ begin ${announce(`(new.event::json ->> 'kind')`)} return null; end $$`,
    `create trigger events_to_webhooks after insert on ticket_events
      for each row execute function events_to_webhooks()`,
  ],
}
