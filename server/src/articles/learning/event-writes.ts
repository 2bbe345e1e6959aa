// The statements that keep an event. None reads, so any number of events goes into one batch.
import { sql as raw } from 'kysely'
import type { SqlBool } from 'kysely'
import type { Caller } from '@bilet/shared/caller'
import { ownerKey } from '../../tickets/requester.ts'
import type { Database, Statement } from '../../database/database.ts'
import { insertWhere, integer, text } from '../../database/insert-where.ts'
import type { SuggestionEventsTable } from '../../database/schema.ts'
import { prepared } from '../../database/sql.ts'
import { pagePath } from './page-path.ts'
import { longestQuestion, questionOf } from './private-text.ts'
import type { SuggestionEvent } from './suggestion-event.ts'

type Person = { requesterId: string | null; shop: string | null }
type Question = Person & { id: string; at: number; words: string; page: string | null; found: number }
type Feedback = Person & { at: number; kind: SuggestionEventsTable['kind']; queryId: string | null; articleId: string }

/** A question that goes on from one of so long ago, in milliseconds, takes its place: it was still being typed. */
const typingMs = 10 * 60_000

const guest: Person = { requesterId: null, shop: null }
const personOf = (caller: Caller): Person => (caller.kind === 'owner' ? ownerKey(caller) : guest)

/** Gives the statements that keep an event which happened at `at`, epoch milliseconds; none for one that tells nothing. */
export function eventWrites(dialect: Database['dialect']): (event: SuggestionEvent, at: number) => Statement[] {
  const statements = statementsFor(dialect)

  function shown({ queryId, query, articleIds, caller }: Extract<SuggestionEvent, { kind: 'shown' }>, at: number) {
    const words = questionOf(query)
    if (words === '') return []
    const page = pagePath(query.pageUrl)
    const question = { id: queryId, at, words, page, found: articleIds.length, ...personOf(caller) }
    return [
      ...(caller.kind === 'owner' ? [statements.forgetUnfinished({ ...question, ...unfinished(words, at) })] : []),
      statements.insertQuestion(question),
      ...articleIds.map((articleId) => statements.insertHit({ queryId, articleId, at })),
    ]
  }

  return (event, at) => {
    if (event.kind === 'shown') return shown(event, at)
    if (event.kind === 'linked') return [statements.insertLink(toLink(event, at))]
    const { kind, caller } = event
    const articleIds = event.kind === 'sent_anyway' ? event.articleIds : [event.articleId]
    const queryId = ('queryId' in event && event.queryId) || null
    return articleIds.map((articleId) =>
      statements.insertFeedback({ at, kind, queryId, articleId, ...personOf(caller) }),
    )
  }
}

/** Shorter ones only: the same question asked twice is two, but a letter longer than what is kept stays the same. */
function unfinished(words: string, at: number) {
  const length = Array.from(words).length
  return { since: at - typingMs, shorterThan: length < longestQuestion ? length : length + 1 }
}

type Link = { ticketId: string; articleId: string; at: number; words: string }

const toLink = ({ ticket, articleId }: Extract<SuggestionEvent, { kind: 'linked' }>, at: number): Link => ({
  ticketId: ticket.id,
  articleId,
  at,
  words: questionOf(ticket.draft),
})

const statementsFor = (dialect: Database['dialect']) => ({
  /** What the owner was still typing is not kept: only where it ended, or where something came of it. */
  forgetUnfinished: prepared<Question & { since: number; shorterThan: number }>(dialect, (question, sql) =>
    sql
      .deleteFrom('suggestion_queries')
      .where('requester_id', '=', question.requesterId)
      .where('shop', '=', question.shop)
      .where('at', '>=', question.since)
      .where(raw<SqlBool>`length(words) < ${integer(question.shorterThan)}`)
      .where(raw<SqlBool>`substr(${text(question.words)}, 1, length(words)) = words`).where(raw<SqlBool>`not exists (
        select 1 from suggestion_events where suggestion_events.query_id = suggestion_queries.id)`),
  ),
  insertQuestion: prepared<Question>(dialect, ({ id, at, requesterId, shop, words, page, found }, sql) =>
    sql.insertInto('suggestion_queries').values({ id, at, requester_id: requesterId, shop, words, page, found }),
  ),
  insertHit: prepared<{ queryId: string; articleId: string; at: number }>(dialect, ({ queryId, articleId, at }, sql) =>
    sql.insertInto('suggestion_hits').values({ query_id: queryId, article_id: articleId, at }),
  ),
  insertFeedback: prepared<Feedback>(dialect, ({ at, kind, queryId, articleId, requesterId, shop }, sql) =>
    sql
      .insertInto('suggestion_events')
      .values({ at, kind, query_id: queryId, article_id: articleId, requester_id: requesterId, shop }),
  ),
  /** A ticket that was erased meanwhile keeps nothing. */
  insertLink: prepared<Link>(dialect, ({ ticketId, articleId, at, words }) => {
    const row = { ticket_id: text(ticketId), article_id: text(articleId), at: integer(at), words: text(words) }
    const isThere = raw<SqlBool>`exists (select 1 from tickets where id = ${ticketId})`
    return raw`${insertWhere('article_links', row, isThere)} on conflict do nothing`
  }),
})
