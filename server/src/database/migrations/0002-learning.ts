// What owners asked and made of the articles suggested, and the articles that answers to tickets rest on.
import type { Migration } from './migration.ts'

const tables = (identity: string) => [
  `create table suggestion_queries (
    id text primary key,
    at bigint not null,
    requester_id text,
    shop text,
    words text not null,
    found integer not null
  )`,
  `create table suggestion_hits (
    query_id text not null references suggestion_queries (id) on delete cascade,
    article_id text not null,
    at bigint not null,
    primary key (query_id, article_id)
  )`,
  `create table suggestion_events (
    seq ${identity},
    at bigint not null,
    kind text not null,
    query_id text,
    article_id text not null,
    requester_id text,
    shop text
  )`,
  `create table article_links (
    ticket_id text not null references tickets (id) on delete cascade,
    article_id text not null,
    at bigint not null,
    words text not null,
    primary key (ticket_id, article_id)
  )`,
  `create index suggestion_queries_at on suggestion_queries (at, found)`,
  `create index suggestion_hits_article on suggestion_hits (article_id, at)`,
  `create index suggestion_queries_requester on suggestion_queries (requester_id, at) where requester_id is not null`,
  `create index suggestion_events_at on suggestion_events (at)`,
  `create index suggestion_events_query on suggestion_events (query_id) where query_id is not null`,
  `create index suggestion_events_requester on suggestion_events (requester_id, article_id, kind, at)
    where requester_id is not null`,
  `create index article_links_at on article_links (at)`,
]

export const learning: Migration = {
  version: 2,
  sqlite: tables('integer primary key autoincrement'),
  postgres: tables('bigint generated always as identity primary key'),
}
