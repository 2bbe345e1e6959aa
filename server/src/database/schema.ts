// The tables as Kysely sees them. Times are epoch milliseconds; JSON is text, read and written whole.
import type { Plan } from '@bilet/shared/caller'
import type { Language } from '@bilet/shared/locale'
import type { WebhookType } from '@bilet/shared/webhook-replies'
import type { TicketStatus } from '@bilet/shared/ticket'
import type { Generated } from 'kysely'

export type TicketsTable = {
  number: Generated<number>
  id: string
  version: number
  status: TicketStatus
  department: string
  plan: Plan
  verified: number
  shop: string | null
  /** Issuer, shop and subject as one; a guest's is their address. See `tickets/requester.ts`. */
  requester_id: string
  /** Who signed for the owner; null for guests, and for what waits to be adopted. */
  issuer: string | null
  /** The owner's id at the host; null for guests. */
  subject: string | null
  assignee: string | null
  submitted_at: number
  reaction_due_at: number
  reacted_at: number | null
  updated_at: number
  /** Whose turn it is; null once closed. */
  awaiting: 'staff' | 'owner' | null
  last_owner_at: number
  last_staff_at: number | null
  unread_by_staff: number
  extended_until: number | null
  /** The owner has seen everything up to then. */
  owner_read_at: Generated<number>
  /** The place in the department's queue at acceptance (R18). */
  queue_position: number
  email: string | null
  name: string | null
  tags: string
  suggested_department: string | null
  /** The idempotency claim that brought the ticket: unique by scope and key. */
  claim_scope: string
  claim_key: string
  fingerprint: string
  findings: string
  draft: string
}

export type TicketEventsTable = {
  seq: Generated<number>
  ticket_number: number
  /** The version of the ticket that the event brought about. */
  version: number
  at: number
  event: string
  /** The idempotency claim that brought a message, if any: unique by scope and key. */
  claim_scope: string | null
  claim_key: string | null
  fingerprint: string | null
}

/** Kept by triggers: the tags of each ticket, and how many tickets bear one. */
export type TicketTagsTable = {
  tag: string
  number: number
  // As in the ticket, by which a tag's list is narrowed and put in order.
  updated_at: number
  reaction_due_at: number
  status: string
  department: string
  plan: string
}
export type TagCountsTable = { tag: string; n: number }

/** Kept by triggers. `bucket` is 1024 neighbouring numbers of open tickets, −1 for all closed ones. */
export type TicketCountsTable = { department: string; status: TicketStatus; bucket: number; n: number }

/** Kept by triggers: open tickets without a reaction, by the hour that it is due in. */
export type DueCountsTable = { hour: number; n: number }

/** Kept by triggers: the lowest and highest numbers accepted on a day (UTC), to turn times into ranges of numbers. */
export type ArrivalDaysTable = { day: number; first_number: number; last_number: number }

/** A ticket's words; its columns differ by engine, see `full-text.ts`. */
export type TicketSearchTable = { rowid: number; number: number; words: string }

/** Stems of what was said in a ticket since it was sent, with a space between: full text cannot be read back. */
export type SaidWordsTable = { number: number; words: string }

/** Filled by a trigger: every event, until it is told. */
export type OutboxTable = { seq: number; due_at: number; attempts: number; done_at: number | null }

export type RepliesTable = {
  id: string
  title: string
  text: string
  locale: Language
  department: string | null
  updated_at: number
}

/** Only ever added to. `before` and `after` are JSON. */
export type AuditTable = {
  seq: Generated<number>
  at: number
  actor: string
  action: string
  object: string
  before: string | null
  after: string | null
}

/** `events` are types with a space between; a secret that was rotated signs too until `former_until`. */
export type WebhooksTable = {
  id: string
  url: string
  events: string
  secret: string
  former_secret: string | null
  former_until: number | null
  created_at: number
  disabled_at: number | null
}

/** Filled by a trigger: a row for each webhook that wants the event. `status` is the last answer's. */
export type WebhookDeliveriesTable = {
  seq: Generated<number>
  webhook_id: string
  event_seq: number
  type: WebhookType
  created_at: number
  due_at: number
  attempts: number
  done_at: number | null
  status: number | null
  error: string | null
}

export type StaffTokensTable = {
  id: string
  name: string
  scopes: string
  hash: string
  created_at: number
  last_used_at: number | null
  expires_at: number | null
}

/** `answer` is sealed (`staff/sealed.ts`); null while it is being made. */
export type StaffAnswersTable = { name: string; fingerprint: string; answer: string | null; at: number }

/** A question as it was when its owner stopped typing. `words` hold no address or number of a person. */
export type SuggestionQueriesTable = {
  id: string
  at: number
  /** Null for guests. */
  requester_id: string | null
  shop: string | null
  words: string
  /** Path of the admin page that it was asked on, without the numbers of what was open; see `learning/page-path.ts`. */
  page: string | null
  /** How many articles were suggested. */
  found: number
}

export type SuggestionHitsTable = { query_id: string; article_id: string; at: number }

export type SuggestionEventsTable = {
  seq: Generated<number>
  at: number
  kind: 'opened' | 'solved' | 'not_helpful' | 'sent_anyway'
  /** As the client tells it; null where it does not. */
  query_id: string | null
  article_id: string
  requester_id: string | null
  shop: string | null
}

/** An article that staff answered a ticket with. `words` are the ticket's question, as of a question asked. */
export type ArticleLinksTable = {
  ticket_id: string
  article_id: string
  at: number
  words: string
}

export type Schema = {
  tickets: TicketsTable
  ticket_events: TicketEventsTable
  ticket_counts: TicketCountsTable
  ticket_tags: TicketTagsTable
  tag_counts: TagCountsTable
  due_counts: DueCountsTable
  arrival_days: ArrivalDaysTable
  ticket_search: TicketSearchTable
  said_words: SaidWordsTable
  outbox: OutboxTable
  staff_tokens: StaffTokensTable
  staff_answers: StaffAnswersTable
  replies: RepliesTable
  audit: AuditTable
  webhooks: WebhooksTable
  webhook_deliveries: WebhookDeliveriesTable
  suggestion_queries: SuggestionQueriesTable
  suggestion_hits: SuggestionHitsTable
  suggestion_events: SuggestionEventsTable
  article_links: ArticleLinksTable
}
