// A ticket's history however long: read by pages in the order of its versions, and searched by words that are kept beside
// it, so that a message costs the same whether it is the second or the thousandth. And a record of what was done that may
// lose its beginning, never its middle.
import type { Migration } from './migration.ts'

const histories = [
  `drop index ticket_events_ticket`,
  `create index ticket_events_ticket on ticket_events (ticket_number, version, seq)`,
  `create table said_words (
    number bigint primary key references tickets (number) on delete cascade,
    words text not null
  )`,
]

const oldestFirstSqlite = [
  `drop trigger audit_no_delete`,
  `create trigger audit_no_delete before delete on audit
    when exists (select 1 from audit where seq < old.seq) begin select raise(abort, 'append-only'); end`,
]

const oldestFirstPostgres = [
  `drop trigger audit_append_only on audit`,
  `create trigger audit_append_only before update on audit for each row execute function audit_append_only()`,
  `create function audit_oldest_first() returns trigger language plpgsql as $$ begin
    if exists (select 1 from audit where seq < (select max(seq) from gone)) then raise exception 'append-only'; end if;
    return null;
  end $$`,
  `create trigger audit_oldest_first after delete on audit
    referencing old table as gone for each statement execute function audit_oldest_first()`,
]

export const historyPages: Migration = {
  version: 10,
  sqlite: [...histories, ...oldestFirstSqlite],
  postgres: [...histories, ...oldestFirstPostgres],
}
