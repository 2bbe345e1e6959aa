import * as z from 'zod/mini'
import type { Database, Statement } from '../../database/database.ts'
import { prepared } from '../../database/sql.ts'
import { toTime } from '../../util/time.ts'
import type { Ticket } from '../../tickets/ticket.ts'

/** What is kept of a person's questions and reading. Times are RFC 3339, UTC. */
export const PersonsReading = z.strictObject({
  questions: z.array(z.strictObject({ at: z.iso.datetime(), words: z.string() })),
  reading: z.array(z.strictObject({ at: z.iso.datetime(), kind: z.string(), articleId: z.string() })),
})
export type PersonsReading = z.infer<typeof PersonsReading>

export type Reading = {
  ofPerson(requesterId: string): Promise<PersonsReading>
  /** Articles that an owner was shown and opened in the day before a ticket. */
  before(ticket: Pick<Ticket, 'requester' | 'submittedAt'>): Promise<{ shown: string[]; opened: string[] }>
  /**
   * Removes it; gives how many rows there were. What the person did within the last second at another process may be
   * kept after it.
   */
  erase(requesterId: string): Promise<number>
}

const dayMs = 86_400_000

/** `flush` brings what is recorded into the database. */
export function createReading(database: Database, { flush }: { flush: () => Promise<void> }): Reading {
  const statements = statementsFor(database.dialect)

  async function rows<Row>(statement: Statement): Promise<Row[]> {
    await flush()
    return database.query<Row>(statement)
  }

  return {
    async ofPerson(requesterId) {
      const asked = await rows<{ at: number; words: string }>(statements.questions({ requesterId }))
      const read = await rows<{ at: number; kind: string; articleId: string }>(statements.events({ requesterId }))
      return {
        questions: asked.map(({ at, words }) => ({ at: toTime(at), words })),
        reading: read.map(({ at, kind, articleId }) => ({ at: toTime(at), kind, articleId })),
      }
    },
    async before({ requester: { id: requesterId, shop }, submittedAt }) {
      const before = { requesterId, shop, from: submittedAt - dayMs, to: submittedAt }
      const shown = await rows<{ articleId: string }>(statements.shown(before))
      const opened = await rows<{ articleId: string }>(statements.opened(before))
      return { shown: shown.map(({ articleId }) => articleId), opened: opened.map(({ articleId }) => articleId) }
    },
    async erase(requesterId) {
      await flush()
      const removed = await database.batch([
        statements.removeQuestions({ requesterId }),
        statements.removeEvents({ requesterId }),
      ])
      const count = removed.flat().length
      // Their words would stay in the journal for a while.
      if (count > 0) await database.forget?.()
      return count
    },
  }
}

type BeforeTicket = { requesterId: string; shop: string | null; from: number; to: number }

/** As many as a draft may name. */
const mostArticles = 50

type OfPerson = { requesterId: string }

const statementsFor = (dialect: Database['dialect']) => ({
  questions: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql.selectFrom('suggestion_queries').select(['at', 'words']).where('requester_id', '=', requesterId).orderBy('at'),
  ),
  events: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql
      .selectFrom('suggestion_events')
      .select(['at', 'kind', 'article_id as articleId'])
      .where('requester_id', '=', requesterId)
      .orderBy('seq'),
  ),
  shown: prepared<BeforeTicket>(dialect, ({ requesterId, shop, from, to }, sql) =>
    sql
      .selectFrom('suggestion_queries')
      .innerJoin('suggestion_hits', 'suggestion_hits.query_id', 'suggestion_queries.id')
      .select('article_id as articleId')
      .distinct()
      .where('requester_id', '=', requesterId)
      .where('shop', '=', shop)
      .where('suggestion_queries.at', '>=', from)
      .where('suggestion_queries.at', '<=', to)
      .orderBy('article_id')
      .limit(mostArticles),
  ),
  opened: prepared<BeforeTicket>(dialect, ({ requesterId, shop, from, to }, sql) =>
    sql
      .selectFrom('suggestion_events')
      .select('article_id as articleId')
      .distinct()
      .where('requester_id', '=', requesterId)
      .where('shop', '=', shop)
      .where('kind', '=', 'opened')
      .where('at', '>=', from)
      .where('at', '<=', to)
      .orderBy('article_id')
      .limit(mostArticles),
  ),
  removeQuestions: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql.deleteFrom('suggestion_queries').where('requester_id', '=', requesterId).returning('at'),
  ),
  removeEvents: prepared<OfPerson>(dialect, ({ requesterId }, sql) =>
    sql.deleteFrom('suggestion_events').where('requester_id', '=', requesterId).returning('at'),
  ),
})
