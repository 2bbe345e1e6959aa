// Questions that came to an end in an article: the owner said so, or staff answered their ticket with it.
import { sql as raw } from 'kysely'
import type { Database } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'

/** `person` is the owner's id at this desk. Of guests nothing is taken: they could be one person or none. */
export type Ending = {
  words: string
  articleId: string
  person: string
  at: number
  kind: 'solved' | 'not_helpful' | 'linked'
}

/** How far back is looked, and at how many of each kind: the newest. */
const spanMs = 180 * 86_400_000
const mostEndings = 5_000

/** Gives what reads them, newest first. */
export function createEndings(database: Database, { clock }: { clock: () => number }): () => Promise<Ending[]> {
  const told = prepared<{ since: number }>(database.dialect, ({ since }, sql) =>
    sql
      .selectFrom('suggestion_events as e')
      .innerJoin('suggestion_queries as q', 'q.id', 'e.query_id')
      .select(['q.words', 'e.article_id as articleId', 'e.requester_id as person', 'e.at', 'e.kind'])
      .where('e.kind', 'in', ['solved', 'not_helpful'])
      .where('e.requester_id', 'is not', null)
      .where('e.at', '>=', since)
      .orderBy('e.at', 'desc')
      .limit(mostEndings),
  )
  const linked = prepared<{ since: number }>(database.dialect, ({ since }, sql) =>
    sql
      .selectFrom('article_links as l')
      .innerJoin('tickets as t', 't.id', 'l.ticket_id')
      .select(['l.words', 'l.article_id as articleId', 't.requester_id as person', 'l.at'])
      .select(raw<'linked'>`'linked'`.as('kind'))
      .where('t.status', '=', 'resolved')
      .where('t.issuer', 'is not', null)
      .where('l.at', '>=', since)
      .orderBy('l.at', 'desc')
      .limit(mostEndings),
  )
  return async () => {
    const since = clock() - spanMs
    const both = await Promise.all([told, linked].map((read) => database.query<Ending>(read({ since }))))
    return both.flat().toSorted((a, b) => b.at - a.at)
  }
}
